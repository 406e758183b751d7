"""The time a question is limited to ("i 2024", "på det seneste møde"), and its words without it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from index import cues
from ingest.dates import MONTH, NUMERIC, WRITTEN, all_dates

YEAR = r"(?:19|20)\d\d(?![\d–-])"
IN = r"(?:i løbet af|i|fra|in|from|during)"
DAY = rf"(?:{NUMERIC.pattern}|{WRITTEN.pattern})"
SEASON = r"\w*(?:forår|sommer|efterår)(?:en|et)?"
PART = r"(?:\d\.|første|andet|tredje|fjerde|sidste) (?:kvartal|halvår)"
NEWEST = r"(?:sidste|seneste|nyeste|last|latest)"
MONTH_LONG = timedelta(days=31)
FIRST, LAST = 1900, 2099  # what the search reads where a span has one end alone


@dataclass(frozen=True, slots=True)
class Span:
    """`rest` is the question without its time; `start` and `end` are both included.

    `latest` says that the last meeting is meant.
    """

    rest: str
    start: date | None = None
    end: date | None = None
    latest: bool = False

    @property
    def short(self) -> bool:
        """Whether it is one meeting's: the last, a day, or no more than a month."""
        if self.start and self.end:
            return self.end - self.start < MONTH_LONG
        return self.latest


Bounds = tuple[date | None, date | None]


def _day(said: str, _: date) -> Bounds:
    days = all_dates(said)
    return (days[0], days[0]) if days else (None, None)


def _days(said: str, _: date) -> Bounds:
    days = all_dates(said)
    return (min(days), max(days)) if days else (None, None)


def _named(said: str, _: date) -> Bounds:
    """Months, seasons, quarters, years and spans of them, as the search reads them too."""
    read = cues(said)
    if read.span:
        first, last = read.span
        start = date(first, 1, 1) if first > FIRST else None
        return start, date(last, 12, 31) if last < LAST else None
    if read.months:
        (year, month), (last_year, last_month) = min(read.months), max(read.months)
        return date(year, month, 1), _last_of(last_year, last_month)
    if not read.years:
        return None, None
    return date(min(read.years), 1, 1), date(max(read.years), 12, 31)


def _this_year(said: str, today: date) -> Bounds:
    last = re.search(r"sidste|last", said, re.IGNORECASE)
    year = today.year - 1 if last else today.year
    return date(year, 1, 1), date(year, 12, 31)


def _last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


# Longest first, so that "fra 2022 til 2024" is not read as "fra 2022".
TIMES: tuple[tuple[re.Pattern[str], Callable[[str, date], Bounds]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"\b(?:fra|mellem|from|between) (?:den |d\. ?)?{DAY} (?:og|til|to|and) "
         rf"(?:den |d\. ?)?{DAY}", _days),
        (rf",? ?\b(?:(?:fra|af|on|of|from) )?(?:(?:den|d\.|the) ?)?{DAY}", _day),
        (rf"\b(?:fra|mellem) {YEAR} (?:til|og) {YEAR}|\b(?:siden|efter|før|inden) {YEAR}", _named),
        (rf"\b{IN} {YEAR} (?:og|til|and|to) {YEAR}", _named),
        (rf"\b{IN} (?:{SEASON}|{PART})(?: i| af)? {YEAR}", _named),
        (rf"\b{IN} {MONTH}\.? {YEAR}", _named),
        (rf"\b{IN} (?:året )?{YEAR}", _named),
        (r"\bi år\b|\bsidste år\b|\bthis year\b|\blast year\b", _this_year),
    )
)  # fmt: skip
LATEST = re.compile(rf"\b(?:det |the )?{NEWEST} (møde|meeting)(?:t)?\b", re.IGNORECASE)


def span(question: str, today: date) -> Span | None:
    """The time `question` is limited to; `None` where it names several that do not make one."""
    rest = " ".join(question.split()).rstrip(" ?.!")
    found = _first(rest, today)
    if found is None:
        return Span(LATEST.sub(_the_meeting, rest), latest=bool(LATEST.search(rest)))
    if found.start is None and found.end is None:
        return None
    return None if _first(found.rest, today) or LATEST.search(found.rest) else found


def _first(text: str, today: date) -> Span | None:
    for pattern, read in TIMES:
        match = pattern.search(text)
        if match:
            rest = " ".join((text[: match.start()] + " " + text[match.end() :]).split())
            return Span(rest, *read(match[0], today))
    return None


def _the_meeting(match: re.Match[str]) -> str:
    return "the meeting" if match[1].lower() == "meeting" else "mødet"
