"""Citation recall: the share of the quotes that answer which the citations show together."""

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import shown, together


def of(pair: Pair) -> float | None:
    """0 where nothing is cited; `None` where the documents do not answer.

    Most of a quote must be shown (`quotes.ENOUGH`), so a citation that has a part of a long quote
    counts for precision and not here.
    """
    if not pair.item.references:
        return None
    quotes = [cited.quote for cited in pair.record.citations]
    return shown(pair.item.references, together(quotes))


CITE_RECALL = Measure(
    "cite_recall",
    "Share of the quotes that answer which the citations show.",
    "share",
    1,
    of,
)
