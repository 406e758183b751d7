"""Pages painted with and without some words: a character that changes no point is not seen."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageStat

from ingest.readers.pdf import api
from ingest.readers.pdf.drawing import Color
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.words import TextLayer, Word

MAX_PAINTED = 150  # pages of a file; each takes up to a tenth of a second
MAX_SIDE = 1600  # points of a painted page
SCALE = 1.5
SEEN = 24  # of 255; the least change of a point that an eye sees
CHANGED = 255  # a point that changes so much
INNER = 0.2  # of a character's width left out at each side, where its neighbours reach


@dataclass
class Budget:
    """How many more pages of a file may be painted."""

    pages: int = MAX_PAINTED


class Painter:
    """Paints one page, as long as the budget lasts."""

    def __init__(self, page: pdfium.PdfPage, budget: Budget) -> None:
        self.page = page
        self._budget = budget

    def look(self, layer: TextLayer, words: list[Word]) -> "Look | None":
        """What the words change on the page; `None` where the budget is spent."""
        if not self._budget.pages:
            return None
        self._budget.pages -= 1
        return Look(self.page, layer, words)


class Look:
    """The points of a page that some words change."""

    def __init__(self, page: pdfium.PdfPage, layer: TextLayer, words: list[Word]) -> None:
        self._layer = layer
        shown = layer.shown
        self._scale = min(SCALE, MAX_SIDE / max(shown.width, shown.height, 1))
        objects = {word.style.object for word in words if word.style.object}
        before = self._painted(page)
        for handle in objects:
            api.set_active(handle, 0)
        after = self._painted(page)
        for handle in objects:
            api.set_active(handle, 1)
        red, green, blue = ImageChops.difference(before, after).split()
        change = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        self._width, self._height = change.size
        self._before = before
        self._points = change.point([CHANGED * (value >= SEEN) for value in range(256)]).tobytes()

    def _painted(self, page: pdfium.PdfPage) -> Image.Image:
        bitmap = page.render(scale=self._scale, rev_byteorder=True, prefer_bgrx=True)
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        return image

    def color(self, box: Box) -> Color:
        """The colour that most of the box has, as it is seen."""
        left, top = (max(int(edge * self._scale), 0) for edge in (box.x0, box.top))
        right, bottom = (int(edge * self._scale) for edge in (box.x1, box.bottom))
        part = self._before.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
        red, green, blue = ImageStat.Stat(part).median
        return red, green, blue

    def seen_pieces(self, word: Word) -> Iterator[Word]:
        """The word where all of it is seen, else the pieces of it that are."""
        if len(word.text) != word.last - word.first + 1:
            if self._changes(word.box, 0):
                yield word
            return
        boxes = [self._layer.box(i) for i in range(word.first, word.last + 1)]
        flags = [self._changes(box, INNER) for box in boxes]
        # a comma or a stop paints next to nothing
        marks = [flag or not c.isalnum() for flag, c in zip(flags, word.text, strict=True)]
        if all(marks) and any(flags):
            yield word
            return
        start = 0
        for end in range(1, len(flags) + 1):
            if end == len(flags) or flags[end] != flags[start]:
                if flags[start]:
                    yield word.part(start, end, boxes)
                start = end

    def _changes(self, box: Box, inner: float) -> bool:
        margin, scale, width = inner * box.width, self._scale, self._width
        left = max(int((box.x0 + margin) * scale), 0)
        right = min(int((box.x1 - margin) * scale) + 1, width)
        rows = range(max(int(box.top * scale), 0), min(int(box.bottom * scale) + 1, self._height))
        return left < right and any(
            CHANGED in self._points[y * width + left : y * width + right] for y in rows
        )
