"""When a meeting was held and who met, as its cover or its pages' headers say.

Mødedato: 14. marts 2024                         a label; also beside or above in a table
Møde nr. 3, torsdag den 14. marts 2024           a line that begins with the meeting
Referat fra møde i Styregruppe Social den 5.6.24 a title
Styregruppe Social / Referat / 14. marts 2024    lines that stand next to each other

Only what is printed as the meeting's own; struck and proposed words say nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ingest.bodies import body_of, group_of, met_in
from ingest.dates import MONTH, first_date
from ingest.lines import Line

MOST_LINES = 40  # with text; a cover is no longer
TOP_LINES = 6  # with text; a day that no word says to be the meeting's stands as near the top
MOST_PAGES = 3  # the meeting's own headers begin on one of these
LONGEST = 200  # characters
NOT_IN_FORCE = re.compile(r"~~.*?(?:~~|$)|\{\+\+.*?(?:\+\+\}|$)")
STARS = re.compile(r"\*\*|__")
CELLS = re.compile(r"\s*\t\s*|\s{2,}|\s(?=[A-ZÆØÅ][\w/]+:\s)")
PAGE = re.compile(r"\b(?:side|s\.) ?\d+(?: ?(?:af|/|ud af) ?\d+)?\b", re.IGNORECASE)
MOST_HEADERS = 200  # different lines; each page's number makes another

WORD = (
    r"(?:(?:udkast til |(?:endeligt?|foreløbigt?|åbent?|lukket) )?"
    r"(?:beslutnings|møde)?(?:referat|dagsorden|protokol)(?:et)?(?: \((?:udkast|endeligt?)\))?\b)"
)
COVER_WORD = re.compile(WORD, re.IGNORECASE)
MEETING = (
    r"(?:(?:det )?(?:(?:ekstra)?ordinær[et]*,? )?(?!formøde|eftermøde|næste)[\w-]*mødet?\b"
    r"(?: nr\.? ?\d+)?)"
)
WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\b|(?:man|tirs?|ons|tors?|fre|lør|søn)\.)"
DATE = (
    rf"\d{{1,2}}\.? ?{MONTH}\.? \d{{4}}\b|\d{{1,2}}[./-] ?\d{{1,2}}[./ -] ?\d{{4}}\b"
    r"|\d{1,2}[./-]\d{1,2}[.-]\d\d\b|\d{4}-\d\d-\d\d\b"
)
SPACED = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./ -] ?(\d{4})")
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DAY = re.compile(
    r"[\s,:|(–-]*(?P<lead>(?:"
    rf"(?:(?P<word>\b{WORD}(?: (?:fra|af|til|for))?)|(?P<meeting>\b{MEETING})"
    rf"|(?P<weekday>\b{WEEKDAY})|\b(?:afholdt|afholdes|holdt|den|d\.|nr\.? ?\d+))[\s,.:|(–-]*)*)"
    rf"(?<![\d.,/-])(?P<day>{DATE})\.?(?P<after>.*)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    rf"\bkl\.? ?\d{{1,2}}(?:[.:]\d\d)?(?: ?[-–] ?\d{{1,2}}(?:[.:]\d\d)?)?(?!\d|/|\.? ?{MONTH})"
    r"|(?<![\d.])\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}(?:[.:]\d\d)?(?![\d.])",
    re.IGNORECASE,
)
TWO_DAYS = re.compile(rf"(\d{{1,2}})\.? ?(?:-|–|og|til) ?\d{{1,2}}\.(?= ?{MONTH})", re.IGNORECASE)
HOUR_OR_WEEKDAY = re.compile(rf"{CLOCK.pattern}|{WEEKDAY}", re.IGNORECASE)
NOT_HELD = re.compile(r"\b(?:aflys\w*|udsat|flyttet|rykket|blev|bliver|er|var)\b", re.IGNORECASE)

MEETING_DAY = re.compile(
    r"møde(?:dato|dag|tid|tidspunkt)|dato for møde[nt]?|(?:dato|tid)(?: og |/| / )"
    r"(?:tid|dato|tidspunkt|sted)|(?:sted|kl\.?) og tid|tid|tidspunkt|(?:mødet? )?afholdt(?: den)?"
    r"|mødet? den|møde",
    re.IGNORECASE,
)
ANY_DAY = re.compile("dato", re.IGNORECASE)  # may also be that of the paper
BODY = re.compile(
    r"udvalg(?:ets navn)?|(?:møde)?forum|(?:møde)?gruppe|organ|mødet? (?:i|for)|mødets navn|møde"
    r"|mødenavn",
    re.IGNORECASE,
)
OTHER = re.compile(r"(?:møde)?sted|lokale|deltagere|referent|mødeleder|afbud", re.IGNORECASE)
LABELLED = re.compile(r"(?P<label>[^:\d]{3,30}?)\s*:\s*(?P<value>\S.*)")
UNMARKED = re.compile(
    rf"(?P<label>{MEETING_DAY.pattern}|dato|(?:møde)?forum|gruppe) (?P<value>\S.*)", re.IGNORECASE
)
TITLE = re.compile(
    rf"(?P<word>{WORD}[\s,:|–-]*(?:(?:fra|til|for|af|over)\b )?)?(?P<meeting>{MEETING}[\s,:]*)?"
    r"(?P<in>(?:i|for|af)\b:? )?[\s,:|–-]*",
    re.IGNORECASE,
)
LAST_WORD = re.compile(rf"(?:\s+[-|]|\s*[,:|–])\s+{WORD}", re.IGNORECASE)


# How surely a day is the meeting's
MEETINGS, BODYS, LABELS, ALONE = range(4)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover or a line of it says; `None` where it says nothing."""

    held: date | None = None
    body: str | None = None
    rank: int = MEETINGS


