"""What a text is made of when it is searched."""

from collections import Counter

import pytest

from index import words
from index.analysis import Analyzer, Lengths, index_of
from index.compounds import Splitter
from index.tokens import grams, tokens

MEAN = Lengths(10, 50)


@pytest.fixture
def analyzer() -> Analyzer:
    return Analyzer(Splitter(Counter({"belægning": 5, "procent": 5})))


def shared(one: dict[int, float], two: dict[int, float]) -> float:
    return sum(weight * two.get(term, 0.0) for term, weight in one.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 107, stk. 3", ["§107", "stk", "3"]),
        ("§§ 85 og 107", ["§85", "og", "107"]),
        ("§ 85 a", ["§85a"]),
        ("kapitel 5.3.2", ["kapitel", "5.3.2"]),
        ("2.000 kr.", ["2.000", "kr"]),
        ("Ærø ØST", ["ærø", "øst"]),
    ],
)
def test_tokens_of_danish_texts(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [("takst", "taksterne"), ("botilbud", "botilbuddene"), ("socialtilsyn", "Socialtilsynets")],
)
def test_forms_of_a_word_have_one_stem(one: str, two: str) -> None:
    assert words(one) == words(two)


def test_small_words_tell_nothing() -> None:
    assert words("Hvad er det, som de skal have?") == []


def test_grams_mark_where_a_word_begins_and_ends() -> None:
    assert list(grams(["takst", "2025"])) == ["_tak", "taks", "akst", "kst_"]


def test_question_finds_a_word_inside_a_compound(analyzer: Analyzer) -> None:
    passage = analyzer.document("belægningsprocenten", "", MEAN)

    assert index_of("belægning") in passage
    assert shared(analyzer.query("belægning"), passage) > 0


def test_a_text_has_the_stems_of_all_its_words_and_of_their_parts(analyzer: Analyzer) -> None:
    assert analyzer.stems("Hvad er belægningsprocenten?") == {
        "hvad",
        "er",
        "belægningsprocent",
        "belægning",
        "procent",
    }


def test_spelling_error_shares_grams(analyzer: Analyzer) -> None:
    passage = analyzer.document("standardkontrakt", "", MEAN)

    assert shared(analyzer.query("standartkontrakt"), passage) > 0


def test_context_counts_for_less_than_text(analyzer: Analyzer) -> None:
    term = index_of("takst")

    inside = analyzer.document("takst", "lån", MEAN)[term]
    around = analyzer.document("lån", "takst", MEAN)[term]

    assert inside > around > 0


def test_lengths_count_what_the_vector_is_made_of(analyzer: Analyzer) -> None:
    assert analyzer.lengths("Taksten er 2.000 kr", "lån") == Lengths(3 + 0.5, 6 + 1 + 0.5 * 2)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("text", ["§" * 20_000, "a" * 20_000, "1.1" * 7_000, "belægning" * 2_000])
def test_hostile_questions_take_no_time(analyzer: Analyzer, text: str) -> None:
    assert isinstance(analyzer.query(text), dict)
