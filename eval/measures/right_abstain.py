"""Right abstention: no answer where the documents have none."""

from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """1 or 0; `None` where the documents answer."""
    return None if pair.item.answerable else float(pair.record.abstained)


RIGHT_ABSTAIN = Measure(
    "right_abstain",
    "Share of the questions without an answer where the system says so.",
    "share",
    1,
    of,
)
