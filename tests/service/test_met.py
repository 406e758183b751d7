"""Which words of a text are marked for a question."""

import pytest

from index import EVERYTHING, Filters, Snapshot
from service.met import met
from service.web.pages.excerpts import LENGTH, marked_excerpt


def marked(state: Snapshot, question: str, text: str) -> list[str]:
    (ranges,) = met(state, question, [text], Filters(visibility=EVERYTHING))
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("takst", "Taksterne stiger.", ["Taksterne"]),
        ("takst", "Et nyt takstskema.", ["takstskema"]),
        ("tomme pladser", "Der er tomme pladser, mange pladser.", ["tomme pladser", "pladser"]),
        ("takst", "Om takster\nTaksten stiger.", ["takster", "Taksten"]),
        ("hvad er en takst", "Det er en sag.", []),
        ("§ 107", "Tilbud efter § 107 og 107 kroner.", ["§ 107"]),
        ("2025", "Fra 2025 og frem.", ["2025"]),
        ("handling", "En behandling af sagen.", []),
        ("takst", "", []),
    ],
)
def test_words_are_marked_where_they_stand_and_nothing_else(state, question, text, words):
    assert marked(state, question, text) == words


def test_an_excerpt_is_cut_around_most_of_the_words():
    text = "Indledning. " * 60 + "Her står taksten. " + "Slut. " * 60
    start = text.index("taksten")

    pieces = marked_excerpt(text, ((start, start + 7),))

    whole = "".join(piece.text for piece in pieces)
    assert [piece.text for piece in pieces if piece.marked] == ["taksten"]
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) <= LENGTH + 4


def test_a_short_text_is_shown_whole():
    assert [piece.text for piece in marked_excerpt("Kun det.", ())] == ["Kun det."]


def test_a_text_without_spaces_is_cut_all_the_same():
    text = "x" * 2_000

    assert len("".join(piece.text for piece in marked_excerpt(text, ((900, 910),)))) < LENGTH + 10
