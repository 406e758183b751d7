"""What a sentence says that another may say otherwise, and the words it is said with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.tokens import SMALL, tokens
from ingest.dates import NUMERIC, WRITTEN, first_date, month_of
from ingest.terms import MONTHS
from service.conflicts.figures import Claim, Sort, figures, stem_of

DAY = re.compile(rf"{NUMERIC.pattern}|{WRITTEN.pattern}", re.IGNORECASE)
OF_MEETING = re.compile(r"(?:møde\w*|referat\w*|dagsorden\w*)(?: \S+){0,3} $", re.IGNORECASE)
# Numbers that name a thing and count nothing.
NAMING = re.compile(
    r"§+ ?\d+(?: ?[a-z]\b)?(?:(?:,| og| eller|[-–]) ?\d+(?: ?[a-z]\b)?)*(?:, ?stk\. ?\d+)?"
    r"|\b(?:stk|nr|pkt|punkt|bilag|tabel|figur|side|s|kapitel|kap|afsnit|initiativ|fokusområde"
    r"|fase|model|niveau|boniveau|version|gruppe|sag|kl|tlf)\.? ?\d+(?:[.:-]\d+)*\b"
    r"|\b\d{1,2}\.\d{1,2}\.(?:\d+\.?)*|\b\d+-\d{4,}\b",
    re.IGNORECASE,
)
LISTING = re.compile(r"^ ?\d+[.)] |\b\d+\) ")
EDITION = re.compile(r"\b((?:19|20)\d\d) ?[-–/] ?((?:19|20)\d\d|\d\d)\b")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
PERIOD = re.compile(
    rf"\b(?:[1-4]\. (?:kvartal|halvår)|primo|ultimo|medio|{'|'.join(MONTHS)}"
    r"|(?:forår|sommer|efterår|vinter)(?:et|en)?)\b",
    re.IGNORECASE,
)
DAY_OF_YEAR = re.compile(rf"\b(\d\d?)\. ({'|'.join(MONTHS)})\b(?! (?:19|20)\d\d)", re.IGNORECASE)
EVENT = (
    r"(?:udsend|opret|etabler|stift|grundl|vedtag|åbn|indvi|bygg|opfør|nedlag|luk|indfør|fusion)\w*"
)
EVENT_YEAR = re.compile(
    rf"\b{EVENT}(?: \w+)?? i ((?:19|20)\d\d)\b(?!-)|\bi ((?:19|20)\d\d) {EVENT}", re.IGNORECASE
)
OFTEN = {
    pattern: times
    for times, words in (
        (1, r"(?:én|en|1) gang (?:årligt|om året|hvert år|pr\. år)"),
        (2, r"(?:to|2) gange (?:årligt|om året|pr\. år)|halvårligt|hvert halvår"),
        (3, r"(?:tre|3) gange (?:årligt|om året|pr\. år)"),
        (4, r"(?:fire|4) gange (?:årligt|om året|pr\. år)|kvartalsvist?|hvert kvartal"),
        (12, r"månedligt|hver måned"),
        (0.5, r"hvert andet år"),
    )
    for pattern in [re.compile(rf"\b(?:{words})\b", re.IGNORECASE)]
}
PERSON = r"([A-ZÆØÅ][\wé-]+(?: [A-ZÆØÅ][\wé-]+){1,3})"
ROLE = (
    r"\b((?i:næstformand|formand|tovholder|kontaktperson|projektleder|sekretariatsleder"
    r"|ansvarlig))\w*"
)
AFTER_ROLE = re.compile(rf"{ROLE}(?: (?:for|i) [^.:;()]{{1,80}})?(?: er|:) {PERSON}")
BEFORE_ROLE = re.compile(rf"{PERSON} er (?:ny |valgt som |valgt til )?{ROLE}")
# The name of a row may have brackets of its own, but not many.
ROW = re.compile(
    r"[^;(]*(?:\([^;(]*){0,3}?"
    r"\((?P<cells>(?:[^:;()]|\([^()]*\))+: [^;]*(?:; [^;]+)*)\)"
)
CAPITAL = re.compile(r"(?:^|(?<=[\s(„“\"]))[A-ZÆØÅ][\wæøåÆØÅ-]*")
# "Oprettet" and "oprettedes" are one word here, to the stemmer they are two.
VERB_ENDING = re.compile(r"(?<=.{4})(?:t|ed|e|s)+$")
# Words that join sentences and tell nothing of the thing.
LIGHT = SMALL | frozenset(
    """ligeledes desuden endvidere herudover derudover således henholdsvis hhv nye ny dermed derfor
    endelig dog herunder bl fx via pr ca alene hele selve egen både enten""".split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it is compared.

    `words` are the stems that tell something, `names` those of them with a capital letter, and
    `first` is that of the first word, whose capital letter tells nothing. `plain` is the text
    without the values. `years` and `periods` are the times it names, `naming` what it calls by a
    number or by its meeting's day. A `row` is a table's.
    """

    claims: tuple[Claim, ...]
    words: frozenset[str]
    names: frozenset[str]
    first: str
    years: frozenset[int]
    periods: frozenset[str]
    naming: frozenset[str]
    plain: str
    row: bool


