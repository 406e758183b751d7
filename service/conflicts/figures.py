"""Figures in Danish text, and what they count: "31 nye pladser", "4,5 mio. kr."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from index.tokens import SMALL, stem

NUMBERS = {
    word: number
    for number, word in enumerate(
        "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten"
        " atten nitten tyve".split(),
        start=2,
    )
}
FIGURE = re.compile(
    rf"(?<![\w.,/–-])(?P<whole>\d{{1,3}}(?:\.\d{{3}})+|\d+|{'|'.join(NUMBERS)})(?:,(?P<part>\d+))?"
    r"(?![\w/-]|[.,–]\d)"
    r"(?P<scale> ?(?:mio|mia)\b\.?| million(?:er)?| milliard(?:er)?| ?t(?=\.?kr))?"
    r"\.?(?P<sign> ?(?:kr\b\.?|kroner|pct\b\.?|procentpoint|procent|%))?",
    re.IGNORECASE,
)
SCALES = {"mio": 10**6, "mia": 10**9, "millio": 10**6, "millia": 10**9, "t": 10**3}
KRONER_BEFORE = re.compile(r"\b(?:kr\.?|DKK) ?$", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:ca|cirka|omkring|omtrent|knap|godt|næsten|over|under|mindst|højst|maks|maksimalt|op til"
    r"|mere end|mindre end|færre end|flere end|minimum|maksimum|mellem|fra|rundt)\.? (?:kr\.? )?$",
    re.IGNORECASE,
)
SPAN = re.compile(r" ?(?:-|–|til|eller) ?\d")
FOLLOWING = re.compile(r"[ \n]([a-zæøå][a-zæøå-]*)")
THING = re.compile(r"(?:plads|pladser|tilbud|borgere|sager|timer|dage|måneder|år|familier|huse)$")
FURTHEST = 3  # words from a figure to what it counts


class Sort(StrEnum):
    """What a value is."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    BARE = "bare"  # a figure without a unit
    DAY = "day"
    DAY_OF_YEAR = "day of year"
    YEAR = "year"
    OFTEN = "often"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a sentence: `value` as it is compared, `written` as it is shown.

    `unit` is what is counted, `grain` the worth of the last digit; `rounded` also means at most, at
    least, or one end of a span. `column` heads a table's cell. `start` and `end` bound the value.
    """

    sort: Sort
    value: float | str
    written: str
    start: int
    end: int
    unit: str = ""
    grain: float = 1.0
    rounded: bool = False
    column: str = ""


@lru_cache(maxsize=32768)
def stem_of(word: str) -> str:
    """As `index.tokens.stem`, remembered: the same words come again with every question."""
    return stem(word)


def figures(text: str) -> Iterator[Claim]:
    """The figures of `text`, those that name a paragraph, a page or a year among them."""
    for match in FIGURE.finditer(text):
        word = match["whole"].lower()
        if word in NUMBERS and match["part"]:
            continue
        before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() :][:60]
        sort, unit, length = _counted(match, before, after)
        scale = SCALES.get((match["scale"] or "").strip(" .").lower()[:6], 1)
        whole, part = NUMBERS.get(word) or int(word.replace(".", "")), match["part"] or ""
        yield Claim(
            sort=sort,
            value=float(f"{whole}.{part or 0}") * scale,
            written=text[match.start() : match.end() + length].strip(),
            start=match.start(),
            end=match.end(),
            unit=unit,
            grain=scale / 10 ** len(part),
            rounded=bool(ABOUT.search(before) or SPAN.match(after)) or before.endswith(("-", "- ")),
        )


def _counted(match: re.Match[str], before: str, after: str) -> tuple[Sort, str, int]:
    """What the figure is, the stems of what it counts, and how far that reaches."""
    sign = (match["sign"] or "").strip().lower()
    if sign.startswith("kr") or KRONER_BEFORE.search(before):
        return Sort.MONEY, "", 0
    if sign:
        return Sort.SHARE, "point" if sign.endswith("point") else "", 0
    thing, length = _thing(after)
    return (Sort.COUNT, thing, length) if thing else (Sort.BARE, "", 0)


def _thing(after: str) -> tuple[str, int]:
    """The words up to the likeliest noun of the next three, and how far they reach."""
    found: list[str] = []
    ends: list[int] = []
    while len(found) < FURTHEST:
        match = FOLLOWING.match(after, ends[-1] if ends else 0)
        if not match or match[1] in SMALL:
            break
        found.append(match[1])
        ends.append(match.end())
    if not found:
        return "", 0
    things = (place for place, word in enumerate(found) if THING.search(word))
    plurals = (place for place, word in enumerate(found) if word.endswith("r"))
    last = next(things, next(plurals, 0))
    return " ".join(map(stem_of, found[: last + 1])), ends[last]
