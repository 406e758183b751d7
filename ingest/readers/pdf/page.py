"""One page: from its words and drawing to its lines in reading order."""

from collections import Counter
from dataclasses import dataclass, field
from math import cos, radians, sin

import pypdfium2 as pdfium

from ingest.readers.pdf import api
from ingest.readers.pdf.bullets import bullets
from ingest.readers.pdf.columns import Line
from ingest.readers.pdf.drawing import Drawing, drawing_of
from ingest.readers.pdf.frame import Box, Frame, frame_of
from ingest.readers.pdf.hidden import seen
from ingest.readers.pdf.marks import Marks, marks_of
from ingest.readers.pdf.paint import Budget, Painter
from ingest.readers.pdf.rows import Piece, Row, rows_of
from ingest.readers.pdf.strikes import with_strikes
from ingest.readers.pdf.words import TextLayer, Word

UNREADABLE = 0.3  # of the characters; with more the font does not say which letters they are
TURNED = 0.7  # of the lines
LOWEST = 8.0  # points; no coloured cell is lower
ODD = frozenset(map(chr, (*range(9), *range(14, 32), 0xFFFD)))


@dataclass
class Page:
    """What stands on a page. `rows` are all of its level words, `turned` the others; `scan` says
    that its text is an unseen layer over a picture, `picture` that there is a picture at all;
    `fills` are its coloured areas, `unsure` counts characters that may not be seen."""

    number: int
    shown: Box
    rows: list[Row] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    hidden: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    comments: int = 0
    scan: bool = False
    picture: bool = False
    garbled: bool = False
    broken: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing on it can be read."""
        return self.garbled or not (self.rows or self.turned)


def read_page(document: pdfium.PdfDocument, index: int, budget: Budget) -> Page:
    """What stands on the page; `broken` where pdfium cannot load it."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(index + 1, Box(0, 0, 0, 0), broken=True)
    frame = frame_of(api.address(page.raw))
    made = Page(index + 1, frame.shown)
    marks = marks_of(api.address(document.raw), api.address(page.raw), frame)
    if marks.fields:  # their text becomes part of the page, as when it is printed
        api.flatten(api.address(page.raw), 0)
        page.close()
        page = document[index]
    try:
        painter = Painter(page, budget)
        _read(made, painter, frame, marks)
        return _upright(made, document, painter)
    finally:
        page.close()


def _upright(made: Page, document: pdfium.PdfDocument, painter: Painter) -> Page:
    """The page turned so that most of its text is level, such as a wide table on a tall page."""
    angles = Counter(line.pieces[0].words[0].style.angle for line in made.turned)
    angle, count = angles.most_common(1)[0] if angles else (0, 0)
    if angle % 90 or count < TURNED * (len(made.rows) + len(made.turned)):
        return made
    handle = api.address(painter.page.raw)
    api.set_rotation(handle, (api.rotation(handle) + angle // 90) % 4)
    frame = frame_of(handle)
    again = Page(made.number, frame.shown)
    _read(again, painter, frame, marks_of(api.address(document.raw), handle, frame))
    return again


def _read(made: Page, painter: Painter, frame: Frame, marks: Marks) -> None:
    handle = api.address(painter.page.raw)
    drawing = drawing_of(handle, frame)
    made.links, made.comments = marks.links, marks.comments
    made.picture = any(True for _ in drawing.pictures)
    made.fills = [area.box for area in drawing.areas if area.color and area.box.height > LOWEST]
    text = api.load_text(handle)
    if not text:
        made.broken = True
        return
    try:
        _fill(made, TextLayer(text, frame), painter, drawing, marks)
    finally:
        api.close_text(text)


def _fill(made: Page, layer: TextLayer, painter: Painter, drawing: Drawing, marks: Marks) -> None:
    sight = seen(layer.words(), layer, painter, drawing, marks)
    words, made.rules = with_strikes(sight.words, layer, drawing.rules, marks.strikes)
    made.hidden, made.scan, made.unsure = sight.hidden, sight.scan, sight.unsure
    level = [word for word in words if not word.style.angle]
    made.rows = _trimmed(rows_of(level + bullets(drawing.dots, level)))
    made.turned = _turned([word for word in words if word.style.angle])
    made.garbled = _is_garbled(words)


def _trimmed(rows: list[Row]) -> list[Row]:
    """The rows without those at the page's edges of which nothing is seen."""
    seen = [i for i, row in enumerate(rows) if not all(piece.covered for piece in row)]
    return rows[seen[0] : seen[-1] + 1] if seen else []


def _is_garbled(words: list[Word]) -> bool:
    total = sum(len(word.text) for word in words)
    odd = sum(char in ODD for word in words if not ODD.isdisjoint(word.text) for char in word.text)
    return odd > UNREADABLE * total


def _turned(words: list[Word]) -> list[Line]:
    """Turned text, line by line as the file has it."""
    out: list[list[Word]] = []
    for word in words:
        if out and _beside(out[-1][-1], word):
            out[-1].append(word)
        else:
            out.append([word])
    return [Line([Piece(group)], turned=True) for group in out]


def _beside(last: Word, word: Word) -> bool:
    """Whether the word goes on where the last one ends, in the direction in which both run."""
    if last.style.angle != word.style.angle:
        return False
    angle = radians(word.style.angle)
    dx, dy = (b - a for a, b in zip(last.middle, word.middle, strict=True))
    across = abs(dx * sin(angle) + dy * cos(angle))
    return across < 0.6 * word.style.size
