"""The verdict: how many of the questions went which way, in a few lines of words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eval import texts
from eval.report.case import Case
from eval.report.fate import Fate


@dataclass(frozen=True, slots=True)
class Line:
    """A line of it; `kind` is how it is drawn: good, careful or wrong."""

    kind: str
    count: str
    said: str


@dataclass(frozen=True, slots=True)
class Share:
    """A fate's part of the bar, from `start`, counted in questions."""

    kind: Fate
    start: int
    count: int

    @property
    def look(self) -> str:
        """How it is drawn."""
        return LOOKS[self.kind]


LOOKS = {
    Fate.RIGHT: "right",
    Fate.RIGHTLY_REFUSED: "rightly",
    Fate.PART: "part",
    Fate.REFUSED: "refused",
    Fate.WRONG: "wrong",
    Fate.MISLEADING: "misleading",
    Fate.NOT_REFUSED: "not-refused",
    Fate.ERROR: "none",
}
LINES = (
    (Fate.RIGHT, "good", texts.ANSWERED_RIGHT),
    (Fate.PART, "careful", texts.ANSWERED_PART),
    (Fate.WRONG, "wrong", texts.ANSWERED_WRONG),
    (Fate.MISLEADING, "wrong", texts.MISLEADING),
    (Fate.REFUSED, "careful", texts.REFUSED),
)


def verdict(cases: Sequence[Case]) -> list[Line]:
    """The lines; those of which there is nothing to say are left out, and all of an empty run."""
    answerable = [one for one in cases if one.item.answerable]
    counted = Counter(one.fate for one in answerable)
    lines = [
        Line(kind, _of(texts.OF, counted[fate], answerable), said)
        for fate, kind, said in LINES
        if counted[fate]
    ]
    return [*lines, *_refusals(cases), *_errors(cases)]


def tally(cases: Sequence[Case]) -> list[Share]:
    """The fates that occur, each where it begins on the bar."""
    counted = Counter(one.fate for one in cases)
    shares: list[Share] = []
    start = 0
    for fate in LOOKS:
        if counted[fate]:
            shares.append(Share(fate, start, counted[fate]))
            start += counted[fate]
    return shares


def _refusals(cases: Sequence[Case]) -> list[Line]:
    asked = [one for one in cases if not one.item.answerable]
    right = sum(one.fate is Fate.RIGHTLY_REFUSED for one in asked)
    kind = "good" if right == len(asked) else "careful"
    count = _of(texts.OF_UNANSWERABLE, right, asked)
    return [Line(kind, count, texts.RIGHTLY_REFUSED)] if asked else []


def _errors(cases: Sequence[Case]) -> list[Line]:
    failed = sum(one.fate is Fate.ERROR for one in cases)
    return [Line("wrong", _of(texts.OF, failed, cases), texts.ERRORS)] if failed else []


def _of(said: str, part: int, whole: Sequence[Case]) -> str:
    return said.format(part=part, whole=len(whole))
