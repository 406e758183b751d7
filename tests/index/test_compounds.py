"""Compounds are taken apart with the words a collection uses on their own."""

from collections import Counter

import pytest

from index import words
from index.compounds import Splitter


@pytest.fixture
def splitter() -> Splitter:
    known = "belægning procent takst styring aftale kommune bestyrelse plads afdeling"
    return Splitter(Counter({words(word)[0]: 3 for word in known.split()}))


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("belægningsprocenten", "belægning procent"),
        ("belægningsprocenterne", "belægning procent"),
        ("styringsaftalen", "styring aftale"),
        ("kommunebestyrelsen", "kommune bestyrelse"),
    ],
)
def test_parts_of_a_compound(splitter: Splitter, compound: str, parts: str) -> None:
    assert list(splitter.parts(words(compound)[0])) == words(parts)


@pytest.mark.parametrize("word", ["takst", "pladsen", "belægningsgrad", "2025-2026", "x" * 20_000])
def test_other_words_have_no_parts(splitter: Splitter, word: str) -> None:
    assert splitter.parts(word) == ()


def test_a_word_used_once_is_no_part() -> None:
    assert Splitter(Counter({"belægning": 1, "procent": 9})).parts("belægningsprocent") == ()


def test_the_fewest_parts_win() -> None:
    splitter = Splitter(Counter({"special": 9, "tilbud": 9, "specialtil": 2, "tilbuds": 2}))

    assert len(splitter.parts("specialtilbud")) == 2


def test_vocabulary_makes_the_same_splitter(splitter: Splitter) -> None:
    again = Splitter(Counter(splitter.vocabulary))

    assert again.parts("belægningsprocent") == splitter.parts("belægningsprocent") != ()
