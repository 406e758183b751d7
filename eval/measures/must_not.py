"""What an answer must never say: a figure of another year, a struck rule, a closed item's content.

Words are looked for anywhere in the answer, its quotes included. An answer that says something
wrong in other words is not seen, and one that quotes the words to deny them is counted.
"""

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import letters


def of(pair: Pair) -> float | None:
    """1 where any of it is said, 0 where none; `None` where nothing is forbidden.

    It counts for unanswerable questions too: a closed item's content is worst where there should
    be no answer. An abstention says nothing.
    """
    forbidden = [said for said in map(letters, pair.item.must_not) if said]
    if not forbidden:
        return None
    answer = letters(pair.record.answer)
    return float(not pair.record.abstained and any(said in answer for said in forbidden))


MUST_NOT = Measure(
    "must_not",
    "Share of the answers that say what they must never say.",
    "share",
    -1,
    of,
)
