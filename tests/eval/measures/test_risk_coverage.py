"""Risk and coverage, by examples counted by hand."""

import pytest

from eval.measures import Pair
from eval.measures.risk_coverage import Point, no_right_place, risk_coverage
from tests.eval.measures.made import cited, item, pair, record

QUOTE = "punktet udsættes til marts"


def told(belief: float | None, *, right: bool = True, status: str = "answered") -> Pair:
    """An answer with that belief."""
    got = record(cited(QUOTE if right else "andet"), belief=belief, status=status)
    return pair(item(QUOTE), got)


FOUR = [told(0.9), told(0.8, right=False), told(0.7), told(0.6, right=False)]


def test_the_curve_goes_from_the_surest_to_all_that_is_told() -> None:
    asked = [*FOUR, told(0.1, status="not_found")]

    assert risk_coverage(asked).points == (
        Point(0.9, 1 / 5, 0),
        Point(0.8, 2 / 5, 1 / 2),
        Point(0.7, 3 / 5, 1 / 3),
        Point(0.6, 4 / 5, 1 / 2),
    )


def test_the_areas_under_it() -> None:
    found = risk_coverage(FOUR)

    # Best order, both right ones first: 0, 0, 1/3, 1/2.
    assert found.aurc == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)
    assert found.excess == pytest.approx((1 / 2 + 1 / 3 + 1 / 2) / 4 - (1 / 3 + 1 / 2) / 4)
    assert found.augrc == pytest.approx((0 + 1 + 1 + 2) / 4 / 4)


def test_answers_of_one_belief_come_together() -> None:
    found = risk_coverage([told(0.5), told(0.5, right=False)])

    assert found.points == (Point(0.5, 1, 1 / 2),)
    assert found.aurc == pytest.approx(1 / 2)


def test_a_perfect_order_has_no_excess() -> None:
    found = risk_coverage([told(0.9), told(0.8), told(0.7, right=False)])

    assert found.excess == pytest.approx(0)


def test_an_answer_without_a_belief_has_no_point() -> None:
    found = risk_coverage([told(None), told(0.5, right=False)])

    assert (found.answers, found.n) == (1, 2)


def test_where_nothing_is_told_there_is_no_curve() -> None:
    found = risk_coverage([told(0.9, status="not_found")])

    assert (found.points, found.aurc, found.answers, found.n) == ((), None, 0, 1)


def test_an_answer_to_what_the_documents_do_not_answer_is_wrong() -> None:
    assert no_right_place(pair(item(), record(cited(QUOTE)))) == 1
