"""Text that a page holds but does not show, such as white text or text under a box.

Place, colour and painting order say which text objects may be hidden; most pages have none. The
page is then painted with and without them: a character that changes no point is not seen.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.readers.pdf.covers import Grounds, covered_parts
from ingest.readers.pdf.drawing import Area, Drawing
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.marks import Marks
from ingest.readers.pdf.paint import Look, Painter
from ingest.readers.pdf.words import MIN_SIZE, TextLayer, Word

INVISIBLE = (3, 7)  # render modes that paint nothing
OFF_PAGE, TINY, UNPAINTED = "off the page", "too small to read", "painted with no ink"
REDACTED, COVERED, PALE = "marked for redaction", "covered", "of the colour behind it"
CUT, ON_PICTURE = "cut off by a clipping path", "of the colours of the picture behind it"
DOUBTFUL = (COVERED, PALE, CUT, ON_PICTURE)  # a look at the page decides
BOXED = (REDACTED, COVERED, PALE)  # a box may be seen in place of the text
PALEST = 225  # of 255; darker text is seen on white
DARKEST = 80  # of 255; text is blacked out in such colours
CLOSE = 45  # colours that differ less in every component can hardly be told apart
FAINT = 40  # of 255; the alpha below which ink is hardly seen
SCAN_AREA, SCAN_TEXT = 0.5, 0.8  # of the page, and of its characters
EDGE = 1.0  # points


@dataclass(frozen=True, slots=True)
class Sight:
    """The words that are seen, with signs for those under a box; how many characters are not seen
    for each reason; whether the text lies unseen over a scan. `unsure` counts the characters that
    nobody looked at."""

    words: list[Word]
    hidden: Counter[str]
    scan: bool = False
    unsure: int = 0


def seen(
    words: list[Word], layer: TextLayer, painter: Painter, drawing: Drawing, marks: Marks
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
        return replace(_sifted(words, suspects, layer, painter, drawing), scan=True)
    return _sifted(words, suspects, layer, painter, drawing)


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
        # in painting order
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
        near = [area for area in self._areas if _overlaps(area.box, box)]
        order = self._drawing.orders.get(style.object, 0)
        if any(area.order > order for area in near):
            return COVERED
        clip = self._drawing.clips.get(style.object)
        if clip and clip.shared(box).area < 0.5 * box.area:
            return CUT
        return self._against(near, word)

    def _against(self, near: list[Area], word: Word) -> str | None:
        """Why the word may not be told from what lies behind it."""
        fill = word.style.fill
        if fill[3] < FAINT:
            return PALE
        if near and _sets_off(near[-1], word):
            return None
        if min(fill[:3]) >= PALEST:
            return PALE
        like = [area for area in near if _like(area, word)]
        if not like:
            return None
        return ON_PICTURE if all(area.color is None for area in like) else PALE


def _overlaps(cover: Box, box: Box) -> bool:
    """Whether some of the text is under the cover, more than its edge."""
    width = min(cover.x1, box.x1) - max(cover.x0, box.x0)
    return width > 1 and (
        min(cover.bottom, box.bottom) - max(cover.top, box.top) > 0.3 * (box.bottom - box.top)
    )


def _sets_off(area: Area, word: Word) -> bool:
    """Whether the word stands wholly on the area and is of another colour."""
    box, over = word.box, area.box
    across = over.x0 - EDGE <= box.x0 and box.x1 <= over.x1 + EDGE
    down = over.top - EDGE <= box.top and box.bottom <= over.bottom + EDGE
    return area.solid and across and down and not _like(area, word)


def _like(area: Area, word: Word) -> bool:
    """Whether the word can hardly be told from the area, as on a picture nobody knows."""
    if area.color is None:
        return True
    pairs = zip(area.color, word.style.fill, strict=False)
    return all(abs(one - other) < CLOSE for one, other in pairs)


def _sifted(
    words: list[Word],
    suspects: dict[int, str],
    layer: TextLayer,
    painter: Painter,
    drawing: Drawing,
) -> Sight:
    """The words without what is hidden; what is doubtful is looked at.

    Too many such pages cannot be painted. Dark text on a picture is nearly always seen and then
    kept, what is pale, covered or cut off is left out; both is told.
    """
    doubtful = [words[i] for i, why in suspects.items() if why in DOUBTFUL]
    look = painter.look(layer, doubtful) if doubtful else None
    kept: list[Word] = []
    signs: list[tuple[Word, str]] = []
    hidden: Counter[str] = Counter()
    unsure = 0
    for index, word in enumerate(words):
        why = suspects.get(index)
        if why in DOUBTFUL and look:
            pieces = list(look.seen_pieces(word))
            if why == COVERED and 2 * _characters(pieces) < len(word.text):
                # what sticks out from under a box was meant to be under it, but for a comma
                pieces = [p for p in pieces if not any(map(str.isalnum, p.text))]
        else:
            pieces = [] if why and why != ON_PICTURE else [word]
            unsure += len(word.text) if why in DOUBTFUL else 0
        lost = len(word.text) - _characters(pieces)
        if why and lost > 0:
            hidden[why] += lost
            if why in BOXED:
                signs += [(sign, why) for sign in covered_parts(word, pieces, layer)]
        kept += pieces
    grounds = Grounds(drawing, kept)
    boxes = [sign for sign, why in signs if _is_boxed(sign, why, look, grounds)]
    return Sight(kept + boxes, hidden, unsure=unsure)


def _is_boxed(sign: Word, why: str, look: Look | None, grounds: Grounds) -> bool:
    """Whether a reader of the page sees a box there, and not an empty stretch or other text."""
    if why == REDACTED:
        return True
    if look is None:  # what nobody looked at may be missed
        return why == COVERED and not grounds.carry(sign, over=True)
    color = look.color(sign.box)
    boxed = min(color) < PALEST if why == COVERED else max(color) < DARKEST
    return boxed and not grounds.carry(sign, over=why == COVERED)
