"""Dates as the documents write them: 22.05.2025, 22. maj 2025, d. 17.3.25."""

import re
from datetime import date

from ingest.terms import MONTHS

NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[.-](\d{4}|\d{2})\b")
# The first three letters tell the months apart, in Danish and in English.
MONTH = rf"(?:{'|'.join(m[:3] for m in MONTHS)}|may|oct)[a-z]*"
WRITTEN = re.compile(rf"\b(\d{{1,2}})\.? ?({MONTH})\.? (\d{{4}})\b", re.IGNORECASE)
ENGLISH = {"may": "maj", "oct": "okt"}


def all_dates(text: str) -> list[date]:
    """The dates written in full in `text`, in order; two-digit years are of this century."""
    found = [match for pattern in (NUMERIC, WRITTEN) for match in pattern.finditer(text)]
    found.sort(key=lambda match: match.start())
    days = (
        _date(int(m[3]), int(m[2]) if m[2].isdigit() else month_of(m[2]), int(m[1])) for m in found
    )
    return [day for day in days if day]


def first_date(text: str) -> date | None:
    """The first date written in full in `text`."""
    return next(iter(all_dates(text)), None)


def month_of(name: str) -> int:
    """The number of a month's name, Danish or English, whole or shortened."""
    short = name[:3].casefold()
    return [month[:3] for month in MONTHS].index(ENGLISH.get(short, short)) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def written(day: date) -> str:
    """The date in words: "22. maj 2025"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
