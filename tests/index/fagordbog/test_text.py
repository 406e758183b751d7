"""The text form, as it is read and written."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fagordbog import Concept, Kind, Label, Relation, lines, written
from index.fagordbog.text import MOST_PROBLEMS, parsed, writable

TAKST = """# Egne ord
[takst]
fagord: døgntakst; enhedspris
hverdag: pris pr. plads; regning?
før: amtstakst (kommunalreformen 2007)
bredere: finansiering
note: Prisen; pr. døgn.
"""


def test_a_block_is_a_concept_with_its_words_by_kind() -> None:
    read = parsed(TAKST, "egne.txt", area="egne")

    labels = (
        Label("døgntakst", Kind.PROFESSIONAL),
        Label("enhedspris", Kind.PROFESSIONAL),
        Label("pris pr. plads", Kind.EVERYDAY),
        Label("regning", Kind.EVERYDAY, ambiguous=True),
        Label("amtstakst", Kind.OLDER, since="kommunalreformen 2007"),
    )
    links = ((Relation.BROADER, "finansiering"),)
    assert read.problems == ()
    assert read.concepts == ((2, Concept("takst", labels, links, "Prisen; pr. døgn.", "egne")),)


def test_what_is_written_is_what_was_read() -> None:
    [(_, concept)] = parsed(TAKST, "egne.txt").concepts

    assert written([concept]) == TAKST.partition("\n")[2]


def test_a_concept_is_written_a_key_a_line() -> None:
    assert list(lines(Concept("takst", (Label("pris", Kind.EVERYDAY, ambiguous=True),)))) == [
        "[takst]",
        "hverdag: pris?",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_editor_ends_them(end: str, said: Callable[[str], list[str]]) -> None:
    assert said(end.join(["\ufeff[takst]", "fagord: pris", "nonsens"]))[0].startswith(
        "egne.txt line 3: 'nonsens'"
    )


def test_letters_of_two_characters_and_soft_hyphens_are_read_as_the_word() -> None:
    [(_, concept)] = parsed("[a\u030abo]\nfagord: på\xadrørende", "egne.txt").concepts

    assert concept == Concept("åbo", (Label("pårørende", Kind.PROFESSIONAL),))


def test_a_key_may_stand_twice_and_notes_are_joined() -> None:
    text = "[takst]\nfagord: a1\nfagord: b1; a1\nnote: Et.\nnote: To."
    [(_, concept)] = parsed(text, "egne.txt").concepts

    assert [label.text for label in concept.labels] == ["a1", "b1"]
    assert concept.note == "Et. To."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fagord: pris", "line 1: 'fagord' stands before the first concept"),
        ("[takst]\nfagrod: pris", "line 2: 'fagrod: pris' is no line of a concept; begin it with"),
        ("[takst]\nFagord: pris", "line 2: 'Fagord: pris' is no line of a concept"),
        ("[takst]\n[Takst]", "line 2: [Takst] stands in line 1 already; join the two"),
        ("[takst]\nfagord: pris; ?", "line 2: '?' is no word; take it out"),
        ("[takst]\nfagord: " + "ord " * 30, "is a sentence and never found"),
        ("[]", "line 1: [] has no word"),
        ("[ – ]", "has no word"),
        ("[takst; pris]", "[takst; pris] has a ';' in it, which no term may have; take it out"),
        ("[takst][pris]", "has a ']' in it"),
        ("[" + "ord " * 30 + "]", "is a sentence and no term"),
        ("[takst]\nfagord: pr\u202eis", "line 2: the line has a character that cannot be shown"),
        ("[takst]\nfagord: pr\x1bis", "(U+001B); type it anew"),
    ],
)
def test_a_line_that_cannot_be_understood_is_told_with_what_to_do(
    text: str, message: str, said: Callable[[str], list[str]]
) -> None:
    [problem] = said(text)

    assert message in problem


def test_the_other_lines_of_a_concept_are_read() -> None:
    read = parsed("[takst]\nnonsens\nfagord: pris", "egne.txt")

    assert [concept.labels[0].text for _, concept in read.concepts] == ["pris"]


def test_another_kind_of_file_is_not_read_to_its_end() -> None:
    read = parsed("nonsens\n" * 100_000, "egne.txt")

    assert len(read.problems) == MOST_PROBLEMS + 1
    assert "the rest of the file was not read" in read.problems[-1].said


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("takst; pr. døgn", "takst, pr. døgn"),
        (" to\n linjer\u2028", "to linjer"),
        ("a\x00b", "a b"),
    ],
)
def test_words_from_elsewhere_become_writable(foreign: str, ours: str) -> None:
    assert writable(foreign) == ours


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = parsed(text, "egne.txt")

    again = parsed(written(concept for _, concept in read.concepts), "egne.txt")

    fit = not read.problems
    assert not fit or [c for _, c in again.concepts] == [c for _, c in read.concepts]


@given(st.text(max_size=60))
def test_what_was_made_writable_stays_as_it_is(text: str) -> None:
    assert writable(writable(text)) == writable(text)
