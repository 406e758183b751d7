"""Whether an answer cites a place that answers at all."""

from eval.measures.citing import right
from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """1 or 0; `None` where the documents do not answer."""
    return float(bool(right(pair))) if pair.item.answerable else None


CITED_GOLD = Measure(
    "cited_gold",
    "Share of the answers with at least one citation of a place that answers.",
    "share",
    1,
    of,
)
