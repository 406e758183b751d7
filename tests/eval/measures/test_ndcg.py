"""nDCG, by examples counted by hand."""

from math import log2

import pytest

from eval.measures import ndcg
from eval.measures.ndcg import of
from tests.eval.measures.made import gold, item, pair, ranked

FIRST, SECOND = "punktet udsættes", "guiden godkendes"


def test_the_best_order_is_worth_one() -> None:
    assert ndcg({"a": 1, "b": 1}, ["b", "a", "c"]) == 1


def test_a_gain_is_worth_less_further_down() -> None:
    # 1/log2(3) + 1/log2(5) of 1/log2(2) + 1/log2(3)
    wanted = (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))

    assert ndcg({"a": 1, "b": 1}, ["x", "a", "y", "b"]) == pytest.approx(wanted)
    assert wanted == pytest.approx(0.6509, abs=1e-4)


def test_grades_count() -> None:
    # (1/1 + 3/log2(3)) of (3/1 + 1/log2(3))
    assert ndcg({"a": 3, "b": 1}, ["b", "a"]) == pytest.approx(2.8928 / 3.6309, abs=1e-4)


def test_nothing_counts_below_the_depth() -> None:
    ranked = [*"0123456789", "a"]

    assert ndcg({"a": 1}, ranked) == 0
    assert ndcg({"a": 1}, ranked, depth=11) == pytest.approx(1 / log2(12))


def test_more_relevant_entries_than_places_can_still_be_worth_one() -> None:
    assert ndcg({str(n): 1 for n in range(20)}, [str(n) for n in range(10)]) == pytest.approx(1)


def test_where_nothing_is_relevant_nothing_is_gained() -> None:
    assert ndcg({}, ["a"]) == 0
    assert ndcg({"a": 1}, []) == 0


def test_quotes_are_relevant_where_they_are_met_first() -> None:
    # Met at 2 and, after another that shows the first again, at 4.
    got = ranked("andet", FIRST, FIRST, SECOND)

    wanted = (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))
    assert of(pair(item(FIRST, SECOND), got)) == pytest.approx(wanted)


def test_a_passage_with_two_quotes_is_worth_as_much_as_two_passages() -> None:
    asked = item(FIRST, SECOND)

    assert of(pair(asked, ranked(f"{FIRST} og {SECOND}"))) == 1
    assert of(pair(asked, ranked(FIRST, SECOND))) == 1


def test_a_stand_in_takes_the_place_of_a_quote_that_is_not_met() -> None:
    asked = item(references=(gold(FIRST), gold(SECOND, alt=True)))

    assert of(pair(asked, ranked("andet", SECOND))) == pytest.approx(1 / log2(3))
