"""A question as what is searched for, with a small book and the words of a small collection."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from index.analysis import index_of
from index.asked import ENGLISH_ITSELF, MOST, Asked, Meant
from index.describe import concept_term
from index.fagordbog import Concept, Kind, Label, Relation
from index.fagordbog.compiled import Compiled, compile_book
from index.generation import Statistics
from index.tokens import stem
from index.understanding import Understanding
from index.weights import STANDARD, Weights

TAKST, SÆRTAKST, LAW, CHILD = range(4)
BOOK = [
    Concept("takst", (Label("plejepris", Kind.EVERYDAY), Label("rate", Kind.ENGLISH))),
    Concept("særtakst", links=((Relation.BROADER, "takst"),)),
    Concept(
        "serviceloven",
        (Label("SEL", Kind.ABBREVIATION), Label("lov om social service", Kind.PROFESSIONAL)),
    ),
    Concept("barnets lov"),
]
USED = {"takst": 9, "beregn": 4, "takstberegning": 3, "gæld": 5, stem("møde"): 8, "forplejning": 3}
SAME = {"§52=serviceloven": "§32=barnets lov", "§32=barnets lov": "§52=serviceloven"}
Asking = Callable[..., Asked]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compiled]:
    path = tmp_path_factory.mktemp("bog") / "ord.sqlite"
    compile_book(path, BOOK, "abc")
    with closing(Compiled(path)) as opened:
        yield opened


@pytest.fixture
def asked(book: Compiled) -> Asking:
    """What a question is searched by."""

    def made(text: str, weights: Weights = STANDARD) -> Asked:
        statistics = Statistics(9, [], [], dict(USED), 10, 50, renumbered=dict(SAME))
        return Understanding(statistics, book, weights).asker.asked(text)

    return made


def weight(found: Asked, term: str) -> float:
    return found.terms.get(index_of(term), 0.0)


def test_a_plain_question_is_its_words_and_their_concepts(asked: Asking) -> None:
    found = asked("Hvad er taksten?")

    assert found.text == "Hvad er taksten?"
    assert found.concepts == (Meant("takst", "takst", "foretrukket", 1.0),)
    assert (found.spelled, found.translated, found.cited) == ((), (), ())
    assert weight(found, concept_term(TAKST)) == STANDARD.concept
    assert index_of("takst") in found.plain


def test_plain_has_the_words_of_the_question_alone(asked: Asking) -> None:
    found = asked("taksten for gældemde, SEL § 107")

    assert found.plain.items() <= found.terms.items()
    assert not {index_of(t) for t in ("gæld", "§107=serviceloven", concept_term(TAKST))} & set(
        found.plain
    )


def test_a_concept_brings_those_it_is_linked_to_for_less(asked: Asking) -> None:
    found = asked("takst")

    assert 0 < weight(found, concept_term(SÆRTAKST)) < weight(found, concept_term(TAKST))
    assert [meant.term for meant in found.concepts] == ["takst"]


def test_an_everyday_word_says_whose_word_it_is(asked: Asking) -> None:
    [meant] = asked("plejeprisen").concepts

    assert meant == Meant("takst", "plejepris", "hverdag", 0.8)


@pytest.mark.parametrize(
    "text", ["servicelovens § 107", "SEL § 107", "§ 107 i lov om social service"]
)
def test_a_paragraph_of_a_law_is_one_term(asked: Asking, text: str) -> None:
    found = asked(text)

    assert found.cited == ("§107=serviceloven",)
    assert weight(found, "§107=serviceloven") == STANDARD.statute


def test_the_same_paragraph_of_another_law_is_another_term(asked: Asking) -> None:
    found = asked("barnets lovs § 107")

    assert found.cited == ("§107=barnets lov",)
    assert weight(found, "§107=serviceloven") == 0


def test_a_renumbered_paragraph_is_looked_for_under_both_numbers(asked: Asking) -> None:
    found = asked("servicelovens § 52")

    assert found.cited == ("§52=serviceloven",)
    assert weight(found, "§32=barnets lov") == STANDARD.statute


def test_a_word_without_danish_letters_is_the_one_with_them(asked: Asking) -> None:
    found = asked("Hvad er de gaeldende regler?")

    assert found.text == "Hvad er de gældende regler?"
    assert found.spelled == (("gaeldende", "gældende"),)
    assert weight(found, "gæld") == 1.0


def test_a_word_with_one_wrong_letter_names_the_concept_of_the_right_one(asked: Asking) -> None:
    found = asked("Hvad er takxten?")

    assert ("takxten", "takst") in found.spelled
    assert weight(found, concept_term(TAKST)) == STANDARD.concept


def test_two_words_written_apart_are_the_compound_too(asked: Asking) -> None:
    found = asked("takst beregning")

    assert weight(found, "takstberegning") == STANDARD.spelled
    assert weight(found, "takst") == 1


@pytest.mark.parametrize("text", ["takst", "plejepris", "særtakster", "taksttaksten", "2025"])
def test_a_known_word_is_not_corrected(asked: Asking, text: str) -> None:
    assert asked(text).spelled == ()


def test_an_english_question_is_asked_in_danish(asked: Asking) -> None:
    found = asked("What was decided at the meetings about the rate?")

    danish = dict(found.translated)
    assert "møder" in danish["meetings"]
    assert weight(found, stem("møder")) > ENGLISH_ITSELF
    assert weight(found, "meeting") <= ENGLISH_ITSELF
    assert [(one.term, one.kind) for one in found.concepts] == [("takst", "engelsk")]


def test_a_danish_question_is_not_translated(asked: Asking) -> None:
    found = asked("Hvad blev der sagt om rate og meeting?")

    assert found.translated == ()
    assert found.concepts == ()
    assert weight(found, stem("møde")) == 0


def test_english_words_are_not_corrected(asked: Asking) -> None:
    assert asked("What about the taksz?").spelled == ()


@pytest.mark.parametrize(
    ("text", "off", "term"),
    [
        ("takst", "concept", concept_term(TAKST)),
        ("takst", "linked", concept_term(SÆRTAKST)),
        ("gaeldende", "spelled", "gæld"),
        ("What about the meeting?", "translated", stem("møde")),
    ],
)
def test_a_part_that_is_switched_off_adds_nothing(
    asked: Asking, text: str, off: str, term: str
) -> None:
    assert weight(asked(text), term) > 0
    assert weight(asked(text, replace(STANDARD, **{off: 0.0})), term) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "§",
        "§§§ ?!",
        "😀🏳️‍🌈",
        "\x00\x07\x1b\ufeff",
        "\ud800",
        "Hvad er det, som de har?",
    ],
)
def test_a_question_that_tells_nothing_has_no_term(asked: Asking, text: str) -> None:
    assert asked(text) == Asked(text, {}, {})


def test_a_number_is_looked_for_as_it_is(asked: Asking) -> None:
    assert asked("107").terms == {index_of("107"): 1.0}


def test_of_a_very_long_question_the_beginning_is_looked_for(asked: Asking) -> None:
    numbers = [str(1_000 + number) for number in range(2_000)]

    found = asked(" ".join(numbers))

    assert set(found.terms) == {index_of(number) for number in numbers[:MOST]}


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text",
    [
        "takst for gaeldende beregning " * 700,
        "What was the rate decided " * 500,
        "servicelovens § 52 " * 650,
        " ".join(f"xq{number:04}zw{'abcdefghij'[number % 10] * 6}" for number in range(2_000)),
        "§" * 20_000,
        "a" * 20_000,
        "takst" * 4_000,
        "😀\x00" * 5_000,
    ],
    ids=range(8),
)
def test_a_long_question_is_understood(asked: Asking, text: str) -> None:
    assert isinstance(asked(text), Asked)
