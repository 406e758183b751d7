"""How well each piece of the sections found answers the question: a weighted sum of plain signs.

The weights were fitted by `eval/fitting.py`; each is what one step of its sign is worth in the
logarithm of the odds that the piece belongs to the answer.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index import Closeness, Hit, Kind, Passage, Status
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.mentions import has_figure, has_name, names_year
from service.outcome import tells_outcome
from service.question import Question, Wanted
from service.units import Section, Unit

MOMENTS = re.compile(
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|kvartal|ultimo|primo|medio|årligt|månedligt|(?:19|20)\d\d)\b|\b\d{1,2}[./]\d{1,2}",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][a-zæøåé]+)+|\b[A-ZÆØÅ]{2,}\b"
    r"|(?i:\w*(?:styregruppe|udvalg|sekretariat|styrelse|kommune|gruppe|region)[a-zæøå]{0,4}\b)"
    r"|(?i:\b(?:driftsherre|myndighed))"
)
REASONS = re.compile(
    r"\b(?:fordi|da|idet|grund(?:et|en|e)?|skyldes|årsag\w*|pga|derfor|hvilket|med henblik|hensyn)"
    r"\b",
    re.IGNORECASE,
)
RULES = re.compile(r"\b(?:skal|må|kan|bør|forpligt\w*|ikke)\b", re.IGNORECASE)
LIMITS = re.compile(r"\b(?:ikke|ingen|alene|kun|dog)\b", re.IGNORECASE)
DEFINES = re.compile(
    r"(.{3,90}?)\b(?:er|betyder|dækker|defineres|forstås|omfatter|består)\b", re.DOTALL
)
STANDING = re.compile(
    r"\b(?:første|anden|1\.|2\.) ?behandling|\bendelig\w*|\bgodkend\w*|\bvedtag\w*|\budkast"
    r"|\bgælder\b|\bi kraft\b|\bikrafttræd\w*",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\b(?:indledte|gav ordet|bød velkommen|orienterede kort|gennemgik kort)\b", re.IGNORECASE
)
TOTAL = re.compile(r"\bi alt\b|\bsamle(?:t|de)\b|\btotal", re.IGNORECASE)
OWNER = re.compile(r"^(?:[•◦–-] ?|o )?([A-ZÆØÅ](?:[^\n.:]|\.(?=\w)){2,60})[.:]?$", re.MULTILINE)
OWNER_WORDS = 6  # at most, of a line that names whose the text below it is
SHORT = 40  # characters; what is shorter seldom tells anything
FITS = {
    Wanted.MOMENT: MOMENTS,
    Wanted.PERSON: NAMES,
    Wanted.REASON: REASONS,
    Wanted.RULE: RULES,
    Wanted.YES_OR_NO: LIMITS,
}
WEIGHTS: Mapping[str, float] = {
    "agreement": -0.03,
    "annex": -0.51,
    "begins": -0.34,
    "concepts": 0.21,
    "concepts and place": 3.74,
    "defines": 7.86,
    "draft": -0.07,
    "draft asked for": 0.26,
    "figure of the year": 1.75,
    "figure sought": 1.70,
    "fits figure": 0.53,
    "fits moment": 1.23,
    "fits person": 0.88,
    "fits reason": 2.53,
    "fits rule": 0.32,
    "fits yes or no": 1.68,
    "heading": -0.65,
    "item": 1.59,
    "length": 0.99,
    "list": -0.11,
    "list asked for": 1.79,
    "meaning": 2.08,
    "meaning without words": 1.16,
    "neighbours": 0.44,
    "of another": -0.71,
    "only recommended": 2.25,
    "opens": -0.13,
    "other year": -0.78,
    "outcome": 0.43,
    "outcome asked for": 0.61,
    "passage": 1.89,
    "rank": 1.00,
    "recommendation": -0.32,
    "section": 2.34,
    "section length": -1.72,
    "section words": 2.21,
    "short": -0.58,
    "tells outcome": 1.43,
    "tells standing": 1.51,
    "total": 0.05,
    "words": 0.70,
    "words and place": 2.05,
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of a section, what it is worth, and the signs that told."""

    unit: Unit
    worth: float
    signs: Mapping[str, float]


def weighed(
    question: Question, section: Section, hits: Sequence[Hit], close: Closeness
) -> list[Weighed]:
    """The section's pieces in reading order, each with its worth."""
    found = signs(question, section, hits, close)
    return [
        Weighed(unit, sum(WEIGHTS.get(name, 0.0) * sign for name, sign in its.items()), its)
        for unit, its in zip(section.units, found, strict=True)
    ]


