"""Attribution: whether the right text is said to be from the right meeting and agenda item."""

from eval.measures.citing import covers, right
from eval.measures.measure import Measure, Pair
from eval.runs.record import Cited
from eval.sets.item import Item


def of(pair: Pair) -> float | None:
    """The share of the citations that have a good part of a quote, and name its meeting and item.

    `None` where there is none, or the question is not about one item. Of an item's number the part
    before the full stop counts: "8.2" is item 8.
    """
    item = pair.item
    if not (item.answerable and item.meeting and item.punkt and right(pair)):
        return None
    found = [c for c in pair.record.citations if any(covers(c, one) for one in item.references)]
    return sum(_names(cited, item) for cited in found) / len(found) if found else None


def _names(cited: Cited, item: Item) -> bool:
    return cited.meeting_date == item.meeting and (cited.punkt or "").split(".")[0] == item.punkt


ATTRIBUTION = Measure(
    "attribution",
    "Share of the citations of the right text that name the right meeting and item.",
    "share",
    1,
    of,
)
