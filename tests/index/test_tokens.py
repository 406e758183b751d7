"""Tokens, stems, and what tells nothing; `test_analysis` has the tokens of Danish texts."""

import pytest

from index.tokens import gram_count, grams, phrasing, stem, telling, tokens, tokens_of

TEXTS = [
    "Takst for § 107, stk. 3",
    "",
    "§§ 85 og 107 i loven",
    "Aabenraa, den 22.05.2025",
    "😀",
    "5.3.2",
]


def test_several_texts_are_read_as_each_of_them() -> None:
    assert tokens_of(TEXTS) == [tokens(text) for text in TEXTS]
    assert tokens_of([]) == []
    assert tokens_of([""]) == [[]]


def test_a_text_of_two_lines_is_one_text() -> None:
    assert tokens_of(["takst\nfor 2025", "møde"]) == [["takst", "for", "2025"], ["møde"]]


@pytest.mark.parametrize(
    ("one", "two"), [("Aalborg", "Ålborg"), ("Gävle", "Gævle"), ("Malmö", "Malmø")]
)
def test_two_spellings_of_a_letter_are_one_word(one: str, two: str) -> None:
    assert tokens(one) == tokens(two)


def test_a_small_word_after_a_paragraph_is_no_part_of_it() -> None:
    assert tokens("§ 107 i loven") == ["§107", "i", "loven"]
    assert tokens("§ 108 e og § 9 ab") == ["§108e", "og", "§9", "ab"]


@pytest.mark.parametrize("word", ["2025", "5.3.2", "§107", "udd", "år"])
def test_figures_and_short_words_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_a_question_tells_less_than_a_phrase() -> None:
    text = "Hvem skal have op til 2 pladser?"

    assert telling(text) == ["2", "pladser"]
    assert phrasing(text) == ["hvem", "op", "2", "pladser"]


@pytest.mark.parametrize("text", TEXTS)
def test_runs_are_counted_without_making_them(text: str) -> None:
    found = tokens(text)

    assert gram_count(found) == len(list(grams(found)))


@pytest.mark.parametrize(
    "text", ["", " \n\t", "?!... ---", "§", "§§§", "😀🏳️‍🌈", "\x00\x07\x1b", "\ud800", "该怎么办"]
)
def test_a_text_without_words_has_no_token(text: str) -> None:
    assert tokens(text) == []
    assert tokens_of([text, "takst"])[-1] == ["takst"]