def signs(
    question: Question, section: Section, hits: Sequence[Hit], close: Closeness
) -> Iterator[dict[str, float]]:
    """The signs of each of the section's pieces; those that are shares are 0 to 1."""
    top = hits[0].score or 1.0
    scores = {hit.passage.id: (hit.score / top, rank) for rank, hit in enumerate(hits, 1)}
    first = section.first
    around = first.context
    shared = {
        "section": max((scores[p.id][0] for p in section.passages if p.id in scores), default=0.0),
        "item": max((h.score / top for h in hits if h.passage.group == first.group), default=0.0),
        "section words": close.words(section.text),
        "section length": math.log1p(len(section.text)) / 8,
        "heading": close.words(*first.ref.headings[-1:]),
        **_standing(question, first),
    }
    others = _of_others(question, section)
    said = [close.words(unit.told) for unit in section.units]
    near = close.meaning([unit.told for unit in section.units])
    for at, unit in enumerate(section.units):
        passages, _, _ = section.place(unit.start, unit.end)
        known = [scores[passage.id] for passage in passages if passage.id in scores]
        words = close.words(unit.told, around)
        yield {
            **shared,
            "passage": max((score for score, _ in known), default=0.0),
            "rank": 1 / min((rank for _, rank in known), default=100),
            "words": said[at],
            "words and place": words,
            "neighbours": max([*said[max(0, at - 1) : at], *said[at + 1 : at + 2]], default=0.0),
            "concepts": close.concepts(unit.told),
            "concepts and place": close.concepts(unit.told, around),
            "meaning": near[at],
            "meaning without words": near[at] * (1 - words),
            "begins": float(at == 0),
            "of another": float(unit in others),
            "length": math.log1p(len(unit.told)) / 6,
            "short": float(len(unit.told) < SHORT),
            "tells outcome": float(bool(shared["outcome"]) and tells_outcome(unit.told)),
            **_fitting(question, unit, first, close),
        }


def _of_others(question: Question, section: Section) -> set[Unit]:
    """The units under a short line that names another one than the question does.

    "Birkegården." and "• Lyngen, Region Østfjorden:" head what follows. Where no such line has a
    name of the question, they are taken for something else. What stands before the first belongs
    to what is headed further up.
    """
    heads = [
        (head.start(), head[1])
        for head in OWNER.finditer(section.text)
        if _is_owner(head[1], section.text)
    ]
    own = [any(has_name(name, head) for name in question.names) for _, head in heads]
    if not any(own):
        return set()
    found = set()
    for unit in section.units:
        above = [mine for (start, _), mine in zip(heads, own, strict=True) if start < unit.end]
        mine = bool(above) and above[-1]
        if not mine and not any(has_name(name, unit.told) for name in question.names):
            found.add(unit)
    return found


def _is_owner(head: str, text: str) -> bool:
    """Whether a short line is a name: two words of it have capitals, or it stands so in a sentence.

    "Økonomi." and "Nyt tilbud til børn." are no names.
    """
    parts = head.replace(",", " ").split()
    if len(parts) > OWNER_WORDS:
        return False
    capitals = [part for part in parts if part[0].isupper()]
    within = re.search(rf"[a-zæøå,:] {re.escape(parts[0])}\b", text)
    return len(capitals) > 1 or within is not None


def _standing(question: Question, passage: Passage) -> dict[str, float]:
    ref = passage.ref
    outcome = not ref.annex and ref.section in OUTCOMES
    recommended = not ref.annex and ref.section == RECOMMENDATION
    agreement = ref.kind in (Kind.SOCIALAFTALE, Kind.STYRINGSAFTALE)
    return {
        "outcome": float(outcome),
        "outcome asked for": float(outcome and question.decision),
        "recommendation": float(recommended),
        "only recommended": float(recommended and ref.agenda_only and question.decision),
        "annex": float(bool(ref.annex) and not agreement),
        "agreement": float(agreement),
        "draft": float(ref.status is Status.UDKAST),
        "draft asked for": float(ref.status is Status.UDKAST and question.draft),
    }


def _fitting(question: Question, unit: Unit, first: Passage, close: Closeness) -> dict[str, float]:
    told = unit.told
    found = {
        f"fits {sort}": float(bool(said.search(told)))
        for sort, said in FITS.items()
        if sort in question.wanted
    }
    sought = question.sought
    above = " ".join((*first.ref.headings[-1:], first.ref.annex or ""))
    if sought:
        given = sought.given(told, above)
        right = all(names_year(f"{told} {above}", year) for year in question.years)
        found["figure sought"] = float(given)
        found["figure of the year"] = float(given and bool(question.years) and right)
    elif Wanted.FIGURE in question.wanted:
        found["fits figure"] = float(has_figure(told, question.text))
    if Wanted.DEFINITION in question.wanted and (defined := DEFINES.match(told)):
        found["defines"] = close.words(defined[1])
    found["total"] = float(unit.row and bool(sought) and bool(TOTAL.search(told)))
    found["opens"] = float(bool(OPENS.search(told)) and "\n" not in told)
    found["tells standing"] = float(question.standing and bool(STANDING.search(told)))
    several = "\n" in told
    found["list"] = float(several)
    found["list asked for"] = float(several and Wanted.LIST in question.wanted)
    place = f"{told} {first.context}"
    found["other year"] = float(any(not names_year(place, year) for year in question.years))
    return found
