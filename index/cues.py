"""What a question says about the place of its answer: a meeting's date, an item, a decision."""

import re
from dataclasses import dataclass
from datetime import date

from index.passage import Ref
from index.period import times
from index.weights import STANDARD, Weights
from ingest import Kind, Status
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
EDITION = re.compile(r"\b((?:19|20)\d\d) ?[-–/] ?((?:19|20)?\d\d)\b")
KINDS = {
    Kind.REFERAT: re.compile(r"\breferat|\bminutes\b", re.IGNORECASE),
    Kind.DAGSORDEN: re.compile(r"\bdagsorden|\bagenda\b", re.IGNORECASE),
    Kind.SOCIALAFTALE: re.compile(r"socialaftale", re.IGNORECASE),
    Kind.STYRINGSAFTALE: re.compile(r"styringsaftale", re.IGNORECASE),
    Kind.GUIDE: re.compile(r"guide\b|\bvejledning", re.IGNORECASE),
    Kind.AARSRAPPORT: re.compile(r"årsrapport|årsberetning|annual report", re.IGNORECASE),
    Kind.NOTAT: re.compile(r"\bnotat", re.IGNORECASE),
    Kind.KOMMISSORIUM: re.compile(r"kommissori", re.IGNORECASE),
}
IN_FORCE = re.compile(r"\bgælde(?:r|nde)\b|\bi kraft\b|\bvedtagne\b|\bin force\b", re.IGNORECASE)
ASKED_DRAFT = re.compile(r"udkast|forslag|\bdraft|førstebehandl", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cues:
    """What was read off a question; empty sets say nothing.

    `span` are the first and last year of a time asked for, `latest` says that the last meeting is,
    `in_force` that what applies is asked for.
    """

    days: frozenset[date] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()
    years: frozenset[int] = frozenset()
    span: tuple[int, int] | None = None
    latest: bool = False
    punkt: str | None = None
    kinds: frozenset[Kind] = frozenset()
    editions: frozenset[str] = frozenset()
    decision: bool = False
    draft: bool = False
    in_force: bool = False


def cues(question: str) -> Cues:
    """The cues in `question`."""
    days = frozenset(all_dates(question))
    rest = WRITTEN.sub(" ", NUMERIC.sub(" ", question))
    months = frozenset(
        (int(match[2]), month_of(match[1])) for match in MONTH_OF_YEAR.finditer(rest)
    )
    years = frozenset(int(year) for year in YEAR.findall(MONTH_OF_YEAR.sub(" ", rest)))
    punkt = PUNKT.search(question)
    named = times(rest)
    return Cues(
        days=days,
        months=months | named.months,
        years=years,
        span=named.span,
        latest=named.latest,
        punkt=punkt[1] if punkt else None,
        kinds=frozenset(kind for kind, said in KINDS.items() if said.search(question)),
        editions=frozenset(_edition(match) for match in EDITION.finditer(question)),
        decision=bool(DECISION.search(question)),
        draft=bool(ASKED_DRAFT.search(question)),
        in_force=bool(IN_FORCE.search(question)),
    )


def _edition(match: re.Match[str]) -> str:
    """An edition as documents name it: "2025-26" is "2025-2026"."""
    return f"{match[1]}-{match[1][:2] if len(match[2]) == 2 else ''}{match[2]}"


def agreement(found: Cues, ref: Ref, weights: Weights = STANDARD) -> float:
    """How well a place fits the cues, as a factor: 1 where nothing speaks for it or against it."""
    factor = 1.0
    if ref.held:
        factor += _time(found, ref.held, weights)
    if found.punkt and found.punkt == ref.punkt:
        factor += weights.punkt
    if ref.edition in found.editions:
        factor += weights.edition
    if ref.kind in found.kinds:
        factor += weights.kind
    if ref.status is Status.UDKAST and not found.draft:
        factor *= weights.draft_for_rule if found.in_force else weights.draft
    if ref.section == RECOMMENDATION and ref.agenda_only:
        return factor
    return factor * _prior(ref.section, weights)


def _time(found: Cues, held: date, weights: Weights) -> float:
    if held in found.days:
        return weights.day
    if (held.year, held.month) in found.months:
        return weights.month
    inside = found.span is not None and found.span[0] <= held.year <= found.span[1]
    return weights.year if held.year in found.years or inside else 0.0


def _prior(section: str | None, weights: Weights) -> float:
    """A list of annexes names everything and says nothing, the front page lists names, and where a
    meeting decided, what it was asked to decide comes after.
    """
    if section == ANNEXES:
        return weights.annexes
    if section == FRONT:
        return weights.front
    return weights.recommendation if section == RECOMMENDATION else 1.0
