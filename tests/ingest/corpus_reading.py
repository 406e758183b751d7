"""What a test can ask of a real document as it was read, by the numbers of its lines alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest import Block, Concern, Document, Part, PartKind, Visibility
from ingest.dates import all_dates
from ingest.lines import line_of
from ingest.tables import told
from ingest.terms import OUTCOMES


@dataclass(frozen=True, slots=True)
class Place:
    """A block with the meeting and the parts it stands in, the outermost first."""

    meeting: Document
    path: tuple[Part, ...]
    block: Block
    lines: frozenset[int]

    def within(self, kind: PartKind) -> Part | None:
        """The innermost part of that kind."""
        return next((part for part in reversed(self.path) if part.kind is kind), None)


class Read:
    """A document with its blocks by line."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.raw = ["", *document.text.split("\n")]
        self.places = [
            place
            for meeting in (document, *document.documents)
            for part in meeting.parts
            for place in self._of(meeting, (part,))
        ]

    def _of(self, meeting: Document, path: tuple[Part, ...]) -> Iterator[Place]:
        part = path[-1]
        for block in (part.head, *part.blocks):
            if block:
                yield Place(meeting, path, block, frozenset(self._lines(block)))
        for inner in part.parts:
            yield from self._of(meeting, (*path, inner))

    def _lines(self, block: Block) -> Iterator[int]:
        text = self.document.text
        for run in block.runs:
            first, last = run.origin, run.origin + run.length - 1
            yield from range(line_of(text, first), line_of(text, last) + 1)

    def at(self, line: int) -> list[Place]:
        """Where the line stands; several places if some of it is struck."""
        return [place for place in self.places if line in place.lines]

    def one(self, line: int) -> Place:
        """The place of what is in force at the line."""
        return next(place for place in self.at(line) if not place.block.struck)


Seen = Callable[[Read], object]


# --- where something stands ----------------------------------------------------------------------


def item(line: int) -> Seen:
    """The day of the meeting and the number of the item the line stands in."""

    def seen(read: Read) -> object:
        place = read.one(line)
        held, found = place.meeting.held, place.within(PartKind.ITEM)
        return held and held.isoformat(), found and found.number

    return seen


def heads(first: int, last: int | None = None) -> Seen:
    """The lines of a range that begin a part, each with the part's kind and number."""

    def seen(read: Read) -> object:
        found = [p for p in read.places if p.block is p.path[-1].head]
        return [
            (min(p.lines), str(p.path[-1].kind), p.path[-1].number)
            for p in sorted(found, key=lambda p: min(p.lines))
            if first <= min(p.lines) <= (last or first)
        ]

    return seen


def role(line: int) -> Seen:
    """Whether the line is in an annex, or else the standard heading of its section."""

    def seen(read: Read) -> object:
        place = read.one(line)
        labels = [part.label for part in place.path if part.label]
        return "annex" if place.within(PartKind.ANNEX) else labels[-1] if labels else None

    return seen


def label(line: int) -> Seen:
    """The standard heading that the heading at the line stands for."""
    return lambda read: read.one(line).path[-1].label


def chapter(line: int) -> Seen:
    """The number of the innermost chapter the line stands in."""

    def seen(read: Read) -> object:
        found = read.one(line).within(PartKind.CHAPTER)
        return found and found.number

    return seen


def decided(first: int, last: int) -> Seen:
    """Whether any line of the range is part of an outcome of the outer meeting."""

    def seen(read: Read) -> object:
        near = (place for n in range(first, last + 1) for place in read.at(n))
        return any(
            part.label in OUTCOMES
            for place in near
            if place.meeting is read.document
            for part in place.path
        )

    return seen


def annexes(first: int, last: int) -> Seen:
    """Whether every line with text in the range is in an annex or the meeting inside one."""

    def seen(read: Read) -> object:
        near = [place for n in range(first, last + 1) for place in read.at(n)]
        return bool(near) and all(p.within(PartKind.ANNEX) or p.meeting.within for p in near)

    return seen


# --- how it is read ------------------------------------------------------------------------------


def lines(line: int) -> Seen:
    """The first and the last line of the block the line is in."""

    def seen(read: Read) -> object:
        covered = read.one(line).lines
        return min(covered), max(covered)

    return seen


def apart(*which: int) -> Seen:
    """Whether each of the lines is live, whole and in a block of its own."""

    def seen(read: Read) -> object:
        blocks = [read.one(line).block for line in which]
        full = all(whole(line)(read) for line in which)
        return full and len({id(block) for block in blocks}) == len(which)

    return seen


