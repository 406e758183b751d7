"""An agenda item's text: its sections, and the annexes that follow without a separator.

The order of the sections is fixed (Resumé, Baggrund, Sagsfremstilling, Indstilling, Bilag,
Beslutning), so a Baggrund after the Beslutning begins a memo that was attached. An annex begins at
a line that names one of the annexes the item lists. Nothing in an annex was decided.
"""

import re
from dataclasses import dataclass, field, replace

from ingest.annexes import Annex, annex_at
from ingest.blocks import ENDED, Layout, blocks, starts_item
from ingest.chapters import outline
from ingest.document import Block, Part, PartKind, Visibility
from ingest.front import letters
from ingest.identity import about
from ingest.lines import Line
from ingest.marking import closed_by_title
from ingest.names import run_in, section_label
from ingest.terms import ANNEXES, DECISION, MINUTES, OUTCOMES, RECOMMENDATION

CONTINUES = re.compile(r"\s*(?:Det indstilles|[a-zæøå(])")
WIDE_SPACE = 3  # empty lines; a page ended here
MAX_COVER_LINE = 100  # characters
MAX_NAME = 200  # characters
NO_EDGE = 10**6  # characters
MAX_NAMES = 60  # a longer list is none
LIST_MARK = re.compile(r"^[-•\s]+")


@dataclass(slots=True)
class _Span:
    """Lines that belong together while the item is read; `heading` is the line that began them."""

    label: str | None
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    annex: Annex | None = None


@dataclass(slots=True)
class Reading:
    """What has been read of an item so far; `decided` says that an outcome has been read."""

    listed: list[str] = field(default_factory=list)
    found: list[Annex] = field(default_factory=list)
    spans: list[_Span] = field(default_factory=list)
    decided: bool = False

    @property
    def now(self) -> _Span:
        return self.spans[-1]

    def begin(self, span: _Span) -> None:
        """Go on with another piece of the item."""
        self.spans.append(span)
        self.decided = self.decided or span.label in OUTCOMES

    def missing(self) -> list[str]:
        """Listed annexes that have not begun yet."""
        taken = {annex.listed for annex in self.found}
        return [name for name in self.listed if name not in taken]


def sections(lines: list[Line], how: Layout) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The sections and annexes of an item, and the names of the annexes it lists."""
    reading = Reading(spans=[_Span(None)])
    index = 0
    while index < len(lines):
        index = _step(reading, lines, index, how)
    if reading.now.label == ANNEXES and not reading.listed:
        _list_from_above(reading)
    hidden = [name for name in reading.listed if closed_by_title(name)]
    parts = [_without_hidden(part, hidden) for span in reading.spans if (part := _part(span, how))]
    return tuple(parts), tuple(name for name in reading.listed if not closed_by_title(name))


def _step(reading: Reading, lines: list[Line], index: int, how: Layout) -> int:
    line = lines[index]
    if line.blank:
        reading.now.lines.append(line)
        return index + 1
    before = reading.now.lines if reading.now.annex else []
    annex = annex_at(lines, index, reading.missing(), before, paged=how.paged)
    if annex:
        return _open_annex(reading, annex, paged=how.paged)
    label = section_label(line.bare)
    if label and reading.now.annex is None:
        return _open_section(reading, line, label, index)
    led = run_in(line.text) if reading.now.annex is None else None
    if led and (not reading.decided or led[0] in OUTCOMES):
        _open_run_in(reading, line, *led)
        return index + 1
    if _ends_recommendation(reading, line):
        reading.begin(_Span(None, line))
        return index + 1
    reading.now.lines.append(line)
    if reading.now.label == ANNEXES:
        _list(reading, line)
    return index + 1


def _list(reading: Reading, line: Line) -> None:
    """A line of the list of annexes: a name, or the rest of one that was broken over lines."""
    names = reading.listed
    if names and _goes_on(line):
        names[-1] += " " + line.bare
    elif len(names) < MAX_NAMES:
        names.append(LIST_MARK.sub("", line.bare))


def _goes_on(line: Line) -> bool:
    """Whether a line of the list of annexes is the rest of the name above it."""
    if line.joins is not None:
        return line.joins
    return not starts_item(line) and (line.bare[0].islower() or line.bare[0] in "([")


def _list_from_above(reading: Reading) -> None:
    """Some pages come with the list's heading below its names; they are the page's only text."""
    above = reading.spans[-2].lines
    top = next((i for i in range(len(above) - 1, -1, -1) if above[i].opens_page), len(above))
    names = [line for line in above[top:] if not line.blank]
    if not any(len(line.text) > MAX_NAME or ENDED.search(line.text) for line in names):
        del above[top:]
        for line in names:
            reading.now.lines.append(line)
            _list(reading, line)


def _open_annex(reading: Reading, annex: Annex, *, paged: bool) -> int:
    _drop_number(reading.now.lines)
    cover = [] if paged else _cover(reading.now.lines)
    reading.found.append(annex)
    reading.begin(_Span(None, annex=annex, lines=cover))
    return annex.content


def _drop_number(lines: list[Line]) -> None:
    """An annex's number stands alone above its title."""
    while lines and (lines[-1].blank or lines[-1].bare.isdigit()):
        lines.pop()


