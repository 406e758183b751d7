"""The difference of two systems on the same questions, with a paired bootstrap interval.

Questions are drawn with replacement (Efron 1979) and both systems are compared on each draw, so
that how hard the questions are does not blur the difference.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

DRAWS = 1000
TAIL = 0.025  # on each side of a 95 % interval


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference and the interval that holds it in 95 of 100 draws."""

    mean: float
    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Whether the interval leaves out no difference at all."""
        return self.low > 0 or self.high < 0


def difference(
    before: Sequence[float], after: Sequence[float], *, draws: int = DRAWS, seed: int = 0
) -> Difference:
    """How much more `after` is than `before`, whose numbers are of the same questions in order."""
    gains = [new - old for old, new in zip(before, after, strict=True)]
    chance = random.Random(seed)
    means = sorted(fmean(chance.choices(gains, k=len(gains))) for _ in range(draws))
    cut = int(draws * TAIL)
    return Difference(fmean(gains), means[cut], means[draws - 1 - cut])
