"""The part of the collection that a question names for certain, and what the reader is told of it.

A question for "det seneste møde" or "referatet fra 22. maj 2025" is searched there first. What it
only hints at (a year, a kind of document) weighs in the ranking and narrows nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from index import Filters, Hit, Kind, Meeting, Snapshot, cues
from service import texts

MEETING = r"(?:møde(?:t|r|rne)?|referat(?:et)?|dagsorden(?:en)?|meeting|minutes|agenda)"
NAMED = re.compile(rf"\b\w*{MEETING}\b[^.?!,;]{{0,25}}$", re.IGNORECASE)
DATE_BEGINS = re.compile(r"\b(?:d\. |den )?\d{1,2}[./-]")
KINDS = {
    "referater": Kind.REFERAT,
    "referaterne": Kind.REFERAT,
    "dagsordener": Kind.DAGSORDEN,
    "dagsordenerne": Kind.DAGSORDEN,
}
OF_YEAR = re.compile(rf"\b({'|'.join(KINDS)}) (?:fra|i|for) ((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Filters that hold for certain, and how the place is called."""

    filters: Filters
    place: str


def searched(
    state: Snapshot, question: str, filters: Filters, limit: int
) -> tuple[list[Hit], list[str]]:
    """The best passages, those of a place the question names first, and notes on where it looked.

    Where nothing is found there, the whole is searched, and the note says so.
    """
    wide = state.search(question, filters, limit)
    meetings = state.meetings(filters.visibility)
    narrowed = narrow(question, filters, meetings, datetime.now(UTC).date())
    if narrowed is None:
        return wide, []
    inside = state.search(question, narrowed.filters, limit)
    if not inside:
        return wide, [texts.WIDENED.format(place=narrowed.place)]
    ids = {hit.passage.id for hit in inside}
    both = [*inside, *(hit for hit in wide if hit.passage.id not in ids)]
    return _in_order(both)[:limit], [texts.SEARCHED_IN.format(place=narrowed.place)]


def narrow(
    question: str, filters: Filters, meetings: Sequence[Meeting], today: date
) -> Narrowed | None:
    """What the question says for certain of the place of its answer; `None` where that is nothing.

    Conditions that are set already are left as they are.
    """
    if filters.start or filters.end:
        return None
    said = cues(question)
    held = {meeting.held for meeting in meetings}
    if said.latest and (latest := _latest(question, filters, meetings, today)):
        return _meeting(filters, latest, texts.LATEST_MEETING)
    named = said.punkt or _names_meeting(question)
    if named and len(said.days) == 1 and (day := min(said.days)) in held:
        inside = filters if filters.punkt or not said.punkt else replace(filters, punkt=said.punkt)
        return _meeting(inside, day, texts.THE_MEETING)
    of_year = OF_YEAR.search(question)
    if of_year and not filters.kinds:
        year = int(of_year[2])
        inside = replace(
            filters,
            kinds=frozenset({KINDS[of_year[1].lower()]}),
            start=date(year, 1, 1),
            end=date(year, 12, 31),
        )
        return Narrowed(inside, texts.OF_YEAR.format(kind=of_year[1].lower(), year=year))
    return None


def _latest(
    question: str, filters: Filters, meetings: Sequence[Meeting], today: date
) -> date | None:
    """The last meeting that was held, of the body that is asked for; with minutes where any has."""
    asked = question.casefold()
    named = {m.body for m in meetings if m.body and m.body.casefold() in asked}
    bodies = filters.bodies or named
    held = [m for m in meetings if m.held <= today and (not bodies or m.body in bodies)]
    with_minutes = [m.held for m in held if m.minutes]
    return max(with_minutes or [m.held for m in held], default=None)


def _meeting(filters: Filters, day: date, called: str) -> Narrowed:
    place = called.format(date=texts.danish_date(day))
    return Narrowed(replace(filters, start=day, end=day), place)


def _names_meeting(question: str) -> bool:
    """Whether a word for a meeting or its papers stands right before the date."""
    begins = DATE_BEGINS.search(question)
    return bool(begins and NAMED.search(question[: begins.start()]))


def _in_order(hits: Sequence[Hit]) -> list[Hit]:
    """The hits with scores that fall in their order; what is read off them stays comparable."""
    ordered: list[Hit] = []
    for hit in hits:
        most = ordered[-1].score if ordered else hit.score
        ordered.append(hit if hit.score <= most else replace(hit, score=most))
    return ordered
