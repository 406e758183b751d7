"""Text as the units the model knows."""

from collections import Counter

import pytest

from index.meaning.units import BUCKETS, MOST_RUNS, NOTHING, Units

WORDS = ["takst", "møde", "standard"]
TAKST, MØDE, STANDARD = 1, 2, 3
FIRST_RUN = 1 + len(WORDS)


@pytest.fixture
def units() -> Units:
    return Units(["takst", "mød", "standard"], Counter({"standard": 5, "takst": 5, "ukend": 5}))


def test_there_are_units_for_nothing_for_words_and_for_runs(units: Units) -> None:
    assert units.count == 1 + len(WORDS) + BUCKETS


def test_forms_of_a_word_are_one_unit(units: Units) -> None:
    assert units.of("Taksten takster møderne", 9) == [(TAKST,), (TAKST,), (MØDE,)]


def test_small_words_have_none(units: Units) -> None:
    assert units.of("takst og møde", 9) == units.of("takst møde", 9)


def test_a_compound_is_its_known_parts(units: Units) -> None:
    assert units.of("standardtakst", 9) == [(STANDARD, TAKST)]


def test_a_word_the_model_never_met_is_its_runs_of_characters(units: Units) -> None:
    [runs] = units.of("zwerkla", 9)

    assert len(runs) == len("_zwerkla_") - 3
    assert all(FIRST_RUN <= run < units.count for run in runs)


def test_words_that_begin_alike_share_their_first_runs(units: Units) -> None:
    [one], [other] = units.of("zwerkla", 9), units.of("zwerklofon", 9)

    assert one[:4] == other[:4]
    assert one != other


@pytest.mark.parametrize(("word", "runs"), [("q", 1), ("qx", 1), ("zw" * 50, MOST_RUNS)])
def test_a_word_has_at_least_one_run_and_not_too_many(units: Units, word: str, runs: int) -> None:
    assert [len(token) for token in units.of(word, 9)] == [runs]


@pytest.mark.parametrize("text", ["", " \n", "😀🏳️‍🌈", "\x00\x1b", "\ud800", "og det er"])
def test_a_text_without_a_token_is_the_unit_of_nothing(units: Units, text: str) -> None:
    assert units.of(text, 9) == NOTHING


def test_only_the_first_tokens_are_read(units: Units) -> None:
    assert units.of("takst " * 2_000, 96) == [(TAKST,)] * 96
