"""The dates of a text in all their spellings, so that a changed day, month or year is seen."""

import re
from dataclasses import dataclass

MONTH = (
    r"\b(jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli"
    r"|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NUMBER = {
    name: n
    for n, names in enumerate(
        "jan|feb|mar|apr|maj may|jun|jul|aug|sep|okt oct|nov|dec".split("|"), start=1
    )
    for name in names.split()
}
Y = r"((?:19|20)\d\d)"
PATTERNS = (
    (rf"\b{Y}-(\d\d)-(\d\d)\b", "ymd"),
    (rf"(?<![\d.,])(\d{{1,2}})[./-] ?(\d{{1,2}})[./ -] ?{Y}\b", "dmy"),
    (r"(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(\d\d)\b(?![.,]?\d)", "dmy"),
    (rf"(?<![\d.,])(\d{{1,2}})\.? ?(?:-|–|og|til|and) ?(?=\d{{1,2}}\.? {MONTH})", "day"),
    (rf"(?<![\d.,])(\d{{1,2}})(?:\.|st|nd|rd|th)? (?:of )?{MONTH},? {Y}\b", "dmy"),
    (rf"\b{MONTH} (\d{{1,2}})(?:st|nd|rd|th)?, {Y}\b", "mdy"),
    (rf"(?<![\d.,])(\d{{1,2}})(?:\.|st|nd|rd|th)? (?:of )?{MONTH}", "dm"),
    (r"(?<![\d.,])(\d{1,2})/(\d{1,2})(?![\d/])", "dm"),
    (rf"\b{MONTH},? {Y}\b", "my"),
)
COMPILED = [(re.compile(pattern, re.IGNORECASE), order) for pattern, order in PATTERNS]


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is written; `None` is not written."""

    year: int | None
    month: int | None
    day: int | None


def dates(text: str) -> tuple[list[Day], str]:
    """The dates of `text`, and `text` with blanks in their places; a month alone is a word."""
    found: list[Day] = []
    for pattern, order in COMPILED:
        for match in pattern.finditer(text):
            found.append(_day(match, order))
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return found, text


def matches(claim: Day, source: Day, years: frozenset[int]) -> bool:
    """Whether the source has the claim's date; `years` are all that the source names.

    Where the source leaves the year out, it must name that one year and no other.
    """
    if claim.day is not None and claim.day != source.day:
        return False
    if claim.month is not None and claim.month != source.month:
        return False
    if claim.year is None or claim.year == source.year:
        return True
    return source.year is None and years == {claim.year}


def _day(match: re.Match[str], order: str) -> Day:
    if order == "day":
        return Day(None, None, int(match[1]))
    parts = dict(zip(order, match.groups(), strict=True))
    year = int(parts["y"]) if "y" in parts else None
    month = parts.get("m", "")
    return Day(
        year + 2000 if year is not None and year < 100 else year,
        int(month) if month.isdigit() else NUMBER[month[:3].lower()],
        int(parts["d"]) if "d" in parts else None,
    )
