"""A mean over questions, with its standard error and a 95 % interval.

Sets are small and good systems are near 1, where mean ± 1.96 standard errors promises too much and
leaves the scale. So what is yes or no, or has no spread at all, gets Wilson's score interval
(Wilson 1927; Brown, Cai and DasGupta 2001 on why): 30 of 30 is 0.886 to 1, and not "1 for sure".
Where values lie in between, it is the bootstrap's percentiles (Efron 1979), which need no shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

import numpy as np

Z = 1.959964  # of the normal law, on both sides of 95 %
DRAWS, SEED = 2000, 0
TAILS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean of `n` questions; `error` is `None` for a single one."""

    mean: float
    error: float | None
    low: float
    high: float
    n: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """The mean of the values and how sure it is; `None` where there are none."""
    if not values:
        return None
    mean, n = fmean(values), len(values)
    error = stdev(values) / sqrt(n) if n > 1 else None
    low, high = _interval(values)
    return Estimate(mean, error, low, high, n)


def wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share of `n`."""
    shrink = 1 + Z**2 / n
    middle = (share + Z**2 / (2 * n)) / shrink
    half = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)


def _interval(values: Sequence[float]) -> tuple[float, float]:
    within = min(values) >= 0 and max(values) <= 1
    if within and (len(set(values)) == 1 or set(values) <= {0, 1}):
        return wilson(fmean(values), len(values))
    drawn = np.random.default_rng(SEED).choice(values, (DRAWS, len(values)))
    low, high = np.percentile(drawn.mean(axis=1), TAILS)
    return float(low), float(high)
