"""The words of a page with their places and styles.

A word ends at white space, where another text object begins, and nowhere else, so that only its
first and last character need to be measured.
"""

import ctypes
import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, c_uint
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot

from ingest.readers.pdf import api
from ingest.readers.pdf.frame import Box, Frame

HYPHENS = "\x02\ufffe"  # how pdfium writes a hyphen that it takes for the end of a broken word
WORD = re.compile(rf"[^\s{HYPHENS}]*[{HYPHENS}]|[^\s{HYPHENS}]+")
LIGATURES = str.maketrans(
    dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "ft", "st"), strict=True))
    | dict.fromkeys(HYPHENS, "-")
)
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
SYMBOLS = re.compile(r"symbol|wingding|dingbat|webding", re.IGNORECASE)
FORCED_BOLD = 1 << 18  # a font flag of the PDF standard
ASCENT, DESCENT = 0.8, 0.22  # of the font size; what fonts themselves say is often far off
MIN_SIZE = 2.0  # points


@dataclass(frozen=True, slots=True)
class Style:
    """How a text object is written: effective size, fill colour, angle in degrees as it is seen."""

    object: int
    size: float
    bold: bool
    symbol: bool
    fill: tuple[int, int, int, int]
    mode: int
    angle: int


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `first` to `last` of the page; `base` is its base line, `spaced` says that white
    space stands before it."""

    text: str
    box: Box
    base: float
    style: Style
    spaced: bool
    first: int
    last: int
    struck: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.box.x0 + self.box.x1) / 2, (self.box.top + self.box.bottom) / 2

    def part(self, start: int, end: int, boxes: list[Box], *, struck: bool = False) -> "Word":
        """Characters `start` to `end` of the word, whose characters have these boxes."""
        return replace(
            self,
            text=self.text[start:end],
            box=Box(boxes[start].x0, self.box.top, boxes[end - 1].x1, self.box.bottom),
            spaced=self.spaced and start == 0,
            first=self.first + start,
            last=self.first + end - 1,
            struck=struck,
        )


class TextLayer:
    """The text of one page as pdfium gives it, measured on demand."""

    def __init__(self, handle: int, frame: Frame) -> None:
        self._handle = handle
        self._frame = frame
        self._rect = api.Rect()
        self._styles: dict[int, Style] = {}
        self._bases: dict[int, float] = {}
        self._name = ctypes.create_string_buffer(128)

    @property
    def shown(self) -> Box:
        """The page itself."""
        return self._frame.shown

    def words(self) -> list[Word]:
        """All words in the order of the file."""
        text = self._text()
        words: list[Word] = []
        for match in WORD.finditer(text):
            start = match.start()
            spaced = start == 0 or text[start - 1] not in HYPHENS
            for first, last in self._pieces(start, match.end() - 1):
                words.append(self._word(text[first : last + 1], first, last, spaced))
                spaced = False
        return words

    def box(self, index: int) -> Box:
        """The place of a character."""
        rect = self._rect
        if not api.char_box(self._handle, index, byref(rect)):
            return Box(0, 0, 0, 0)
        return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _text(self) -> str:
        """The page's characters, one for one."""
        handle = self._handle
        count = api.count_chars(handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        length = api.get_text(handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(_character(api.unicode_of(handle, i)) for i in range(count))

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The word's parts that are text objects of their own."""
        handle = self._handle
        if api.text_object(handle, first) == api.text_object(handle, last):
            yield first, last
            return
        start, current = first, api.text_object(handle, first)
        for index in range(first + 1, last + 1):
            found = api.text_object(handle, index)
            if found != current:
                yield start, index - 1
                start, current = index, found
        yield start, last

    def _word(self, raw: str, first: int, last: int, spaced: bool) -> Word:
        style = self._style(first)
        box = self.box(first)
        base = self._base(first, style, box)
        if last > first:
            box = box.with_(self.box(last))
        if style.angle == 0:
            box = Box(box.x0, base - ASCENT * style.size, box.x1, base + DESCENT * style.size)
        text = raw.translate(LIGATURES)
        if "\u00ad" in text:
            text = self._hyphenated(raw, first)
        return Word(text, box, base, style, spaced, first, last)

    def _base(self, index: int, style: Style, box: Box) -> float:
        """The base line, on which all of a text object stands if it is level."""
        if style.angle:
            return box.bottom - DESCENT * style.size
        base = self._bases.get(style.object)
        if base is None:
            x, y = c_double(), c_double()
            api.char_origin(self._handle, index, byref(x), byref(y))
            base = self._bases[style.object] = self._frame.point(x.value, y.value)[1]
        return base

    def _hyphenated(self, raw: str, first: int) -> str:
        """Soft hyphens that are printed are hyphens; the others have no width."""
        shown = (
            ("-" if self.box(first + i).width > 0.5 else "") if char == "\u00ad" else char
            for i, char in enumerate(raw)
        )
        return "".join(shown).translate(LIGATURES)

    def _style(self, index: int) -> Style:
        key = api.text_object(self._handle, index) or 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._measured(index, key)
        return style

    def _measured(self, index: int, key: int) -> Style:
        handle, matrix = self._handle, api.Matrix()
        api.char_matrix(handle, index, byref(matrix))
        size = api.font_size(handle, index) * (hypot(matrix.c, matrix.d) or 1.0)
        if not MIN_SIZE <= size <= 1000:  # a drawn font, or one scaled in a place of its own
            height = self.box(index).height
            size = height / (ASCENT + DESCENT) if height > 2 * MIN_SIZE else max(size, 0.1)
        red, green, blue, alpha = c_uint(), c_uint(), c_uint(255), c_uint(255)
        found = api.fill_of_char(handle, index, byref(red), byref(green), byref(blue), byref(alpha))
        fill = (red.value, green.value, blue.value, alpha.value) if found else (0, 0, 0, 255)
        name, flags = self._font(index)
        return Style(
            object=key,
            size=min(size, 1000.0),
            bold=bool(BOLD.search(name)) or bool(flags & FORCED_BOLD),
            symbol=bool(SYMBOLS.search(name)),
            fill=fill,
            mode=api.render_mode(key) if key else 0,
            angle=self._angle(matrix.a, matrix.b),
        )

    def _font(self, index: int) -> tuple[str, int]:
        buffer, flags = self._name, c_int()
        buffer.value = b""
        api.font_info(self._handle, index, buffer, 128, byref(flags))
        return buffer.value.decode("utf-8", "replace"), flags.value

    def _angle(self, a: float, b: float) -> int:
        """Degrees against the clock as it is seen; what leans a little is taken as level."""
        if not (abs(a) < 1e9 and abs(b) < 1e9):
            return 0
        angle = round(degrees(atan2(b, a)) - 90 * self._frame.quarters) % 360
        return 0 if angle <= 3 or angle >= 357 else angle


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
