"""Verbatim faithfulness of citations: whether each quote stands in the document it is said to."""

from eval.measures.measure import Measure, Pair
from eval.measures.standing import stands


def of(pair: Pair) -> float | None:
    """The share of the citations that do; `None` where nothing is cited.

    The document is looked up afresh, so it does not matter what the system says of itself. A
    document that is not there has no quotes. A text that reading put in another order than the
    file's (footnotes, tables in columns) is not found in the file.
    """
    cited = pair.record.citations
    if not cited:
        return None
    return sum(stands(one.quote, pair.documents.text(one.document) or "") for one in cited) / len(
        cited
    )


VERBATIM = Measure(
    "verbatim",
    "Share of the citations whose quote stands in the document word for word.",
    "share",
    1,
    of,
)
