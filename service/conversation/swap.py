"""A question with one thing in it replaced by another of the same sort: a year, a place, a rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from service.conversation.leaning import OF_SOMETHING, content
from service.conversation.small_words import THIN

MONTHS = (
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|january|february|march|june|july|october|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\b"
    r"|(?:(?<=\bin )|(?<=\bof ))may\b|may(?= \d{4})"
)
YEAR = r"(?<![\d-])(?:19|20)\d\d(?![\d]|-\d)"
EDITION = r"(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)?\d\d)(?!\d)"
SEASON = r"(?:forår|sommer|efterår|vinter)(?:en|et)?"
ONE_TIME = (
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|(?:\d{{1,2}}\. ?)?\b(?:{MONTHS}|{SEASON})(?:\.? {YEAR})?"
    rf"|{EDITION}|{YEAR}"
)
TIME = re.compile(rf"(?:{ONE_TIME})(?:(?:, | og | til | and )(?:{ONE_TIME}))*", re.I)
MONTH_ALONE = re.compile(rf"(?:\d{{1,2}}\. ?)?(?:{MONTHS}|{SEASON})\.?", re.I)
A_YEAR = re.compile(YEAR)
EITHER_YEAR = re.compile(r"(?:19|20)\d\d")

CAPITAL = r"[A-ZÆØÅ][\wæøåÆØÅ’'-]+"
GROUP = (
    r"[A-ZÆØÅ][\wæøå-]*(?:udvalg|gruppe|råd|forum|netværk|bestyrelse|sekretariat|partnerskab|tilsyn)"
    r"(?:et|en|n|met)?"
)


class Sort(StrEnum):
    """What a name is the name of, as far as its form tells."""

    LAW = "law"
    NUMBERED = "numbered"
    AGREEMENT = "agreement"
    MUNICIPALITY = "municipality"
    BODY = "body"
    HOUSE = "house"
    PLACE = "place"


# The first that fits is the sort; a house's name is in the definite, as "Birkegården".
FORMS = (
    (Sort.LAW, r"§{1,2} ?\d+(?: ?[a-h]\b)?"),
    (
        Sort.NUMBERED,
        r"\b(?:[Tt]rin|[Pp]unkt|[Ii]nitiativ|[Ff]okusområde|[Aa]fsnit|[Kk]apitel|[Bb]ilag|[Kk]ategori"
        r"|[Mm]odel|[Ss]por|[Ss]tep|[Ii]tem|[Ss]ection) (?:\d+(?:\.\d+)*[a-zA-Z]?|[A-Z])\b",
    ),
    (
        Sort.AGREEMENT,
        rf"\b(?:[Ss]ocial|[Ss]tyrings|[Rr]amme)aftale\w*(?: {CAPITAL})?(?: {EDITION})?",
    ),
    (
        Sort.MUNICIPALITY,
        rf"\b{CAPITAL}(?: og {CAPITAL})? (?:[Kk]ommuner?s?|[Mm]unicipality)\b|\bRegion {CAPITAL}"
        r"|\bregionens?\b",
    ),
    (
        Sort.BODY,
        rf"\b(?:{GROUP}|[A-ZÆØÅ]{{2,6}}s?\b)(?: {CAPITAL})?(?![a-zæøå])",
    ),
    (Sort.HOUSE, rf"\b(?:{CAPITAL} )?[A-ZÆØÅ][\wæøåÆØÅ-]*(?:e[nt]s?|shuset)\b(?: {CAPITAL})?"),
    (Sort.PLACE, rf"\b{CAPITAL}(?: {CAPITAL})*"),
)
NAMES = re.compile("|".join(f"(?P<{sort.value}>{form})" for sort, form in FORMS))
# What a name may replace, the likeliest first.
REPLACES = {
    Sort.MUNICIPALITY: (Sort.MUNICIPALITY, Sort.BODY, Sort.PLACE),
    Sort.BODY: (Sort.BODY, Sort.MUNICIPALITY, Sort.HOUSE, Sort.PLACE),
    Sort.HOUSE: (Sort.HOUSE, Sort.PLACE),
    Sort.PLACE: (Sort.MUNICIPALITY, Sort.PLACE, Sort.HOUSE),
}
NUMBER = re.compile(r"\d{1,3}(?:\.\d+)*[a-zA-Z]?|[A-Z]")
NUMBER_OF = re.compile(r"(?:\d[\d.]* ?[a-zA-Z]?|[A-Z])$")
LOWER = re.compile(r"[a-zæøå]\w*")
ENDING = re.compile(r"(?:erne|ene|eren|er|en|et|e|s)$")
ALIKE = 5  # letters at the end that make two compounds of one sort: "døgntilbud", "dagtilbud"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, its range and what it names."""

    text: str
    sort: Sort
    start: int
    end: int


