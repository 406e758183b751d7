"""A rule in one place and what another place allows: once a year, and within the year."""

import re
from functools import lru_cache

from index.tokens import stem
from service.conflicts.stated import Conflict, Stated

CHANGING = r"(?:ændr|reguler|juster)"
ONCE = r"(?:kun |højst )?(?:én|en|1) gang (?:årligt|om året|hvert år|pr\. år)"
WITHIN = r"(?:i løbet af|inden for|midt i) (?:året|et år)"
ONCE_A_YEAR = re.compile(
    rf"(?P<thing>[a-zæøå]+) (?:kan |må |skal )?(?:kun |højst )?{CHANGING}es (?P<when>{ONCE})"
)
WITHIN_YEAR = re.compile(
    rf"{CHANGING}e?r? (?:en |et )?(?P<thing>[a-zæøå]+)[^.]{{0,60}}? (?P<when>{WITHIN})"
    rf"|(?P<passive>[a-zæøå]+) (?:kan |må )(?:godt )?{CHANGING}es (?P<then>{WITHIN})"
)
NEGATED = re.compile(r"\b(?:ikke|aldrig|ingen)\b")


def excepted(told: Stated, other: Stated) -> Conflict | None:
    """Where one says that a thing changes once a year, the other that it may within the year."""
    if not _same_rules(told, other):
        return None
    mine, theirs = (_once(told.text), _within(told.text)), (_once(other.text), _within(other.text))
    for one, two in ((mine[0], theirs[1]), (mine[1], theirs[0])):
        if one and two and one[0] == two[0]:
            return Conflict(told, other, one[1], two[1])
    return None


def _same_rules(told: Stated, other: Stated) -> bool:
    if told.edition or other.edition:
        return told.edition == other.edition
    return told.held == other.held


@lru_cache(maxsize=2048)
def _once(text: str) -> tuple[str, str] | None:
    match = ONCE_A_YEAR.search(text.lower()) if "gang" in text else None
    return (stem(match["thing"]), match["when"]) if match else None


@lru_cache(maxsize=2048)
def _within(text: str) -> tuple[str, str] | None:
    match = WITHIN_YEAR.search(text.lower()) if "år" in text else None
    if not match or NEGATED.search(text.lower()):
        return None
    return stem(match["thing"] or match["passive"]), match["when"] or match["then"]
