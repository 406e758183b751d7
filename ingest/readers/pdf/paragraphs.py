"""Which lines belong together, and where there is space between paragraphs.

A line goes on with the one before it where that one was full: the first word of the line would not
have fitted on it. Distance, indentation, style and list labels say where something new begins.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.blocks import ENDED
from ingest.readers.pdf.columns import Line
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.rows import Piece
from ingest.terms import MONTHS

LOWER_START = re.compile(r"[a-zæøåéü(█]")  # a covered word may be of any kind
ITEM = re.compile(
    r"(?:[•◦▪●➢➤·–-]|o(?=\s{2})|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-zA-Z][.)])\s+\S"
)
DATED = re.compile(rf"\d{{1,2}}\. (?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
DASH = re.compile(r"[–-]\s+[a-zæøå]")
BROKEN = re.compile(r"\w-\Z")
OPEN_END = re.compile(r"(?:,|\b(?:og|eller|samt|at|i|på|af|til|for|med|om|den|det|de))\Z")
USUAL = 1.2  # of the font size from line to line, where the document does not say
WIDER = 1.3  # of the usual distance; more parts paragraphs
SAME_SIZE = 0.08  # of the font size
INDENT = 0.7  # of the font size
MAX_STEP = 2.2  # of the font size; no lines of a paragraph stand farther apart
LIST_STEP = 3.0  # of the font size; items of a list that stand farther apart are paragraphs
NEARLY = 0.85  # of the width of the text
NARROW = 0.75  # of the usual right edge
LARGER = 1.08  # of the size of the text; a heading's


@dataclass
class Printed:
    """A line of the document as it will be written."""

    page: int
    line: Line
    text: str
    furniture: bool = False
    level: int = 0
    joins: bool = False
    gap: bool = False

    def __post_init__(self) -> None:
        first = self.line.pieces[0]
        self.box: Box = self.line.box
        self.size: float = max(self.line.pieces, key=lambda p: len(p.plain)).size
        self.base: float = first.base
        self.bold: bool = all(piece.bold for piece in self.line.pieces)
        self.plain: str = " ".join(piece.plain for piece in self.line.pieces)
        self.covered: bool = all(piece.covered for piece in self.line.pieces)
        self.row: bool = bool(self.line.cells)
        self.item: bool = not self.row and starts_item(first)

    @property
    def body(self) -> bool:
        """Whether it is running text."""
        return not (self.furniture or self.row or self.line.turned)


def starts_item(piece: Piece) -> bool:
    """Whether a list item or a numbered heading begins here, by its label."""
    return bool(ITEM.match(piece.plain)) and not DATED.match(piece.plain)


class Setting:
    """How the document is set: the size of its text, the distance of its lines, its right edge."""

    def __init__(self, lines: list[Printed], widths: dict[int, float]) -> None:
        self._widths = widths
        body = [line for line in lines if line.body]
        sizes: Counter[float] = Counter()
        bold = 0
        for line in body:
            sizes[rounded(line.size)] += len(line.plain)
            bold += len(line.plain) * line.bold
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        self.bold = bold > sizes.total() / 2
        self._edges = self._right_edges(body)
        self._narrow: dict[int, float] = self._narrow_pages(body)
        self.step = self._usual_step(body)

    def _right_edges(self, body: list[Printed]) -> dict[float, float]:
        """The right edge of the text on pages of each width."""
        ends: dict[float, list[Box]] = {}
        for line in body:
            if line.line.column is None:
                ends.setdefault(self._width(line), []).append(line.box)
        edges = {}
        for width, boxes in ends.items():
            edge = max(min(box.x1, width) for box in boxes)
            full = sum(box.x1 > 0.97 * edge for box in boxes)
            if full < 3:  # too few to show it; a page's margins are alike
                edge = max(edge, width - 1.2 * max(min(box.x0 for box in boxes), 0))
            edges[width] = edge
        return edges

    def _narrow_pages(self, body: list[Printed]) -> dict[int, float]:
        """The right edge on pages of which only the left column has text.

        That it is an edge shows in lines that end near it and go on in small letters below.
        """
        pages: dict[int, list[Printed]] = {}
        for line in body:
            if line.line.column is None:
                pages.setdefault(line.page, []).append(line)
        ends = {number: max(x.box.x1 for x in lines) for number, lines in pages.items()}
        known = [
            ends[number]
            for number, lines in pages.items()
            if ends[number] < NARROW * self._edges.get(self._width(lines[0]), 0.0)
            and sum(_wraps(a, b, ends[number]) for a, b in pairwise(lines)) > 1
        ]
        edge = max(known, default=0.0)
        return {number: edge for number, end in ends.items() if end <= edge + 3}

    def _width(self, line: Printed) -> float:
        return round(self._widths.get(line.page, 0.0))

    def right(self, line: Printed) -> float:
        """Where a line of this one's column ends at most."""
        column = line.line.column
        if column:
            return column.right
        return self._narrow.get(line.page) or self._edges.get(self._width(line), 0.0)

    def full(self, line: Printed, after: Printed) -> bool:
        """Whether the first word of the line after it would not have fitted on the line."""
        word = after.line.pieces[0].words[0]
        width = word.box.width
        for other in after.line.pieces[0].words[1:]:
            if other.spaced:
                break
            width = other.box.x1 - word.box.x0
        if line.box.x1 + _space(line) + width > self.right(line) - 0.05 * line.size:
            return True
        # "§ 107" and "12 kr." are not parted, so that a line may end a little earlier
        unended = LOWER_START.match(after.plain) and not ENDED.search(line.plain)
        return bool(unended) and self.nearly_full(line)

    def nearly_full(self, line: Printed) -> bool:
        """Whether the line ends near the edge."""
        return line.box.x1 - line.box.x0 > NEARLY * (self.right(line) - line.box.x0)

    def _usual_step(self, body: list[Printed]) -> float:
        steps = [
            (b.base - a.base) / a.size
            for a, b in pairwise(body)
            if a.page == b.page
            and a.line.column is b.line.column
            and abs(a.size - b.size) < SAME_SIZE * a.size
            and LOWER_START.match(b.plain)
            and self.full(a, b)
        ]
        near = [step for step in steps if 0.8 < step < MAX_STEP]
        return median(near) if near else USUAL


