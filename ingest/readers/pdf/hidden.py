"""Text that a page holds but does not show, such as white text or text under a box.

Place, colour and painting order say which text objects may be hidden; most pages have none. The
page is then painted with and without them: a character that changes no point is not seen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from ingest.readers.pdf import api
from ingest.readers.pdf.drawing import Area, Drawing
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.marks import Marks
from ingest.readers.pdf.words import MIN_SIZE, TextLayer, Word

INVISIBLE = (3, 7)  # render modes that paint nothing
OFF_PAGE, TINY, UNPAINTED = "off the page", "too small to read", "painted with no ink"
REDACTED, COVERED, PALE = "marked for redaction", "covered", "of the colour behind it"
CUT = "cut off by a clipping path"
PALEST = 225  # of 255; darker text is seen on white
CLOSE = 45  # colours that differ less in every component can hardly be told apart
SEEN = 24  # of 255; the least change of a point that an eye sees
FAINT = 40  # of 255; the alpha below which ink is hardly seen
SCAN_AREA, SCAN_TEXT = 0.5, 0.8  # of the page, and of its characters
MAX_SIDE = 1600  # points of a painted page
SCALE = 1.5
INNER = 0.2  # of a character's width left out at each side, where its neighbours reach


@dataclass(frozen=True, slots=True)
class Sight:
    """The words that are seen, how many characters are not for each reason, and whether the text
    lies unseen over a scan."""

    words: list[Word]
    hidden: Counter[str]
    scan: bool = False


def seen(
    words: list[Word], layer: TextLayer, page: pdfium.PdfPage, drawing: Drawing, marks: Marks
) -> Sight:
    """What a reader sees of `words`."""
    suspects = _suspects(words, layer, drawing, marks)
    if not suspects:
        return Sight(words, Counter())
    shown = layer.shown
    scans = [a.box for a in drawing.pictures if a.box.shared(shown).area > SCAN_AREA * shown.area]
    under = [i for i, why in suspects.items() if why in (UNPAINTED, COVERED)]
    inked = _characters(words[i] for i in under)
    if scans and inked >= SCAN_TEXT * _characters(words):
        suspects = {i: why for i, why in suspects.items() if i not in set(under)}
        return replace(_sifted(words, suspects, layer, page), scan=True)
    return _sifted(words, suspects, layer, page)


def _characters(words: Iterable[Word]) -> int:
    return sum(len(word.text) for word in words)


def _suspects(
    words: list[Word], layer: TextLayer, drawing: Drawing, marks: Marks
) -> dict[int, str]:
    """Why words may be hidden, by index."""
    found: dict[int, str] = {}
    watch = _Watch(layer.shown, drawing, marks)
    for index, word in enumerate(words):
        why = watch.suspicion(word)
        if why:
            found[index] = why
    return found


class _Watch:
    def __init__(self, shown: Box, drawing: Drawing, marks: Marks) -> None:
        self._shown = shown
        self._drawing = drawing
        self._over = [(box, REDACTED) for box in marks.redactions]
        self._over += [(box, COVERED) for box in marks.covers]
        self._areas = [a for a in drawing.areas if a.box.height > 2 and a.box.width > 2]

    def suspicion(self, word: Word) -> str | None:
        """Why the word may not be seen; `None` where nothing says so."""
        style, box = word.style, word.box
        x, y = word.middle
        if not self._shown.holds(x, y):
            return OFF_PAGE
        if style.mode in INVISIBLE:
            return UNPAINTED
        if style.size < MIN_SIZE:
            return TINY
        if self._over:
            why = next((why for cover, why in self._over if _overlaps(cover, box)), None)
            if why:
                return why
        if self._areas:
            why = self._among_areas(word)
            if why:
                return why
        clip = self._drawing.clips.get(style.object)
        if clip and clip.shared(box).area < 0.5 * box.area:
            return CUT
        return PALE if min(style.fill[:3]) >= PALEST or style.fill[3] < FAINT else None

    def _among_areas(self, word: Word) -> str | None:
        order = self._drawing.orders.get(word.style.object, 0)
        near = [area for area in self._areas if _overlaps(area.box, word.box)]
        if any(area.order > order for area in near):
            return COVERED
        return PALE if any(_like(area, word) for area in near) else None


def _overlaps(cover: Box, box: Box) -> bool:
    """Whether some of the text is under the cover, more than its edge."""
    shared = cover.shared(box)
    return shared.width > 1 and shared.height > 0.3 * box.height


def _like(area: Area, word: Word) -> bool:
    """Whether the word can hardly be told from the area, as on a picture nobody knows."""
    if area.color is None:
        return True
    pairs = zip(area.color, word.style.fill, strict=False)
    return all(abs(one - other) < CLOSE for one, other in pairs)


def _sifted(
    words: list[Word], suspects: dict[int, str], layer: TextLayer, page: pdfium.PdfPage
) -> Sight:
    """The words without what is hidden; what has to be looked at is painted."""
    doubtful = [i for i, why in suspects.items() if why in (COVERED, PALE, CUT)]
    paint = _Paint(page, layer, [words[i] for i in doubtful]) if doubtful else None
    kept: list[Word] = []
    hidden: Counter[str] = Counter()
    for index, word in enumerate(words):
        why = suspects.get(index)
        if why in (COVERED, PALE, CUT) and paint:
            pieces = list(paint.seen_pieces(word))
            if why == COVERED and 2 * _characters(pieces) < len(word.text):
                pieces = []  # what sticks out from under a box was meant to be under it
        else:
            pieces = [] if why else [word]
        lost = len(word.text) - _characters(pieces)
        if why and lost > 0:
            hidden[why] += lost
        kept += pieces
    return Sight(kept, hidden)


class _Paint:
    """The page painted with and without some words."""

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
        self._change = ImageChops.difference(before, after)

    def _painted(self, page: pdfium.PdfPage) -> Image.Image:
        bitmap = page.render(scale=self._scale, rev_byteorder=True, prefer_bgrx=True)
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        return image

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
        margin = inner * box.width
        scale, image = self._scale, self._change
        left, right = int((box.x0 + margin) * scale), int((box.x1 - margin) * scale) + 1
        top, bottom = int(box.top * scale), int(box.bottom * scale) + 1
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, image.width), min(bottom, image.height)
        if left >= right or top >= bottom:
            return False
        extremes = image.crop((left, top, right, bottom)).getextrema()
        return max(high for _, high in extremes) >= SEEN  # type: ignore[misc]
