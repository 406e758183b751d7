"""The figures of a text with what they count: 6,7 mio. kr. is not 6,7 mia. kr., nor 6,7 pct."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.tokens import SMALL, stem
from service.model.numerals import in_figures

SCALES = (
    (re.compile(r"(?:mio|mill)\b\.?|million(?:er|s)?\b", re.IGNORECASE), Decimal(10**6)),
    (re.compile(r"(?:mia|mrd)\b\.?|milliard(?:er)?\b|billions?\b", re.IGNORECASE), Decimal(10**9)),
    (re.compile(r"t\.? ?(?=kr)|tusinde?\b|thousand\b", re.IGNORECASE), Decimal(10**3)),
)
UNITS = (
    ("pct.point", r"(?:pct|procent|%)[. -]*point\b|percentage points?\b"),
    ("pct", r"pct\b\.?|%|procent\b|per ?cent\b"),
    ("kr", r"(?:danske )?kr\b\.?|kroner\b|dkk\b|danish kroner\b"),
    ("eur", r"eur(?:o)?\b|€"),
    ("år", r"år(?:s|ig\w*)?\b|years?\b"),
    ("måned", r"måned\w*|mdr\b\.?|months?\b"),
    ("uge", r"uger?s?\b|weeks?\b"),
    ("arbejdsdag", r"(?:hver|arbejds)dag(?:e|es|s)?\b|(?:working|business) days?\b"),
    ("dag", r"dag(?:e|es|s)?\b|days?\b"),
    ("døgn", r"døgn\b"),
    ("time", r"timer?s?\b|hours?\b"),
    ("minut", r"minut\w*"),
    ("km", r"km\b|kilometer\b"),
)
UNIT = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in UNITS]
# What stands before the figure: "§ 107", "stk. 2", "punkt 4", "kr. 500".
BEFORE = re.compile(
    r"(§{1,2}|\b(?:paragraf|section|stk|nr|no|punkt|pkt|item|kap|kapitel|bilag|side|kl"
    r"|kr|dkk|uge|week|fase|version|tlf)\b)[. ]*$",
    re.IGNORECASE,
)
SAME = {"§§": "§", "paragraf": "§", "section": "§", "pkt": "punkt", "item": "punkt", "no": "nr"}
SAME |= {"kapitel": "kap", "dkk": "kr", "week": "uge"}
NUMBER = re.compile(r"(?<![\w.,])[-–]?\d+(?:[.,]\d+)*(?: \d{3}(?!\d))*(?: ?[a-h]\b)?", re.ASCII)
YEAR = re.compile(r"(?:19|20)\d\d")
# "5-7 mio. kr." and "5, 6 og 7 pct.": the unit belongs to all of them.
JOINED = re.compile(r"\s*(?:-|–|,|og|til|eller|and|to|or|,\s*og)\s*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its unit, scaled; `of` are the stems of the words it may count."""

    value: str
    unit: str
    of: tuple[str, ...]
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        """Whether it is the bare number of a year."""
        return self.unit == "" and bool(YEAR.fullmatch(self.value))


def figures(text: str, *, english: bool = False) -> list[Figure]:
    """The figures of a text in which dates are blanked out; words for numbers are figures too."""
    plain = in_figures(text, english=english)
    found = [_figure(plain, match, english=english) for match in NUMBER.finditer(plain)]
    for at in reversed(range(len(found) - 1)):
        one, other = found[at], found[at + 1]
        if not one.unit and JOINED.fullmatch(plain[one.end : other.start]) and not one.is_year:
            scaled = _rescaled(plain, one, other)
            found[at] = Figure(scaled, other.unit, other.of, one.start, one.end)
    return found


def without(text: str, *, english: bool = False) -> str:
    """The text without its figures and their units, which are no words to look up."""
    plain = in_figures(text, english=english)
    for match in reversed(list(NUMBER.finditer(plain))):
        end = _unit(plain, match.end())[0]
        plain = f"{plain[: match.start()]} {plain[end:]}"
    return plain


def matches(claim: Figure, source: Figure) -> bool:
    """Whether the source has the claim's figure, counting the same thing."""
    if (claim.value, claim.unit) != (source.value, source.unit):
        return False
    return bool(claim.unit) or claim.is_year or not claim.of or claim.of[0] in source.of


def value(text: str, *, english: bool) -> str:
    """The number in one notation: 1.234,50 and 1 234,5 are 1234.5; with a letter as it stands."""
    text = text.replace(" ", "").replace("–", "-")
    if text[-1].isalpha():
        return text.lower()
    thousands, comma = (",", ".") if english else (".", ",")
    groups = re.fullmatch(rf"-?\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{comma}\d+)?", text)
    if groups or (text.count(comma) == 1 and thousands not in text):
        text = text.replace(thousands, "").replace(comma, ".")
    elif text.count(thousands) == 1 and comma not in text:
        text = text.replace(thousands, ".")
    try:
        return format(Decimal(text).normalize(), "f")
    except ArithmeticError:
        return text


def _figure(text: str, match: re.Match[str], *, english: bool) -> Figure:
    number = value(match[0], english=english)
    before = BEFORE.search(text[: match.start()])
    name = SAME.get(before[1].lower(), before[1].lower()) if before else ""
    end, scale, unit = _unit(text, match.end())
    if scale != 1:
        number = format((Decimal(number) * scale).normalize(), "f")
    unit = unit or name
    return Figure(number, unit, tuple(_counted(text, match.start(), end)), match.start(), end)


def _unit(text: str, at: int) -> tuple[int, Decimal, str]:
    scale = Decimal(1)
    for pattern, factor in SCALES:
        if match := re.compile(rf"[ \xa0-]*(?:{pattern.pattern})", re.IGNORECASE).match(text, at):
            at, scale = match.end(), factor
            break
    for name, pattern in UNIT:
        if match := re.compile(rf"[ \xa0-]*(?:{pattern.pattern})", re.IGNORECASE).match(text, at):
            return match.end(), scale, name
    return at, scale, ""


def _rescaled(text: str, one: Figure, other: Figure) -> str:
    """The first number of "5-7 mio." in millions as well."""
    for pattern, factor in SCALES:
        if pattern.search(text[other.start : other.end]):
            return format((Decimal(one.value) * factor).normalize(), "f")
    return one.value


def _counted(text: str, start: int, end: int) -> Iterator[str]:
    """The next three words, or those before where nothing follows ("Pladser: 12")."""
    following = re.findall(r"[^\W\d_]+", re.split(r"[.;:!?\n\t]|, ", text[end:])[0])
    near = [word.lower() for word in following if word.lower() not in SMALL][:3]
    if not near:
        before = re.findall(r"[^\W\d_]+", re.split(r"[.;!?\n]", text[:start])[-1])
        near = [word.lower() for word in before if word.lower() not in SMALL][-3:]
        near.reverse()
    yield from map(stem, near)
