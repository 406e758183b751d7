"""Whether two systems differ: the paired randomisation test, and many of them at once.

If both systems were the same, either could have had either number of a question. So the signs of
the differences are turned at random, and p is how often that gives a mean as far from nought as
the one seen (Fisher 1935; Smucker, Allan and Carterette 2007 compare it with other tests for
retrieval). It supposes no shape, and holds for few questions.
"""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

EXACT = 14  # differences up to which all signs are tried
DRAWS, SEED = 10_000, 0
EQUAL = 1e-9  # sums of the same numbers in another order differ by less


def p_value(before: Sequence[float], after: Sequence[float]) -> float:
    """Two-sided, of numbers for the same questions in order; 1 where nothing differs.

    With more than 14 differences 10,000 signs are drawn, the ones seen among them (Phipson and
    Smyth 2010: p is never nought).
    """
    gains = [new - old for old, new in zip(before, after, strict=True) if new != old]
    if not gains:
        return 1.0
    far = abs(sum(gains)) - EQUAL
    if len(gains) <= EXACT:
        signs = np.array(list(product((-1, 1), repeat=len(gains))))
        return float(np.mean(np.abs(signs @ gains) >= far))
    signs = np.random.default_rng(SEED).choice((-1, 1), (DRAWS, len(gains)))
    return float((np.sum(np.abs(signs @ gains) >= far) + 1) / (DRAWS + 1))


def holm(ps: Mapping[str, float]) -> dict[str, float]:
    """The p-values of several tests, adjusted so that all of them hold together (Holm 1979)."""
    adjusted, least = {}, 0.0
    for rank, (name, p) in enumerate(sorted(ps.items(), key=lambda found: found[1])):
        least = max(least, min(1.0, (len(ps) - rank) * p))
        adjusted[name] = least
    return adjusted
