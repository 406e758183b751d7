"""A document as it is read on the page: stretches under headings, with the quote marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from index import Block, Document, Part, PartKind, Status
from service import texts

DEEPEST_HEADING = 6
BULLET = re.compile(r"(?:[•–-]|o) +(?=\S)")

Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is wholly inside or wholly outside the quote."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A block cut where the quote begins and ends; `first` is where the reader lands."""

    block: Block
    pieces: tuple[Piece, ...]
    first: bool

    @property
    def marked(self) -> bool:
        """Whether any of it is quoted."""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are set together: a list, rows under the same headings, or plain paragraphs."""

    shape: str
    page: int | None
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part's own text under its heading; `annex` and `draft` also hold inside of one."""

    part: Part
    heading: str
    head: Line | None
    level: int
    annex: bool
    draft: bool
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The heading and everything under it, without what its own parts hold."""
        below = (line for group in self.groups for line in group.lines)
        return (*filter(None, (self.head,)), *below)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document opened at a quote, or as a whole."""

    document: Document
    stretches: tuple[Stretch, ...]

    @property
    def first(self) -> Line | None:
        """Where the reader lands; `None` where nothing is quoted."""
        lines = (line for stretch in self.stretches for line in stretch.lines)
        return next((line for line in lines if line.first), None)

    @property
    def trail(self) -> tuple[tuple[int, Stretch], ...]:
        """The headings above the quote, outermost first, with their numbers from 1."""
        above: list[tuple[int, Stretch]] = []
        for number, stretch in enumerate(self.stretches, 1):
            above = [each for each in above if each[1].level < stretch.level]
            above.append((number, stretch))
            if any(line.first for line in stretch.lines):
                return tuple(each for each in above if each[1].heading)
        return ()


def reading(document: Document, marked: Range | None) -> Reading:
    """The document with the quote marked in every block it touches."""
    return Reading(document, tuple(stretches(document, marked)))


def in_block(block: Block, marked: Range) -> Range | None:
    """Where a range of the document's text stands in `block.text`; `None` where it does not."""
    start, end = marked
    inside = [run for run in block.runs if run.origin < end and run.origin + run.length > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    return (
        first.clean + max(0, start - first.origin),
        last.clean + min(last.length, end - last.origin),
    )


def pieces(block: Block, marked: Range | None) -> tuple[Piece, ...]:
    """The block's text, without its bullet, cut at the ends of the quote."""
    found = in_block(block, marked) if marked else None
    bullet = BULLET.match(block.text)
    begin = bullet.end() if bullet else 0
    start, end = (max(begin, place) for place in found or (begin, begin))
    cuts = ((begin, start, False), (start, end, True), (end, len(block.text), False))
    return tuple(Piece(block.text[a:b], marked) for a, b, marked in cuts if a < b)


def shape(block: Block) -> tuple[str, int | None, tuple[str, ...]]:
    """What neighbouring blocks must share to be set together."""
    if block.cells:
        headings = tuple(cell.heading for cell in block.cells)
        # In a table of two columns without headings a row's first cell names its second.
        named = len(headings) == 2 and headings[1] == block.cells[0].text
        return "table", block.page, () if named else headings
    return "list" if BULLET.match(block.text) else "text", block.page, ()


def stretches(document: Document, marked: Range | None) -> Iterator[Stretch]:
    """The document in reading order, with the quote marked in every block it touches."""
    blocks = [block for part in document.walk() for block in (part.head, *part.blocks) if block]
    touched = [block for block in blocks if marked and in_block(block, marked)]
    # Struck text between live paragraphs is no part of their quote.
    quoted = [block for block in touched if not block.struck] or touched
    places = {id(block) for block in quoted}

    def line(block: Block) -> Line:
        found = marked if id(block) in places else None
        return Line(block, pieces(block, found), bool(quoted) and block is quoted[0])

    def below(
        parts: tuple[Part, ...], level: int, status: Status, *, annex: bool
    ) -> Iterator[Stretch]:
        for part in parts:
            inside = annex or part.kind is PartKind.ANNEX
            its = part.about.status if part.about else status
            draft = its is Status.UDKAST
            head = line(part.head) if part.head else None
            groups = tuple(
                Group(*alike, tuple(map(line, together)))
                for alike, together in groupby(part.blocks, key=shape)
            )
            depth = min(level, DEEPEST_HEADING)
            yield Stretch(part, heading(part), head, depth, inside, draft, groups)
            yield from below(part.parts, level + 1, its, annex=inside)

    return below(document.parts, 2, document.status, annex=False)


def heading(part: Part) -> str:
    """The part's heading as it is shown, empty where it has none."""
    if part.kind is PartKind.ITEM and part.number:
        return ". ".join(filter(None, (texts.PUNKT.format(number=part.number), part.heading)))
    named = " ".join(filter(None, (part.number, part.heading)))
    return named or (texts.ANNEX if part.kind is PartKind.ANNEX else "")


def asked_range(start: str, end: str, length: int) -> Range | None:
    """The range the address names, `None` where it is none of the document's."""
    if not (start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None