def whole(first: int, last: int | None = None) -> Seen:
    """Whether every letter and digit of the lines is in a live block, once, and in its order."""

    def seen(read: Read) -> object:
        start = len("\n".join(read.raw[1:first])) + (first > 1)
        end = len("\n".join(read.raw[1 : (last or first) + 1]))
        text = read.document.text
        live = [p.block for p in read.places if not p.block.struck]
        shown = sorted(run.origin + i for b in live for run in b.runs for i in range(run.length))
        marks = re.compile(r"</?[a-z][^<>\n]*>|[¹²³⁰⁴-⁹]+")
        markup = {i for m in marks.finditer(text, start, end) for i in range(*m.span())}
        read_once = [i for i in shown if start <= i < end]
        seen, printed = (
            [i for i in places if text[i].isalnum() and i not in markup]
            for places in (read_once, range(start, end))
        )
        return seen == printed

    return seen


def as_printed(line: int) -> Seen:
    """Whether the block is the line, but for white space, emphasis and a footnote's mark."""

    def seen(read: Read) -> object:
        bare = " ".join(re.sub(r"[¹²³⁰⁴-⁹]+|\*\*", "", read.raw[line]).split())
        return read.one(line).block.text == bare

    return seen


def word_over(first: int, last: int) -> Seen:
    """Whether a word broken at a line's end is one again, and each half leads to its own line."""

    def seen(read: Read) -> object:
        block = read.one(first).block
        before, after = read.raw[first].rstrip().removesuffix("-"), read.raw[last].lstrip()
        word = before.split()[-1] + re.split(r"\W", after)[0]
        halves = (m.start() + len(before.split()[-1]) for m in re.finditer(word, block.text))
        return any(
            [_line(read, block, half - 1), _line(read, block, half)] == [first, last]
            for half in halves
        )

    return seen


def _line(read: Read, block: Block, clean: int) -> int:
    run = next(run for run in block.runs if run.clean <= clean < run.clean + run.length)
    return line_of(read.document.text, run.origin + clean - run.clean)


def gone(*which: int) -> Seen:
    """Whether none of the lines stands in any block."""
    return lambda read: not any(read.at(line) for line in which)


def struck(line: int) -> Seen:
    """Whether all, some or nothing of the line is struck."""

    def seen(read: Read) -> object:
        marks = {place.block.struck for place in read.at(line)}
        return {frozenset({True}): "all", frozenset({False}): "none"}.get(frozenset(marks), "some")

    return seen


def alike(one: int, other: int) -> Seen:
    """Whether two lines say the same, whether struck or not."""

    def seen(read: Read) -> object:
        first, second = (" ".join(p.block.text for p in read.at(n)) for n in (one, other))
        return first == second

    return seen


def spaced(first: int, last: int) -> Seen:
    """Whether the lines' blocks have single plain spaces only."""

    def seen(read: Read) -> object:
        texts = [p.block.text for n in range(first, last + 1) for p in read.at(n)]
        return bool(texts) and not any(re.search(r"\s\s|[^\S ]", text) for text in texts)

    return seen


def bullet(line: int) -> Seen:
    """The bullet the line's block begins with."""
    return lambda read: read.one(line).block.text[0]


def columns(line: int) -> Seen:
    """The years that the row at the line says its figures are of, as it is told alone."""
    return lambda read: re.findall(r"\b((?:19|20)\d\d): [\d-]", told(read.one(line).block))


def group(line: int, of: int) -> Seen:
    """Whether the row at the line names the sub-table that the row `of` begins."""

    def seen(read: Read) -> object:
        name = read.one(of).block.cells[0].text
        return bool(name) and told(read.one(line).block).startswith(name)

    return seen


def cells(line: int) -> Seen:
    """How many cells the row has, and whether any has a tag left in it."""

    def seen(read: Read) -> object:
        row = read.one(line).block.cells
        return len(row), any("<" in cell.text for cell in row)

    return seen


def marks(line: int) -> Seen:
    """Whether a footnote's mark is left in the line's block."""
    return lambda read: bool(re.search(r"[¹²³⁰⁴-⁹]", read.one(line).block.text))


# --- what is told of it --------------------------------------------------------------------------


def told_of(*concerns: Concern) -> Seen:
    """The lines of the findings of these kinds."""
    return lambda read: [f.line for f in read.document.findings if f.concern in concerns]


def status(line: int) -> Seen:
    """The status of the annex the line stands in."""

    def seen(read: Read) -> object:
        annex = read.one(line).within(PartKind.ANNEX)
        return annex and annex.about and str(annex.about.status)

    return seen


def cases(read: Read) -> object:
    """How many case numbers the outer meeting has, and how many items have one."""
    found = [part.case_number for part in read.document.items if part.case_number]
    return len(set(found)), len(found)


def closed(read: Read) -> object:
    """The numbers of all items that not everyone may see."""
    meetings = (read.document, *read.document.documents)
    return [x.number for m in meetings for x in m.items if x.visibility is not Visibility.OPEN]


def dates(line: int) -> Seen:
    """The dates written in the line."""
    return lambda read: [day.isoformat() for day in all_dates(read.raw[line])]