def _cover(lines: list[Line]) -> list[Line]:
    """Takes from the end of `lines` the short lines below a wide space: the annex's cover."""
    cover: list[Line] = []
    space = 0
    for line in reversed(lines):
        if not line.blank and space >= WIDE_SPACE:
            del lines[len(lines) - len(cover) :]
            return cover[::-1]
        if len(line.text) > MAX_COVER_LINE:
            return []
        space = space + 1 if line.blank else 0
        cover.append(line)
    return []


def _open_section(reading: Reading, line: Line, label: str, index: int) -> int:
    if reading.decided and label not in (ANNEXES, DECISION, MINUTES):
        memo = next((n for n in reading.missing() if n.casefold().startswith("sag")), line.bare)
        annex = Annex(memo, memo, index)
        reading.found.append(annex)
        reading.begin(_Span(None, annex=annex))
        reading.now.lines.append(line)
        return index + 1
    reading.begin(_Span(label, line))
    return index + 1


def _open_run_in(reading: Reading, line: Line, label: str, end: int) -> None:
    """A section whose text begins on the line of its heading."""
    heading, text = line.text[:end].rstrip(), line.text[end:]
    reading.begin(_Span(label, replace(line, text=heading)))
    rest = replace(line, start=line.start + end, text=text, opens_page=False, level=0)
    reading.now.lines.append(rest)
    if label == ANNEXES:
        _list(reading, rest)


def _ends_recommendation(reading: Reading, line: Line) -> bool:
    """A recommendation is a list; running text at the top of the next page is the case's.

    So is the list of annexes, whose names are short.
    """
    if reading.now.label == ANNEXES and len(line.text) > MAX_NAME:
        return True
    if not line.opens_page or line.joins or reading.now.label not in (RECOMMENDATION, ANNEXES):
        return False
    return not (starts_item(line) or CONTINUES.match(line.text)) and any(
        not x.blank for x in reading.now.lines
    )


def _part(span: _Span, how: Layout) -> Part | None:
    # The names of annexes end where their lines do, however long.
    made = blocks(span.lines, replace(how, width=NO_EDGE) if span.label == ANNEXES else how)
    if span.annex:
        return _annex(span.annex, made, [line.removed for line in span.lines if line.removed])
    head = next(iter(blocks([span.heading], how)), None) if span.heading else None
    heading = span.heading.bare if span.heading and head else ""
    if not made and not heading:
        return None
    bare = span.label in (ANNEXES, RECOMMENDATION)
    own, inner = outline(made, headings=not bare, titled=False)
    return Part(PartKind.SECTION, heading, head, own, inner, label=span.label)


def _without_hidden(part: Part, hidden: list[str]) -> Part:
    """The list of annexes with the names of closed ones in a closed part of its own."""
    if part.label != ANNEXES or not hidden:
        return part
    names = [letters(name) for name in hidden]
    shut = [b for b in part.blocks if any(_shares(letters(b.text), name) for name in names)]
    closed = Part(PartKind.SECTION, "", blocks=tuple(shut), visibility=Visibility.CLOSED)
    open_ = tuple(block for block in part.blocks if block not in shut)
    return replace(part, blocks=open_, parts=(*part.parts, closed)) if shut else part


def _shares(line: str, name: str) -> bool:
    """Whether a line has the name or a piece of it."""
    return bool(line) and (line in name or name in line)


def _annex(annex: Annex, made: list[Block], footers: list[str]) -> Part:
    own, inner = outline(made)
    title = annex.title
    texts = [annex.listed, title, *(block.text for block in made[:6])]
    closed = closed_by_title(title) or closed_by_title(annex.listed)
    return Part(
        PartKind.ANNEX,
        title,
        annex.head,
        own,
        inner,
        visibility=Visibility.CLOSED if closed else Visibility.OPEN,
        about=about(texts, footers),
    )
