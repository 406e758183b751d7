"""The worst cases: the answers that would harm a reader most, first."""

from collections.abc import Sequence

from eval.report.case import Case
from eval.report.fate import Fate

MOST = 10
ORDER = (Fate.MISLEADING, Fate.NOT_REFUSED, Fate.WRONG, Fate.REFUSED, Fate.PART, Fate.ERROR)


def worst(cases: Sequence[Case], most: int = MOST) -> list[Case]:
    """At most so many of the questions that failed, the worst first, those alike as asked."""
    return sorted((one for one in cases if not one.fine), key=_badness)[:most]


def grave(case: Case) -> bool:
    """Whether the answer says something that it must not."""
    return any(reason.grave for reason in case.reasons)


def _badness(case: Case) -> tuple[bool, int, float]:
    """Where the right place was found far down or not at all, there is more to mend."""
    order = ORDER.index(case.fate) if case.fate in ORDER else len(ORDER)
    said = sum(there for _, there in case.facts) / len(case.facts) if case.facts else 0
    return not grave(case), order, said
