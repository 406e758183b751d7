"""Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), as trec_eval counts it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import log2


def ndcg(relevant: Mapping[str, int], ranked: Sequence[str], depth: int = 10) -> float:
    """The gain of the first `depth` ids of `ranked`, as a share of the best order's gain.

    `relevant` has the grade of each relevant id; those that it lacks are worth nothing.
    """
    best = _gain(sorted(relevant.values(), reverse=True), depth)
    return _gain((relevant.get(id_, 0) for id_ in ranked), depth) / best if best else 0.0


def _gain(grades: Iterable[int], depth: int) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(islice(grades, depth), 1))
