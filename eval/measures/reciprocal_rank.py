"""Reciprocal rank: one over the place of the first passage that shows a quote (Voorhees 1999)."""

from collections.abc import Sequence

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import letters, shows
from eval.sets.item import Reference

DEPTH = 10


def reciprocal_rank(
    references: Sequence[Reference], texts: Sequence[str], depth: int = DEPTH
) -> float:
    """1 for the first passage, 1/2 for the second, 0 where none of the first `depth` has one."""
    for rank, text in enumerate(texts[:depth], 1):
        said = letters(text)
        if any(shows(said, one.quote) for one in references):
            return 1 / rank
    return 0.0


def of(pair: Pair) -> float | None:
    """Over a record's passages; `None` where the documents do not answer."""
    texts = [passage.text for passage in pair.record.passages]
    return reciprocal_rank(pair.item.references, texts) if pair.item.references else None


RR = Measure(
    f"RR@{DEPTH}",
    "One over the place of the first passage that shows a quote that answers.",
    "share",
    1,
    of,
)
