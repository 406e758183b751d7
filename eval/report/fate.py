"""What became of a question: whether it was answered as it should be."""

from enum import StrEnum

from eval.measures import citing, nuggets
from eval.measures.measure import Pair


class Fate(StrEnum):
    """What became of it; `eval.texts.FATES` has the words for readers."""

    RIGHT = "right"
    PART = "part"
    WRONG = "wrong"
    MISLEADING = "misleading"
    REFUSED = "refused"
    RIGHTLY_REFUSED = "rightly refused"
    NOT_REFUSED = "not refused"
    ERROR = "error"


FINE = (Fate.RIGHT, Fate.RIGHTLY_REFUSED)


def fate(pair: Pair) -> Fate:
    """What became of the question.

    Right is an answer that says every nugget and cites a place that answers; in part is one that
    says some, or that has the place alone. Whether it misleads is for `reasons` to say.
    """
    if pair.record.error:
        return Fate.ERROR
    if not pair.item.answerable:
        return Fate.RIGHTLY_REFUSED if pair.record.abstained else Fate.NOT_REFUSED
    return Fate.REFUSED if pair.record.abstained else _answered(pair)


def facts(pair: Pair) -> list[tuple[str, bool]]:
    """The nuggets, and whether the answer says each."""
    answer = pair.record.answer[: nuggets.READ]
    said = not pair.record.abstained
    return [(one, said and nuggets.says(answer, one)) for one in pair.item.nuggets]


def _answered(pair: Pair) -> Fate:
    said, cited = [there for _, there in facts(pair)], bool(citing.right(pair))
    if all(said) and cited:
        return Fate.RIGHT
    return Fate.PART if any(said) or cited else Fate.WRONG
