"""An answer from another year or edition than the one that is asked about."""

from eval.measures.amounts import amounts, years
from eval.measures.citing import right
from eval.measures.measure import Measure, Pair
from eval.runs.record import Cited


def of(pair: Pair) -> float | None:
    """1 where all citations are of other years, 0 where one is of a right year or the right text.

    The right years are those that the question names and that of the meeting in the set; a
    citation is of the years of its meeting, of its edition and in its quote. `None` where nothing
    is cited, no year is known, or the documents do not answer. A figure of the wrong column of a
    table that has the right year too is not seen; `must_not` may name it.
    """
    item, cited = pair.item, pair.record.citations
    meant = {*years(amounts(item.question)), *([item.meeting.year] if item.meeting else [])}
    if not item.answerable or not cited or not meant:
        return None
    return float(not right(pair) and not any(meant & _years(one) for one in cited))


def _years(cited: Cited) -> set[int]:
    held = [cited.meeting_date.year] if cited.meeting_date else []
    return {*held, *years(amounts(f"{cited.quote}\n{cited.edition or ''}"))}


YEAR_ERROR = Measure(
    "year_error",
    "Share of the answers that are from another year or edition than the one asked about.",
    "share",
    -1,
    of,
)
