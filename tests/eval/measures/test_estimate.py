"""Means with their errors and intervals."""

import pytest

from eval.measures.estimate import Estimate, estimate, wilson


def test_a_mean_with_the_error_of_a_sample() -> None:
    # Of 0, 1/2, 1: the standard deviation is 1/2.
    found = estimate([0, 0.5, 1])

    assert found
    assert (found.mean, found.n) == (0.5, 3)
    assert found.error == pytest.approx(0.5 / 3**0.5)


@pytest.mark.parametrize(
    ("share", "n", "low", "high"),
    [
        (81 / 263, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15 / 148, 148, 0.0624, 0.1605),
        (0 / 20, 20, 0.0, 0.1611),
        (1 / 29, 29, 0.0061, 0.1718),
    ],
)
def test_shares_have_wilsons_interval(share: float, n: int, low: float, high: float) -> None:
    assert wilson(share, n) == pytest.approx((low, high), abs=5e-5)


def test_what_is_always_right_is_not_sure_to_be() -> None:
    found = estimate([1.0] * 30)

    assert found
    assert found.low == pytest.approx(0.8865, abs=1e-4)
    assert (found.error, found.high) == (0, 1)


def test_what_lies_between_has_the_bootstraps_interval() -> None:
    # Near that of the normal law, with as many as 400: 1.96 x 0.25 / 20.
    found = estimate([0.25, 0.75] * 200)

    assert found
    assert found.low == pytest.approx(0.5 - 0.0245, abs=0.003)
    assert found.high == pytest.approx(0.5 + 0.0245, abs=0.003)


def test_numbers_beyond_a_share_stay_in_their_range() -> None:
    found = estimate([100.0, 900.0, 300.0])

    assert found
    assert 100 <= found.low < found.mean < found.high <= 900


def test_one_question_has_no_error_and_none_no_mean() -> None:
    assert estimate([7.0]) == Estimate(7.0, None, 7.0, 7.0, 1)
    assert estimate([]) is None
