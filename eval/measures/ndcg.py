"""Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), as trec_eval counts it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import log2

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import letters, needed, shows
from eval.sets.item import Reference

DEPTH = 10


def ndcg(relevant: Mapping[str, int], ranked: Sequence[str], depth: int = DEPTH) -> float:
    """The gain of the first `depth` ids of `ranked`, as a share of the best order's gain.

    `relevant` has the grade of each relevant id; those that it lacks are worth nothing.
    """
    best = _gain(sorted(relevant.values(), reverse=True), depth)
    return _gain((relevant.get(id_, 0) for id_ in ranked), depth) / best if best else 0.0


def of(pair: Pair) -> float | None:
    """Over a record's passages, needed quotes standing for relevant documents of grade 1.

    A stand-in takes the place of the first needed quote that was not met before it. `None` where
    the documents do not answer.
    """
    references = pair.item.references
    texts = [passage.text for passage in pair.record.passages[:DEPTH]]
    if not references:
        return None
    relevant = {str(n): 1 for n in range(len(needed(references)))}
    return ndcg(relevant, _as_met(references, texts))


def _as_met(references: Sequence[Reference], texts: Sequence[str]) -> list[str]:
    """Each passage as the quotes that it is the first to show, by number, or as nothing.

    So a passage that shows two quotes is worth as much as two that show one each, and no ranking
    is worth more than 1.
    """
    left = list(range(len(needed(references))))
    wanted, stand_ins = needed(references), [one for one in references if one.alt]
    ranked: list[str] = []
    for text in texts:
        said = letters(text)
        met = [n for n in left if shows(said, wanted[n].quote)]
        if not met and any(shows(said, one.quote) for one in stand_ins):
            met = left[:1]
        left = [n for n in left if n not in met]
        ranked += map(str, met) if met else [""]
    return ranked


def _gain(grades: Iterable[int], depth: int) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(islice(grades, depth), 1))


NDCG = Measure(
    f"nDCG@{DEPTH}",
    "How high the quotes that answer stand among the passages found, 1 for the best order.",
    "share",
    1,
    of,
)