@lru_cache(maxsize=2048)
def said(text: str) -> Said:
    """What `text` says; a table row says as much as it has cells."""
    days, meetings = _days(text)
    plain = _without(text, [*days, *meetings])
    naming = {match.group().lower().strip() for match in NAMING.finditer(plain)}
    plain = LISTING.sub(_blank, NAMING.sub(_blank, plain))
    others = [*_days_of_year(plain), *_often(plain), *_responsible(plain)]
    plain = _without(plain, others)
    year = _event_year(plain)
    periods = frozenset(match.group().lower() for match in PERIOD.finditer(plain))
    years = frozenset() if year else years_of(plain)
    plain = PERIOD.sub(_blank, YEAR.sub(_blank, EDITION.sub(_blank, plain)))
    found = list(figures(plain))
    row = ROW.fullmatch(text)
    if row:
        found = list(_cells(row, found))
    if year and found:  # "12 pladser i 2023": the year says when the figure holds
        years, year = frozenset({int(float(year.value))}), None
    plain = _without(plain, found)
    return Said(
        claims=(*days, *others, *([year] if year else ()), *found),
        words=telling(plain),
        names=frozenset(s for m in CAPITAL.finditer(plain) for s in telling(m.group())),
        first=_first(plain),
        years=years,
        periods=periods,
        naming=frozenset(naming | {str(claim.value) for claim in meetings}),
        plain=plain.lower(),
        row=row is not None,
    )


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what a sentence is about."""
    return frozenset(
        VERB_ENDING.sub("", stem_of(token))
        for token in tokens(text)
        if token not in LIGHT and token.isalpha() and len(token) > 1
    )


def _first(text: str) -> str:
    word, *_ = (*text.split(maxsplit=1), "")
    return min(telling(word), default="")


def years_of(text: str) -> frozenset[int]:
    """The years `text` names, both ends of a span."""
    spans = EDITION.findall(text)
    ends = (int(last) if len(last) == 4 else int(first[:2] + last) for first, last in spans)
    return frozenset((*map(int, YEAR.findall(text)), *(int(first) for first, _ in spans), *ends))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without(text: str, claims: list[Claim]) -> str:
    for claim in claims:
        text = text[: claim.start] + " " * (claim.end - claim.start) + text[claim.end :]
    return text


def _days(text: str) -> tuple[list[Claim], list[Claim]]:
    """The days that something is said of, and those that only name a meeting."""
    days: list[Claim] = []
    meetings: list[Claim] = []
    for match in DAY.finditer(text):
        day = first_date(match.group())
        if day:
            names = OF_MEETING.search(text[max(0, match.start() - 50) : match.start()])
            claim = Claim(Sort.DAY, day.isoformat(), match.group(), match.start(), match.end())
            (meetings if names else days).append(claim)
    return days, meetings


def _days_of_year(text: str) -> Iterator[Claim]:
    for match in DAY_OF_YEAR.finditer(text):
        value = f"{month_of(match[2]):02}-{int(match[1]):02}"
        yield Claim(Sort.DAY_OF_YEAR, value, match.group(), match.start(), match.end())


def _event_year(text: str) -> Claim | None:
    """The year of an event, where the text has no other year."""
    found = list(EVENT_YEAR.finditer(text))
    if len(found) != 1 or len(years_of(text)) != 1:
        return None
    group = 1 if found[0][1] else 2
    start, end = found[0].span(group)
    return Claim(Sort.YEAR, text[start:end], text[start:end], start, end)


def _often(text: str) -> Iterator[Claim]:
    for pattern, times in OFTEN.items():
        for match in pattern.finditer(text):
            yield Claim(Sort.OFTEN, float(times), match.group(), match.start(), match.end())


def _responsible(text: str) -> Iterator[Claim]:
    for pattern, role, name in ((AFTER_ROLE, 1, 2), (BEFORE_ROLE, 2, 1)):
        for match in pattern.finditer(text):
            start, end = match.span(name)
            yield Claim(Sort.NAME, match[name], match[name], start, end, match[role].lower())


def _cells(row: re.Match[str], found: list[Claim]) -> Iterator[Claim]:
    """The figures that are a cell, each under its column's heading."""
    place = row.start("cells")
    for cell in row["cells"].split("; "):
        column, _, value = cell.rpartition(": ")
        start = place + len(cell) - len(value)
        for claim in found:
            if column and claim.start == start:
                yield replace(claim, written=value, column=column)
        place += len(cell) + 2
