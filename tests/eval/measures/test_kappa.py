"""Cohen's kappa and its standard error."""

from collections.abc import Sequence
from math import sqrt

import pytest

from eval.measures.kappa import kappa

# Two raters and 100 cases, in percent (Fleiss 1981, "Statistical methods for rates and
# proportions", page 213): kappa is .68 there.
FLEISS = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]
# Two dermatologists and 88 cases (the example of SAS's procedure FREQ).
SKIN = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]


def judged(table: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """The classes that both judges gave, case by case."""
    cells = [
        (a, b) for a, row in enumerate(table) for b, many in enumerate(row) for _ in range(many)
    ]
    return [a for a, _ in cells], [b for _, b in cells]


def test_a_published_example() -> None:
    found = kappa(*judged(FLEISS))

    assert found
    assert (found.n, found.agreement) == (100, 0.89)
    assert found.value == pytest.approx((0.89 - 0.66) / (1 - 0.66))


@pytest.mark.parametrize("table", [FLEISS, SKIN])
def test_the_error_is_what_the_delta_method_gives(table: list[list[int]]) -> None:
    n = sum(map(sum, table))
    shares = [[many / n for many in row] for row in table]

    assert kappa(*judged(table)).error == pytest.approx(by_slopes(shares, n), rel=1e-4)  # type: ignore[union-attr]


def by_slopes(shares: list[list[float]], n: int) -> float:
    """The error from kappa's slopes, which are measured by changing one share a little."""
    step, cells = 1e-6, [(a, b) for a, row in enumerate(shares) for b, _ in enumerate(row)]
    slopes = []
    for a, b in cells:
        more, less = ([row[:] for row in shares] for _ in range(2))
        more[a][b] += step
        less[a][b] -= step
        slopes.append((of_shares(more) - of_shares(less)) / (2 * step))
    weights = [shares[a][b] for a, b in cells]
    mean = sum(w * s for w, s in zip(weights, slopes, strict=True))
    return sqrt((sum(w * s * s for w, s in zip(weights, slopes, strict=True)) - mean**2) / n)


def of_shares(shares: list[list[float]]) -> float:
    """Kappa of a table of shares."""
    agreed = sum(shares[k][k] for k in range(len(shares)))
    columns = list(zip(*shares, strict=True))
    chance = sum(sum(row) * sum(column) for row, column in zip(shares, columns, strict=True))
    return (agreed - chance) / (1 - chance)


@pytest.mark.parametrize("table", [FLEISS, SKIN])
def test_scikit_learn_agrees(table: list[list[int]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    one, other = judged(table)

    assert kappa(one, other).value == pytest.approx(metrics.cohen_kappa_score(one, other))  # type: ignore[union-attr]


def test_always_and_never_agreeing() -> None:
    always, never = kappa([0, 1], [0, 1]), kappa([0, 1], [1, 0])

    assert always
    assert never
    assert (always.value, always.error) == (1, 0)
    assert never.value == -1


def test_where_all_cases_are_of_one_class_there_is_no_kappa() -> None:
    assert kappa(["ja", "ja"], ["ja", "ja"]) is None
    assert kappa([], []) is None


def test_judges_of_different_cases_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="zip"):
        kappa([1], [1, 2])
