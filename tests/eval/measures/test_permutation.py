"""The paired randomisation test and Holm's correction."""

import pytest

from eval.measures.permutation import holm, p_value


@pytest.mark.parametrize(
    ("after", "p"),
    [
        ([1, 1, 1], 2 / 8),  # of 8 signs, all up and all down are as far
        ([1, 1, -1], 1),  # every sum is at least as far as 1
        ([2, 1, 0], 2 / 4),  # what does not differ does not count
        ([0, 0, 0], 1),
        ([1] * 10, 2 / 1024),
    ],
)
def test_few_differences_are_tried_in_all_ways(after: list[float], p: float) -> None:
    assert p_value([0.0] * len(after), after) == pytest.approx(p)


def test_many_are_drawn_and_come_near_the_exact_p() -> None:
    # 20 differences of 1, 15 up: the sign test's two-sided p, 2 x P(at least 15 of 20).
    found = p_value([0.0] * 20, [1.0] * 15 + [-1.0] * 5)

    assert found == pytest.approx(0.0414, abs=0.006)


def test_p_is_never_nought() -> None:
    assert p_value([0.0] * 200, [1.0] * 200) == pytest.approx(1 / 10_001)


def test_scipy_agrees() -> None:
    stats = pytest.importorskip("scipy.stats")
    before, after = [0.2, 0.5, 0.1, 0.9, 0.4, 0.3], [0.4, 0.4, 0.6, 1.0, 0.9, 0.35]

    theirs = stats.permutation_test(
        (after, before), lambda a, b: (a - b).mean(), permutation_type="samples", vectorized=False
    )

    assert p_value(before, after) == pytest.approx(theirs.pvalue)


def test_holm_by_an_example_counted_by_hand() -> None:
    # 4 x 0.005, 3 x 0.01, then 2 x 0.03 and not less: 1 x 0.04.
    ps = {"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}

    assert holm(ps) == pytest.approx({"d": 0.02, "a": 0.03, "c": 0.06, "b": 0.06})


def test_no_adjusted_p_is_more_than_one() -> None:
    assert holm({"a": 0.6, "b": 0.7}) == {"a": 1.0, "b": 1.0}
