"""Lines of a text with their places and page breaks, and the furniture of the page set aside.

Some converters mark a page by a form feed, some (all older texts here) by one blank before the
page's first line; pages without text vanish in the latter, so their numbers are not known.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.terms import DRAFT_FOOTER, PAGE_LABEL, RESIDUE

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
LINE_END = re.compile(r"\r\n|\r|\n")
ONE_BLANK = re.compile(r" [^\s]")
DATED_FOOTER = re.compile(r"(?P<body>.+?)[ ,]+møde den (?P<date>\d{1,2}\.\d{1,2}\.\d{4})", re.I)
# "Styregruppe Social  Møde den 14. marts 2024  Side 1 af 4"
PAGED_HEADER = re.compile(
    r"(?!mødet? den)[^.]{3,80}?[ ,|–-]+mødet? den \d{1,2}\..{4,40}?side \d+ (?:af|/) \d+",
    re.IGNORECASE,
)
REPEATED = re.compile(r"(?=.*[^\W\d_])(.{4,40}?)\1{2,}")
# "23", "12/16"; in a table such a line is a figure or a date
PAGE_NUMBER = re.compile(r"\d{1,3}(?: ?/ ?\d{1,3})?")
MAX_FURNITURE = 200  # characters; no footer is longer, and the patterns need not try


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line end; `start` is its place, `number` counts from 1.

    `removed` is what stood here, where it was page furniture. Where the file's own styles say so,
    `level` is a heading's depth, from 1, and `joins` whether the line goes on with the paragraph of
    the line before it.
    """

    number: int
    start: int
    text: str
    page: int | None = None
    opens_page: bool = False
    removed: str = ""
    level: int = 0
    joins: bool | None = None

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text or self.text.isspace()

    @property
    def bare(self) -> str:
        """The text without white space around it, runs of white space as one space."""
        return " ".join(self.text.split())


def split(text: str) -> list[Line]:
    """All lines of `text`, with page breaks."""
    fed = "\f" in text
    marked_by_blank = not fed and bool(ONE_BLANK.match(text))
    lines, page = [], 1
    for number, match in enumerate(_raw(text), 1):
        raw = match.group().rstrip("\r\n")
        before = len(raw) - len(raw.lstrip(" \f"))
        feeds = raw.count("\f", 0, before)
        page += feeds
        opens = bool(feeds) or (marked_by_blank and bool(ONE_BLANK.match(raw)))
        body = raw.replace("\f", " ")
        lines.append(Line(number, match.start(), body, page if fed else None, opens))
        page += raw.count("\f", before)
    return lines


def _raw(text: str) -> Iterator[re.Match[str]]:
    return (match for match in LINE.finditer(text) if match.group() or match.start() < len(text))


def line_of(text: str, position: int) -> int:
    """The number of the line in which `position` stands, as `split` counts; from 1.

    A form feed or vertical tab ends a page and no line, other than for `str.splitlines`.
    """
    return bisect_right(_starts(text), position)


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in LINE_END.finditer(text)))


def furniture(line: Line) -> bool:
    """Whether the line belongs to the page and not to the text: a label, a footer, residue."""
    if line.blank or len(line.text) > MAX_FURNITURE:
        return False
    bare = line.bare
    return bool(
        PAGE_LABEL.fullmatch(bare)
        or DRAFT_FOOTER.fullmatch(bare)
        or DATED_FOOTER.fullmatch(bare)
        or PAGED_HEADER.fullmatch(bare)
        or RESIDUE.fullmatch(bare)
        or REPEATED.fullmatch(bare)
    )


def without_furniture(lines: list[Line], *, numbers: bool = True) -> list[Line]:
    """The lines with page furniture blanked; what it stood before opens the page in its place.

    `numbers` says that pages may have their number on a line among the text.
    """
    paged = numbers and any(line.opens_page for line in lines)
    above, below = _neighbours(lines), _neighbours(lines[::-1])[::-1]
    kept: list[Line] = []
    pending = False
    for line, before, after in zip(lines, above, below, strict=True):
        if line.blank:
            kept.append(line)
        elif furniture(line) or (paged and _lone_page_number(line, before, after)):
            pending = pending or line.opens_page or bool(PAGE_LABEL.fullmatch(line.bare))
            kept.append(replace(line, text="", opens_page=False, removed=line.bare))
        else:
            kept.append(replace(line, opens_page=True) if pending else line)
            pending = False
    return kept


def _neighbours(lines: Iterable[Line]) -> list[Line | None]:
    """For each line the last one before it that has text."""
    found: list[Line | None] = []
    last = None
    for line in lines:
        found.append(last)
        last = last if line.blank else line
    return found


def _lone_page_number(line: Line, before: Line | None, after: Line | None) -> bool:
    """A number alone on its line is a page's number only at the page's first or last line."""
    if len(line.text) > MAX_FURNITURE or not PAGE_NUMBER.fullmatch(line.bare):
        return False
    if line.opens_page or after is None or after.opens_page:
        return True
    return furniture(after) or (before is not None and furniture(before))
