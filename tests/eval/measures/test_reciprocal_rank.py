"""Reciprocal rank, by examples counted by hand."""

import pytest

from eval.measures import reciprocal_rank
from tests.eval.measures.made import gold

GOLDS = [gold("punktet udsættes"), gold("guiden godkendes", alt=True)]


@pytest.mark.parametrize(
    ("before", "rank"), [(0, 1.0), (1, 1 / 2), (3, 1 / 4), (9, 1 / 10), (10, 0.0)]
)
def test_one_over_the_place_of_the_first_that_shows_a_quote(before: int, rank: float) -> None:
    texts = ["noget andet"] * before + ["Her står: guiden godkendes.", "Punktet udsættes."]

    assert reciprocal_rank(GOLDS, texts) == rank


def test_nothing_found_is_nought() -> None:
    assert reciprocal_rank(GOLDS, []) == 0