def names(text: str) -> list[Name]:
    """The names in `text`; a capital that only begins it makes none."""
    return list(_names(text))


def times(text: str) -> list[str]:
    """The times in `text` as they are written."""
    return [match[0] for match in TIME.finditer(text)]


def with_time(question: str, time: str, *, before: str = "i") -> str:
    """The question for another time; a month alone keeps the question's year."""
    found = list(TIME.finditer(question))
    if not found:
        return added(question, f"{before} {time}", bare=True)
    told = found[-1][0]
    if MONTH_ALONE.fullmatch(time) and (years := EITHER_YEAR.findall(told)):
        time = f"{time} {years[-1]}"
    return TIME.sub(lambda match: time if match[0] == told else match[0], question)


def moved_year(question: str, years: int, otherwise: int | None) -> str | None:
    """The question for a year so many later; `otherwise` is its year where it names none."""
    found = EITHER_YEAR.findall(" ".join(times(question)))
    year = int(found[-1]) if found else otherwise
    return with_time(question, str(year + years)) if year else None


def with_name(question: str, phrase: str) -> str | None:
    """The question with `phrase` for a name or noun of its sort; `None` where it has none."""
    if NUMBER.fullmatch(phrase):
        return _numbered(question, phrase)
    new = next(_names(f"- {phrase}"), None)
    if new and new.text == phrase:
        return _renamed(question, new)
    return _with_noun(question, phrase)


def _numbered(question: str, number: str) -> str | None:
    """The question with another number for the paragraph, step or item it names."""
    for old in names(question):
        if old.sort in (Sort.LAW, Sort.NUMBERED):
            label = NUMBER_OF.sub("", old.text)
            return question[: old.start] + label + number + question[old.end :]
    return None


def added(question: str, phrase: str, *, bare: bool = False) -> str:
    """The question with `phrase` at its end, in its brackets; in none where it is `bare`."""
    body = question.rstrip(" ?.!")
    if body.endswith(")"):
        return f"{body[:-1]}; {phrase})?"
    return f"{body} {phrase}?" if bare else f"{body} ({phrase})?"


def _names(text: str) -> Iterator[Name]:
    for match in NAMES.finditer(text):
        sort = Sort(str(match.lastgroup))
        before = text[: match.start()].rstrip()
        first = " " not in match[0] and (not before or before[-1] in ".:;?!")
        said = match[0].split()[0].lower()
        if first and sort in (Sort.HOUSE, Sort.PLACE) and not _genitive(match):
            continue  # "Taksten"
        if said in THIN:  # "Har Skovlund"
            rest = match[0].partition(" ")[2]
            if rest and sort in (Sort.HOUSE, Sort.PLACE):
                begin = match.end() - len(rest)
                yield Name(rest, sort, begin, match.end())
            continue
        if re.fullmatch(MONTHS, match[0], re.I):
            continue
        yield Name(match[0], sort, *match.span())


def _genitive(match: re.Match[str]) -> bool:
    after = LOWER.match(match.string, match.end() + 1)
    return match[0].endswith("s") and after is not None and after[0] not in THIN


def _renamed(question: str, new: Name) -> str | None:
    found = names(question)
    for sort in REPLACES.get(new.sort, (new.sort,)):
        for old in found:
            if old.sort is sort and old.text != new.text:
                return question[: old.start] + _as(old, new, question) + question[old.end :]
    return None


def _as(old: Name, new: Name, question: str) -> str:
    """The new name in the form of the old: "Fyrtårnets belægning", "Skovlund Kommune"."""
    text = new.text
    if old.sort is Sort.MUNICIPALITY and new.sort is Sort.PLACE and "ommune" in old.text:
        text = f"{text} Kommune"
    after = LOWER.match(question, old.end + 1)
    if old.text.endswith("s") and after and after[0] not in THIN and not text.endswith("s"):
        return f"{text}s"
    return text


def _with_noun(question: str, phrase: str) -> str | None:
    own = content(phrase)
    if len(own) != 1:
        return None
    belongs = OF_SOMETHING.fullmatch(own[0])
    for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", question):
        word = match[0].lower()
        if word in THIN or word == own[0]:
            continue
        if _alike(word, own[0]) or (belongs and OF_SOMETHING.fullmatch(word) and _both(word, own)):
            return question[: match.start()] + own[0] + question[match.end() :]
    return None


def _alike(one: str, other: str) -> bool:
    one, other = ENDING.sub("", one), ENDING.sub("", other)
    return (
        one != other and len(one) > ALIKE and len(other) > ALIKE and one[-ALIKE:] == other[-ALIKE:]
    )


def _both(word: str, own: list[str]) -> bool:
    """Whether both are in the definite, so that one can stand for the other."""
    return word.endswith(("en", "et", "ne")) == own[0].endswith(("en", "et", "ne"))
