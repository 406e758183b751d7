"""Citation precision: the share of an answer's citations that rest on a place that answers.

After ALCE (Gao and others 2023), where a model judges whether a source bears a statement; here the
places were written down by people beforehand. A citation of another place that answers as well
counts as wrong.
"""

from eval.measures.citing import right
from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """`None` where the documents do not answer, or nothing is cited."""
    cited = pair.record.citations
    if not pair.item.answerable or not cited:
        return None
    return len(right(pair)) / len(cited)


CITE_PRECISION = Measure(
    "cite_precision",
    "Share of the citations that rest on a place that answers.",
    "share",
    1,
    of,
)
