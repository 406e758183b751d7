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
# pdfium ends lines where it likes, at times after every letter; only places tell where they end
NO_SPACE = f"{HYPHENS}\r\n"
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
    """How a text object is written: effective size, fill colour, angle in degrees as it is seen.

    `base` is the base line, on which all of it stands; `None` where it is turned.
    """

    object: int
    size: float
    bold: bool
    symbol: bool
    fill: tuple[int, int, int, int]
    mode: int
    angle: int
    base: float | None


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `first` to `last` of the page; `base` is its base line, `spaced` says that white
    space stands before it. A `covered` word is a sign for one that cannot be seen."""

    text: str
    box: Box
    base: float
    style: Style
    spaced: bool
    first: int
    last: int
    struck: bool = False
    covered: bool = False

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
        self._into = byref(self._rect)
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
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
            spaced = start == 0 or text[start - 1] not in NO_SPACE
            for first, last, key in self._pieces(start, match.end() - 1):
                style = self._styles.get(key) or self._measured(first, key)
                words.append(self._word(text[first : last + 1], first, style, spaced=spaced))
                spaced = False
        return words

    def box(self, index: int) -> Box:
        """The place of a character."""
        rect = self._rect
        if not api.char_box(self._handle, index, self._into):
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

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """The word's parts that are text objects of their own, each with its object."""
        handle = self._handle
        start, current = first, api.text_object(handle, first) or 0
        if last > first and current != (api.text_object(handle, last) or 0):
            for index in range(first + 1, last + 1):
                found = api.text_object(handle, index) or 0
                if found != current:
                    yield start, index - 1, current
                    start, current = index, found
        yield start, last, current

    def _word(self, raw: str, first: int, style: Style, *, spaced: bool) -> Word:
        last = first + len(raw) - 1
        begin = self.box(first)
        end = self.box(last) if last > first else begin
        base, size = style.base, style.size
        if base is None:
            base, box = begin.bottom - DESCENT * size, begin.with_(end)
        else:
            left, right = min(begin.x0, end.x0), max(begin.x1, end.x1)
            box = Box(left, base - ASCENT * size, right, base + DESCENT * size)
        text = raw.translate(LIGATURES)
        if "\u00ad" in text:
            text = self._hyphenated(raw, first)
        return Word(text, box, base, style, spaced, first, last)

    def _hyphenated(self, raw: str, first: int) -> str:
        """Soft hyphens that are printed are hyphens; the others have no width."""
        shown = (
            ("-" if self.box(first + i).width > 0.5 else "") if char == "\u00ad" else char
            for i, char in enumerate(raw)
        )
        return "".join(shown).translate(LIGATURES)

    def _measured(self, index: int, key: int) -> Style:
        """The style of the text object `key`, which holds this character."""
        handle, matrix = self._handle, api.Matrix()
        api.char_matrix(handle, index, byref(matrix))
        size = api.font_size(handle, index) * (hypot(matrix.c, matrix.d) or 1.0)
        if not MIN_SIZE <= size <= 1000:  # a drawn font, or one scaled in a place of its own
            height = self.box(index).height
            size = height / (ASCENT + DESCENT) if height > 2 * MIN_SIZE else max(size, 0.1)
        red, green, blue, alpha = c_uint(), c_uint(), c_uint(255), c_uint(255)
        found = api.fill_of_char(handle, index, byref(red), byref(green), byref(blue), byref(alpha))
        fill = (red.value, green.value, blue.value, alpha.value) if found else (0, 0, 0, 255)
        bold, symbol = self._font(index, key)
        angle = self._angle(matrix.a, matrix.b)
        style = self._styles[key] = Style(
            object=key,
            size=min(size, 1000.0),
            bold=bold,
            symbol=symbol,
            fill=fill,
            mode=api.render_mode(key) if key else 0,
            angle=angle,
            base=None if angle else self._base(index),
        )
        return style

    def _base(self, index: int) -> float:
        x, y = c_double(), c_double()
        api.char_origin(self._handle, index, byref(x), byref(y))
        return self._frame.point(x.value, y.value)[1]

    def _font(self, index: int, key: int) -> tuple[bool, bool]:
        """Whether the text object's font is bold, and whether its letters are symbols."""
        font = api.font_of(key) or 0 if key else 0
        found = self._fonts.get(font)
        if found is None:
            buffer, flags = self._name, c_int()
            buffer.value = b""
            api.font_info(self._handle, index, buffer, 128, byref(flags))
            name = buffer.value.decode("utf-8", "replace")
            bold = bool(BOLD.search(name)) or bool(flags.value & FORCED_BOLD)
            found = self._fonts[font] = bold, bool(SYMBOLS.search(name))
        return found

    def _angle(self, a: float, b: float) -> int:
        """Degrees against the clock as it is seen; what leans a little is taken as level."""
        if not (abs(a) < 1e9 and abs(b) < 1e9):
            return 0
        angle = round(degrees(atan2(b, a)) - 90 * self._frame.quarters) % 360
        return 0 if angle <= 3 or angle >= 357 else angle


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
