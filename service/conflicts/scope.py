"""Whether two statements speak of the same time and the same kind of value."""

import re
from collections.abc import Sequence

from service.conflicts.claims import Said, said, years_of
from service.conflicts.figures import Sort
from service.conflicts.stated import Stated

# Each pair of statements has these words both or neither: they tell two figures apart.
TELLING_APART = tuple(
    re.compile(rf"\b(?:{words})")
    for words in (
        "højst|maks|op til",
        "mindst|minimum",
        "faktisk|realiser|opgjort",
        r"\w*gennemsnit",
        "tidligere|hidtil|før|mod\\b",
        r"\w*overskud|mindreforbrug",
        r"\w*underskud|merforbrug",
        r"stig|\w*stigning|øge|vokse[rdt]|opnormer|flere|løft",
        "fald|reduc|nedgang|færre|nednormer",
        "heraf|hvoraf|deraf",
        "i alt|saml|total",
        "ikke|ingen|uden",
        "kvinde",
        "mænd|mand",
        "børn|barn",
        "unge?\\b|ungdom",
        "voksn|voksen",
        "privat",
        "kommunal",
        "regional",
        "døgn",
        "dag",
        "først",
        "anden|andet|næste|sidste|seneste|forny",
        "start|begynd",
        "slut|ophør|udløb",
        "foreslå|forslag|indstil",
        "eksister",
    )
)
# And these, whether they stand in the text or above it.
KINDS_OF_FIGURE = tuple(
    re.compile(rf"(?:{words})")
    for words in ("budget", "regnskab|forbrug", "forvent|prognose|skøn|estim|anslå|vurder")
)
# Something that happens once; other days may return.
ONCE = re.compile(
    r"udsend|godkend|vedtag|vedtog|kraft|åbn|luk|opret|afvikl|frist|senest|offentliggør"
    r"|offentliggjort|modtag|indsend|fremsend|gælder|underskr|indgå|opsig|opsag"
)


def same_scope(told: Stated, other: Stated, sort: Sort) -> bool:
    """Whether both speak of the same time and the same kind of value, where a `sort` differs."""
    one, two = said(told.text), said(other.text)
    if one.periods != two.periods or not _same_naming(one, two, sort):
        return False
    if _has(TELLING_APART, one.plain) != _has(TELLING_APART, two.plain):
        return False
    if not same_kind(told, other):
        return False
    if sort is Sort.DAY:
        once = ONCE.search(one.plain) and ONCE.search(two.plain)
        return bool(once) and one.years == two.years and _years_of_days(one) == _years_of_days(two)
    if sort is Sort.YEAR:
        return True
    if sort is not Sort.DAY_OF_YEAR and _days(one) != _days(two):
        return False
    return _same_time(told, other)


def same_kind(told: Stated, other: Stated) -> bool:
    """Budget, accounts or forecast: as the text says or, where it says nothing, what is above."""
    return _kinds(told) == _kinds(other)


def same_edition(told: Stated, other: Stated) -> bool:
    """Whether nothing that is known puts the statements into two editions or years."""
    if told.edition and other.edition and told.edition != other.edition:
        return False
    return not (told.held and other.held) or told.held.year == other.held.year


def years_above(stated: Stated) -> frozenset[int]:
    """The years in the headings."""
    return frozenset(year for heading in stated.headings for year in years_of(heading))


def _has(patterns: Sequence[re.Pattern[str]], text: str) -> list[bool]:
    return [bool(pattern.search(text)) for pattern in patterns]


def _kinds(stated: Stated) -> list[bool]:
    found = _has(KINDS_OF_FIGURE, stated.text.lower())
    return found if any(found) else _has(KINDS_OF_FIGURE, " ".join(stated.headings).lower())


def _same_naming(one: Said, two: Said, sort: Sort) -> bool:
    """A paragraph or a number that only one names may narrow a figure, but no day."""
    if sort is Sort.DAY and not (one.naming and two.naming):
        return True
    return one.naming == two.naming


def _years_of_days(one: Said) -> set[str]:
    return {str(claim.value)[:4] for claim in one.claims if claim.sort is Sort.DAY}


def _days(one: Said) -> set[float | str]:
    return {c.value for c in one.claims if c.sort in (Sort.DAY, Sort.DAY_OF_YEAR)}


def _same_time(told: Stated, other: Stated) -> bool:
    """The same years in the text or, failing that, above it; else the same edition and year."""
    mine = said(told.text).years or years_above(told)
    theirs = said(other.text).years or years_above(other)
    return mine == theirs if mine or theirs else same_edition(told, other)
