"""Times that a question names without a date: seasons, quarters, spans, the last meeting."""

import re
from dataclasses import dataclass

SEASONS = {
    "forår": (3, 4, 5),
    "forsommer": (5, 6),
    "sommer": (6, 7, 8),
    "sensommer": (8, 9),
    "efterår": (9, 10, 11),
    "vinter": (1, 2, 12),
}
SEASON = re.compile(rf"\b({'|'.join(SEASONS)})(?:en|et|s)?(?: i)? ((?:19|20)\d\d)\b", re.IGNORECASE)
ORDINALS = {"1": 1, "første": 1, "2": 2, "andet": 2, "anden": 2, "3": 3, "tredje": 3, "4": 4}
ORDINALS |= {"fjerde": 4, "sidste": 0}
PART = re.compile(
    rf"\b({'|'.join(ORDINALS)})\.? (kvartal|halvår)(?:et)?(?: af| i)? ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"\b(?:fra|mellem) ((?:19|20)\d\d) (?:til|og|-) ((?:19|20)\d\d)\b"
    r"|\b(siden|efter|før|inden) ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LATEST = re.compile(
    r"\b(?:sidste|seneste|nyeste|last|latest) "
    r"(?:(?:ordinære|ekstraordinære|fysiske|virtuelle|board|committee) )?"
    r"(?:[\w-]*møde|[\w-]*referat|meeting|minutes)(?:et)?\b",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class Times:
    """Months as (year, month), a span of years with both ends, and whether the last meeting is
    asked for.
    """

    months: frozenset[tuple[int, int]] = frozenset()
    span: tuple[int, int] | None = None
    latest: bool = False


def times(question: str) -> Times:
    """The times `question` names."""
    seasons = {
        (int(match[2]), month)
        for match in SEASON.finditer(question)
        for month in SEASONS[match[1].lower()]
    }
    parts = {
        (int(match[3]), month)
        for match in PART.finditer(question)
        for month in _months(ORDINALS[match[1].lower()], match[2].lower())
    }
    return Times(frozenset(seasons | parts), _span(question), bool(LATEST.search(question)))


def _months(number: int, part: str) -> range:
    """The months of a quarter or a half year; 0 is the last one, and there is no third half."""
    length = 3 if part == "kvartal" else 6
    number = number or 12 // length
    return range((number - 1) * length + 1, min(12, number * length) + 1)


def _span(question: str) -> tuple[int, int] | None:
    match = SPAN.search(question)
    if not match:
        return None
    if match[1]:
        first, last = sorted((int(match[1]), int(match[2])))
        return first, last
    year = int(match[4])
    return {
        "siden": (year, LAST_YEAR),
        "efter": (year + 1, LAST_YEAR),
        "før": (FIRST_YEAR, year - 1),
        "inden": (FIRST_YEAR, year - 1),
    }[match[3].lower()]