NOTHING = Cover()


def cover(lines: list[Line], front: int) -> Cover:
    """What the first `front` lines say, and where they say nothing, the pages' headers."""
    own = _read(list(_texts(lines[:front])), LABELS)
    pages = NOTHING if own.held and own.body else _read(list(_headers(lines)), BODYS)
    return Cover(own.held or pages.held, own.body or pages.body)


def _texts(lines: list[Line]) -> Iterator[str]:
    """The cover's lines with text in force, white space as it stands."""
    texts = (STARS.sub("", NOT_IN_FORCE.sub("", _short(line.text))).strip() for line in lines)
    return islice(filter(None, texts), MOST_LINES)


def _short(text: str) -> str:
    """A line as far as its cells are whole; running text is no line of a cover."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition("\t")[0]


def _headers(lines: list[Line]) -> Iterator[str]:
    """The different lines of the first pages' headers and footers, without the page's number."""
    first = (line.removed for line in lines if line.removed and (line.page or 1) <= MOST_PAGES)
    texts = (
        PAGE.sub(" ", NOT_IN_FORCE.sub("", text[:LONGEST])).strip(" |,·–-")
        for text in islice(dict.fromkeys(first), MOST_HEADERS)
    )
    yield from dict.fromkeys(filter(None, texts))


def _read(texts: list[str], lowest: int) -> Cover:
    """What the lines say together; a day of a rank below `lowest` needs its neighbours."""
    told = [_told(texts, index) for index in range(len(texts))]
    bare = [" ".join(text.split()) for text in texts]
    days = [
        (one.rank, index, one.held)
        for index, one in enumerate(told)
        if one.held and (one.rank <= lowest or (lowest == LABELS and _stands_by(bare, index)))
    ]
    body = next((one.body for one in told if one.body), None)
    return Cover(min(days)[2] if days else None, body or _neighbour(bare, told))


def _told(texts: list[str], index: int) -> Cover:
    """What one line says by its labels, or of itself."""
    rank, held, body = ALONE, None, None
    for label, value in _fields(texts, index):
        dated = _title(value).held
        own = MEETINGS if MEETING_DAY.fullmatch(label) else LABELS
        if dated and own < rank and (own == MEETINGS or ANY_DAY.fullmatch(label)):
            rank, held = own, dated
        if BODY.fullmatch(label):
            body = body or body_of(value)
    whole = _title(" ".join(texts[index].split()))
    return Cover(held, body or whole.body, rank) if held or body else whole


def _fields(texts: list[str], index: int) -> Iterator[tuple[str, str]]:
    """The labels of a line with what stands after, beside or below each."""
    cells = CELLS.split(texts[index])
    if all(map(_is_label, cells)):
        below = CELLS.split(texts[index + 1]) if index + 1 < len(texts) else [""]
        if not _is_label(below[0]):
            yield from zip(map(_plain, cells), below, strict=False)
        return
    for place, cell in enumerate(cells):
        if _is_label(cell) and place + 1 < len(cells):
            yield _plain(cell), cells[place + 1]
    for text in (*cells, " ".join(texts[index].split())):
        found = LABELLED.fullmatch(text) or UNMARKED.fullmatch(text)
        if found:
            yield found["label"], found["value"]


def _plain(label: str) -> str:
    return label.rstrip(": ")


def _is_label(text: str) -> bool:
    return any(p.fullmatch(_plain(text)) for p in (MEETING_DAY, ANY_DAY, BODY, OTHER))


def _title(text: str) -> Cover:
    """What a line says that names the meeting's day or body, and nothing before it."""
    text = TWO_DAYS.sub(r"\1.", CLOCK.sub(" ", text)).strip()
    day = DAY.search(text)
    if not day:
        return Cover(body=_named(text))
    above, after = text[: day.start()], day["after"].strip(" ,.|)–-")
    meets = bool(day["meeting"])
    body = _named(above, meets=meets) or group_of(above, known=meets)
    if NOT_HELD.search(after) or (above and not body):
        return NOTHING
    within = after.removeprefix("i ")
    body = body or (met_in(within) if within != after else group_of(after, known=meets))
    rank = MEETINGS if meets or day["word"] else BODYS if body else ALONE
    return Cover(_date(day["day"]), body, rank)