def _space(line: Printed) -> float:
    """How wide the line's narrowest space between words is."""
    words = line.line.pieces[-1].words
    gaps = (b.box.x0 - a.box.x1 for a, b in pairwise(words) if b.spaced)
    return max(min(gaps, default=0.0), 0.2 * line.size)


def _wraps(line: Printed, after: Printed, edge: float) -> bool:
    near = abs(line.box.x0 - after.box.x0) < 2 and line.box.x1 > 0.85 * edge
    return near and LOWER_START.match(after.plain) is not None


def arrange(lines: list[Printed], widths: dict[int, float]) -> Setting:
    """Say of each line whether it joins, and where there is space; how the document is set."""
    setting = Setting(lines, widths)
    last: Printed | None = None
    chain: list[Printed] = []
    for line in lines:
        if line.furniture:
            continue
        if last is not None:
            line.joins = _joins(last, line, chain, setting)
            line.gap = not line.joins and _is_apart(last, line, setting)
        chain = [*chain, line] if line.joins else [line]
        last = line
    return setting


def _joins(last: Printed, line: Printed, chain: list[Printed], setting: Setting) -> bool:
    if not (last.body and line.body) or line.item:
        return False if not _dashes_on(last, line, setting) else _alike(last, line)
    if not _alike(last, line):
        return False
    if last.page != line.page or last.line.column is not line.line.column:
        return _goes_over(last, line, chain, setting)
    step = line.base - last.base
    if not 0 < step <= WIDER * max(setting.step, 1.0) * last.size:
        return False
    if BROKEN.search(last.plain) and LOWER_START.match(line.plain):
        return True
    full = setting.full(last, line) or _hangs(last, line, chain, setting)
    return full and _in_place(last, line, chain, setting)


def _hangs(last: Printed, line: Printed, chain: list[Printed], setting: Setting) -> bool:
    """Whether a list item goes on below its text, be it with a lone figure."""
    inwards = line.box.x0 > chain[0].box.x0 + INDENT * line.size
    unended = OPEN_END.search(last.plain) or setting.nearly_full(last)
    return chain[0].item and inwards and bool(unended) and not ENDED.search(last.plain)


def _dashes_on(last: Printed, line: Printed, setting: Setting) -> bool:
    """Whether what looks like a list item is a dash in a sentence."""
    dash = last.body and line.body and DASH.match(line.plain) and not last.item
    near = last.page == line.page and 0 < line.base - last.base <= WIDER * setting.step * last.size
    ended = ENDED.search(last.plain) or last.plain.endswith(",")
    return bool(dash and near and not ended and setting.full(last, line)) and (
        abs(last.box.x0 - line.box.x0) < 1
    )


def _alike(last: Printed, line: Printed) -> bool:
    """Whether both can be of one paragraph by their looks."""
    if abs(last.size - line.size) > SAME_SIZE * max(last.size, line.size):
        return False
    if last.bold == line.bold:
        return True
    # a bold passage that goes over a line's end
    first, final = line.line.pieces[0].words[0], last.line.pieces[-1].words[-1]
    return first.style.bold == final.style.bold and not ENDED.search(last.plain)


def _in_place(last: Printed, line: Printed, chain: list[Printed], setting: Setting) -> bool:
    """Whether the line begins where a further line of the paragraph would."""
    reach = INDENT * line.size
    shift = line.box.x0 - last.box.x0
    if abs(shift) <= reach and len(chain) > 1:
        return True
    middle = (line.box.x0 + line.box.x1 - last.box.x0 - last.box.x1) / 2
    if abs(shift) <= reach or (abs(middle) < 2 and line.bold):
        return True
    if chain[0] is last and last.item:
        return shift > 0 or LOWER_START.match(line.plain) is not None
    goes_on = LOWER_START.match(line.plain) is not None and not ENDED.search(last.plain)
    if shift > 0:  # the first line of a new paragraph, or a note that hangs
        return goes_on
    return chain[0] is last or goes_on


def _goes_over(last: Printed, line: Printed, chain: list[Printed], setting: Setting) -> bool:
    """Whether a sentence plainly goes on over the end of a page or column."""
    full = setting.full(last, line) or OPEN_END.search(last.plain)
    if ENDED.search(last.plain) or not full:
        return False
    if last.size > LARGER * setting.size or (last.bold and not setting.bold):
        return False
    if LOWER_START.match(line.plain) or OPEN_END.search(last.plain):
        return True
    return len(chain) > 1 and not chain[0].item and abs(last.box.x0 - line.box.x0) < 2


def _is_apart(last: Printed, line: Printed, setting: Setting) -> bool:
    """Whether there is space between the two; none in a list or a table."""
    if last.row and line.row:
        return False
    if last.page != line.page:
        return False
    if last.row != line.row:
        return True
    size = max(last.size, line.size)
    return line.base - last.base > WIDER * setting.step * size and not _in_list(last, line)


def _in_list(last: Printed, line: Printed) -> bool:
    step = line.base - last.base
    return (
        line.item
        and step < LIST_STEP * line.size
        and (last.item or last.box.x0 > line.box.x0 + INDENT * line.size)
    )


def rounded(size: float) -> float:
    """A font size to half a point, as it was chosen."""
    return round(size * 2) / 2
