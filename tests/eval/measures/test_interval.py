"""The paired bootstrap."""

import pytest

from eval.measures import Difference, difference


def test_the_same_gain_everywhere_leaves_no_doubt() -> None:
    assert difference([0.0, 0.5, 0.25], [0.5, 1.0, 0.75]) == Difference(0.5, 0.5, 0.5)


def test_the_mean_is_of_the_pairs() -> None:
    assert difference([1, 0, 0, 0], [0, 0, 1, 1]).mean == pytest.approx(0.25)


def test_questions_are_paired_so_their_difficulty_does_not_blur() -> None:
    hard_and_easy = [0.0, 1.0] * 50
    a_little_more = [value + 0.01 for value in hard_and_easy]

    found = difference(hard_and_easy, a_little_more)

    assert found.certain
    assert (found.low, found.high) == pytest.approx((0.01, 0.01))


def test_one_gain_and_one_loss_prove_nothing() -> None:
    found = difference([0, 1, 0.5], [1, 0, 0.5])

    assert not found.certain
    assert found.low < 0 < found.high


def test_the_interval_is_that_of_the_normal_law_where_there_are_many() -> None:
    # 400 gains of 0 or 1, half each: 1.96 x sqrt(0.25 / 400) on both sides of 0.5.
    found = difference([0.0] * 400, [0.0, 1.0] * 200)

    assert found.low == pytest.approx(0.5 - 0.049, abs=0.01)
    assert found.high == pytest.approx(0.5 + 0.049, abs=0.01)


def test_a_seed_gives_the_same_interval_again() -> None:
    before, after = [0, 0, 1, 0.5], [1, 0, 1, 0]

    assert difference(before, after, seed=7) == difference(before, after, seed=7)


def test_other_questions_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="zip"):
        difference([0, 1], [1])