def _named(text: str, *, meets: bool = False) -> str | None:
    """The body a title without its day names, by the words before or after it."""
    title = TITLE.match(text)
    assert title
    rest = text[title.end() :]
    if title["meeting"] and title["in"]:
        return met_in(rest)
    if title["word"] or title["meeting"]:
        return group_of(rest, known=meets or bool(title["meeting"]))
    last = LAST_WORD.search(text)
    return group_of(text[: last.start()]) if last else None


def _date(text: str) -> date | None:
    iso, spaced = ISO.fullmatch(text), SPACED.fullmatch(text)
    if not iso and not spaced:
        return first_date(text)
    year, month, day = iso.groups() if iso else spaced.groups()[::-1] if spaced else ()
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stands_by(bare: list[str], index: int) -> bool:
    """Whether a day alone is the meeting's: by the cover's word or the body, or with its hour."""
    beside = [bare[i] for i in (index - 1, index + 1) if 0 <= i < len(bare)]
    if any(COVER_WORD.fullmatch(text) or group_of(text) for text in beside):
        return True
    return index < TOP_LINES and bool(HOUR_OR_WEEKDAY.search(bare[index]))


def _neighbour(bare: list[str], told: list[Cover]) -> str | None:
    """The one group of people named next to the cover's word or the day."""
    anchors = [
        bool(one.held or COVER_WORD.fullmatch(_plain(text)))
        for text, one in zip(bare, told, strict=True)
    ]
    found = set()
    for index, text in enumerate(bare):
        near = [anchors[i] for i in (index - 1, index + 1) if 0 <= i < len(bare)]
        if any(near) and not anchors[index] and ":" not in text:
            found.add(group_of(text, known=near == [True, True]))
    found.discard(None)
    return found.pop() if len(found) == 1 else None
