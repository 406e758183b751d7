"""Figures and dates as they are meant, however they are written: "12.03.2025" and "12. marts 2025".

Numbers in words are not read.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
NAMED = re.compile(
    rf"\b(?P<day>\d{{1,2}})\.?\s*(?P<month>{'|'.join(MONTHS)})\b\.?(?:\s*(?P<year>\d{{4}}))?", re.I
)
ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
DOTTED = re.compile(
    r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d\d)\b(?![.,]\d)"
)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A date; `year` is `None` where it is not written."""

    day: int
    month: int
    year: int | None = None

    def meets(self, other: "Day") -> bool:
        """Whether both can be the same day."""
        near = None in (self.year, other.year) or self.year == other.year
        return near and (self.day, self.month) == (other.day, other.month)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The figures of a text, thousands without full stops, and its dates."""

    figures: frozenset[str] = frozenset()
    days: frozenset[Day] = frozenset()

    def __or__(self, other: "Amounts") -> "Amounts":
        return Amounts(self.figures | other.figures, self.days | other.days)

    def __len__(self) -> int:
        return len(self.figures) + len(self.days)

    def among(self, sources: "Amounts") -> int:
        """How many of them the sources have.

        A day written without its year is any year's; one with its year needs that year.
        """
        days = sum(any(day.meets(other) for other in sources.days) for day in self.days)
        return len(self.figures & sources.figures) + days


def amounts(text: str) -> Amounts:
    """The figures and dates that `text` has."""
    days: set[Day] = set()
    for pattern in (ISO, NAMED, DOTTED):
        for match in pattern.finditer(text):
            if day := _day(match.groupdict()):
                days.add(day)
        text = pattern.sub(_without, text)
    return Amounts(frozenset(map(_plain, FIGURE.findall(text))), frozenset(days))


def of_day(held: date) -> Amounts:
    """A date, and its year as a figure."""
    return Amounts(frozenset({str(held.year)}), frozenset({Day(held.day, held.month, held.year)}))


def years(found: Amounts) -> Collection[int]:
    """The years from 1900 to 2099 among figures and dates."""
    alone = {int(figure) for figure in found.figures if re.fullmatch(r"(?:19|20)\d\d", figure)}
    return alone | {day.year for day in found.days if day.year}


def _day(parts: dict[str, str | None]) -> Day | None:
    named, year = (parts["month"] or "").lower(), parts["year"]
    month = MONTHS.get(named) or int(named)
    day = int(parts["day"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Day(day, month, (int(year) + CENTURY * (len(year) == 2)) if year else None)


def _without(match: re.Match[str]) -> str:
    """What is left of a text that was read as a date: nothing, or all where it is none."""
    return " " if _day(match.groupdict()) else match[0]


def _plain(figure: str) -> str:
    return figure.replace(".", "") if THOUSANDS.fullmatch(figure) else figure
