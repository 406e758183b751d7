"""Wrong abstention: no answer, though the documents have one."""

from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """1 or 0; `None` where the documents do not answer."""
    return float(pair.record.abstained) if pair.item.answerable else None


WRONG_ABSTAIN = Measure(
    "wrong_abstain",
    "Share of the questions that the documents answer and the answer says they do not.",
    "share",
    -1,
    of,
)
