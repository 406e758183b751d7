"""Lines of a text with their places and page breaks, and the furniture of the page set aside.

Some converters mark a page by a form feed, some (all older texts here) by one blank before the
page's first line; pages without text vanish in the latter, so their numbers are not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.terms import DRAFT_FOOTER, PAGE_LABEL, RESIDUE

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
ONE_BLANK = re.compile(r" [^\s]")
DATED_FOOTER = re.compile(r"(?P<body>.+?)[ ,]+møde den (?P<date>\d{1,2}\.\d{1,2}\.\d{4})", re.I)
REPEATED = re.compile(r"(.{4,40}?)\1{2,}")
LONE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line end; `start` is its place, `number` counts from 1."""

    number: int
    start: int
    text: str
    page: int | None = None
    opens_page: bool = False

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text.strip()

    @property
    def bare(self) -> str:
        """The text without white space around it, runs of white space as one space."""
        return " ".join(self.text.split())


def split(text: str) -> list[Line]:
    """All lines of `text`, with page breaks."""
    marked_by_blank = bool(ONE_BLANK.match(text)) and "\f" not in text
    paged = "\f" in text
    lines, page = [], 1
    for number, match in enumerate(_raw(text), 1):
        raw = match.group().rstrip("\r\n")
        feeds = raw.count("\f")
        page += feeds
        opens = bool(feeds) or (marked_by_blank and bool(ONE_BLANK.match(raw)))
        body = raw.replace("\f", " ")
        lines.append(Line(number, match.start(), body, page if paged else None, opens))
    return lines


def _raw(text: str) -> Iterator[re.Match[str]]:
    return (match for match in LINE.finditer(text) if match.group() or match.start() < len(text))


def furniture(line: Line) -> bool:
    """Whether the line belongs to the page and not to the text: a label, a footer, residue."""
    bare = line.bare
    return bool(
        PAGE_LABEL.fullmatch(bare)
        or DRAFT_FOOTER.fullmatch(bare)
        or DATED_FOOTER.fullmatch(bare)
        or RESIDUE.fullmatch(bare)
        or REPEATED.fullmatch(bare)
    )


def without_furniture(lines: list[Line]) -> list[Line]:
    """The lines with page furniture blanked; what it stood before opens the page in its place."""
    kept: list[Line] = []
    pending = False
    for index, line in enumerate(lines):
        if furniture(line) or _lone_page_number(lines, index):
            pending = pending or line.opens_page or bool(PAGE_LABEL.fullmatch(line.bare))
            kept.append(replace(line, text="", opens_page=False))
        elif line.blank:
            kept.append(line)
        else:
            kept.append(replace(line, opens_page=True) if pending else line)
            pending = False
    return kept


def _lone_page_number(lines: list[Line], index: int) -> bool:
    """A number alone on its line is a page's number only at the page's first or last line."""
    line = lines[index]
    if not LONE_NUMBER.fullmatch(line.bare):
        return False
    if line.opens_page:
        return True
    before = next((x for x in reversed(lines[:index]) if not x.blank), None)
    after = next((x for x in lines[index + 1 :] if not x.blank), None)
    edge = (x for x in (before, after) if x is not None)
    return any(PAGE_LABEL.fullmatch(x.bare) for x in edge) or bool(after and after.opens_page)
