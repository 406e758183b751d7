"""The forms of the lists as browsers send them, and the conditions they come to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, Field

from ingest.dates import first_date
from service import texts
from service.answer import Outcome
from service.archive.records import Period

YEAR = re.compile(r"(?:19|20)\d\d")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
MOST = 100  # values of one field; more than any form has boxes


def _plain(text: str) -> str:
    """What was typed, on one line and without what cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _filled(values: list[str]) -> list[str]:
    return [value for value in values if value]


Typed = Annotated[str, AfterValidator(_plain)]
Chosen = Annotated[list[str], Field(max_length=MOST), AfterValidator(_filled)]


class Sent(BaseModel):
    """The boxes and days of a form; what is left empty is no condition.

    It holds no words, so it may stand in an address.
    """

    art: Chosen = []
    organ: Chosen = []
    udfald: Chosen = []
    aar: Chosen = []
    fra: Typed = ""
    til: Typed = ""
    side: Annotated[int, Field(ge=1, le=10_000)] = 1


class SentWords(Sent):
    """A form with words too, which never stands in an address."""

    emne: Typed = ""


AnySent = TypeVar("AnySent", bound=Sent)


def without(sent: AnySent, *fields: str) -> AnySent:
    """The form of a page that does not have these fields: what is sent in them says nothing."""
    return sent.model_copy(update={name: Sent.model_fields[name].default for name in fields})


def address(path: str, sent: Sent) -> str:
    """Where what was chosen is shown, for keeping; words and empty fields are left out."""
    chosen = sent.model_dump(include=set(Sent.model_fields), exclude_defaults=True)
    return f"{path}?{urlencode(chosen, doseq=True)}" if chosen else path


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a form asks for; `wrong` says by field what of it cannot be used, and why."""

    kinds: frozenset[str]
    bodies: frozenset[str]
    outcomes: frozenset[Outcome]
    years: frozenset[int]
    period: Period
    wrong: Mapping[str, str]

    @property
    def span(self) -> Period:
        """The shortest period that has all that is asked for."""
        if not self.years:
            return self.period
        start, end = date(min(self.years), 1, 1), date(max(self.years), 12, 31)
        return Period(max(start, self.period.start or start), min(end, self.period.end or end))


def conditions(sent: Sent) -> Conditions:
    """What the form asks for."""
    wrong = {}
    outcomes = frozenset(Outcome(value) for value in sent.udfald if value in list(Outcome))
    if len(outcomes) < len(set(sent.udfald)):
        wrong["udfald"] = texts.OUTCOME_UNKNOWN
    kinds = frozenset(sent.art)
    if not kinds <= texts.KINDS.keys():
        wrong["art"] = texts.KIND_UNKNOWN
    named = frozenset(sent.aar)
    years = frozenset(int(year) for year in named if YEAR.fullmatch(year))
    if len(years) < len(named):
        wrong["aar"] = texts.YEAR_UNKNOWN
    period, unread = _period(sent.fra, sent.til)
    return Conditions(kinds, frozenset(sent.organ), outcomes, years, period, {**wrong, **unread})


def _period(start: str, end: str) -> tuple[Period, dict[str, str]]:
    first, last = _day(start, (1, 1)), _day(end, (12, 31))
    unread = {
        name: texts.DAY_UNREADABLE
        for name, written, day in (("fra", start, first), ("til", end, last))
        if written and day is None
    }
    if first and last and last < first:
        return Period(), {"til": texts.PERIOD_BACKWARDS}
    return Period(first, last), unread


def _day(written: str, of_year: tuple[int, int]) -> date | None:
    """A day as browsers send it or as people write it; of a year alone its first or last."""
    if YEAR.fullmatch(written):
        return date(int(written), *of_year)
    if ISO.fullmatch(written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return None
    return first_date(written)
