"""LIX, by an example counted by hand."""

import pytest

from eval.measures.lix import lix, of
from eval.runs import Said
from tests.eval.measures.made import cited, item, pair, record


def test_words_by_sentences_and_long_words_of_a_hundred() -> None:
    # 10 words in 2 sentences, 3 of them of more than 6 letters: 5 + 30.
    text = "Der er ingen beslutning. Kun dagsordenen for mødet er tilgængelig."

    assert lix(text) == pytest.approx(5 + 30)


def test_a_date_ends_no_sentence() -> None:
    assert lix("Mødet var den 12. marts 2025 i byen.") == pytest.approx(8)


def test_quotes_are_not_our_words() -> None:
    got = record(cited("Bemyndigelsesbestemmelserne ophæves"), notes=("Det er et udkast.",))

    assert of(pair(item("x"), got)) == pytest.approx(4)


def test_what_a_model_writes_is_ours() -> None:
    got = record(cited("x"), said=(Said("Det er ja.", (1,)),), mode="language model")

    assert of(pair(item("x"), got)) == pytest.approx(3)


def test_without_words_there_is_none() -> None:
    assert lix("…") is None
