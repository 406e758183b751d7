"""What a question says about the place of its answer: a meeting's date, an item, a decision."""

import re
from dataclasses import dataclass
from datetime import date

from index.passage import Ref
from ingest import Status
from ingest.dates import MONTH, NUMERIC, WRITTEN, all_dates, month_of
from ingest.terms import ANNEXES, FRONT, RECOMMENDATION

MONTH_OF_YEAR = re.compile(rf"\b({MONTH})\.? ((?:19|20)\d\d)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PUNKT = re.compile(r"\bpunkt (\d+)\b", re.IGNORECASE)
DECISION = re.compile(
    r"\b(?:beslut\w*|vedt(?:og|aget|age)\w*|godkend\w*|enig\w*|tilslut\w*|konkluder\w*"
    r"|udfald\w*|til efterretning|opbakning|bakke\w* op|decid\w*|approv\w*|agreed?|adopt\w*)\b",
    re.IGNORECASE,
)
ASKED_DRAFT = re.compile(r"udkast|forslag|\bdraft|førstebehandl", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cues:
    """What was read off a question; empty sets say nothing."""

    days: frozenset[date] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()
    years: frozenset[int] = frozenset()
    punkt: str | None = None
    decision: bool = False
    draft: bool = False


def cues(question: str) -> Cues:
    """The cues in `question`."""
    days = frozenset(all_dates(question))
    rest = WRITTEN.sub(" ", NUMERIC.sub(" ", question))
    months = frozenset(
        (int(match[2]), month_of(match[1])) for match in MONTH_OF_YEAR.finditer(rest)
    )
    years = frozenset(int(year) for year in YEAR.findall(MONTH_OF_YEAR.sub(" ", rest)))
    punkt = PUNKT.search(question)
    return Cues(
        days=days,
        months=months,
        years=years,
        punkt=punkt[1] if punkt else None,
        decision=bool(DECISION.search(question)),
        draft=bool(ASKED_DRAFT.search(question)),
    )


# Shares of a passage's score that agreement with a cue adds.
SAME_DAY, SAME_MONTH, SAME_YEAR, SAME_PUNKT = 0.35, 0.30, 0.08, 0.15
DRAFT = 0.95  # what is adopted comes first where both say the same
# A list of annexes names everything and says nothing; where a meeting decided, what it was asked
# to decide comes after; the front page lists names.
PRIOR = {ANNEXES: 0.6, FRONT: 0.8, RECOMMENDATION: 0.9}


def agreement(found: Cues, ref: Ref) -> float:
    """How well a place fits the cues, as a factor: 1 where nothing speaks for it or against it."""
    factor = 1.0
    if ref.held:
        if ref.held in found.days:
            factor += SAME_DAY
        elif (ref.held.year, ref.held.month) in found.months:
            factor += SAME_MONTH
        elif ref.held.year in found.years:
            factor += SAME_YEAR
    if found.punkt and found.punkt == ref.punkt:
        factor += SAME_PUNKT
    if ref.status is Status.UDKAST and not found.draft:
        factor *= DRAFT
    if ref.section == RECOMMENDATION and ref.agenda_only:
        return factor
    return factor * PRIOR.get(ref.section or "", 1.0)
