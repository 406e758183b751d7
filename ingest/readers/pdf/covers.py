"""Words under a box stand in the text as "█", as the page shows them.

Without it a line from which a name was taken would read as if nothing were missing.
"""

from collections.abc import Iterator
from dataclasses import replace

from ingest.readers.pdf.drawing import Area, Drawing
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.words import TextLayer, Word

SIGN = "█"


def covered_parts(word: Word, seen: list[Word], layer: TextLayer) -> Iterator[Word]:
    """The sign in place of each part of the word that is none of its `seen` pieces."""
    if word.style.angle:
        return
    if not seen:
        yield _sign(word, word.first, word.last, word.box)
        return
    edges = [word.first, *(i for piece in seen for i in (piece.first, piece.last + 1))]
    ends = [*edges[1:], word.last + 1]
    for begin, end in list(zip(edges, ends, strict=True))[::2]:
        # a comma or a stop paints next to nothing, and is not missed
        if any(c.isalnum() for c in word.text[begin - word.first : end - word.first]):
            left, right = layer.box(begin).x0, layer.box(end - 1).x1
            yield _sign(word, begin, end - 1, Box(left, word.box.top, right, word.box.bottom))


def _sign(word: Word, first: int, last: int, box: Box) -> Word:
    return replace(
        word,
        text=SIGN,
        box=box,
        style=replace(word.style, symbol=False),
        spaced=word.spaced and first == word.first,
        first=first,
        last=last,
        covered=True,
    )


class Grounds:
    """Tells a box that hides words from a coloured ground, on which text is seen."""

    def __init__(self, drawing: Drawing, seen: list[Word]) -> None:
        self._areas = drawing.areas
        self._orders = drawing.orders
        self._seen = seen
        self._known: dict[Area, bool] = {}

    def carry(self, sign: Word, *, over: bool) -> bool:
        """Whether text is seen at the sign's place or beside it, on the same area.

        `over` says that the area is painted after the words that it hides.
        """
        order = self._orders.get(sign.style.object, 0) if over else 0
        x, y = sign.middle
        around = [area for area in self._areas if area.order > order and area.box.holds(x, y)]
        area = min(around, key=lambda area: area.box.area, default=None)
        return self._is_ground(area) or self._holds_text(sign.box)

    def _is_ground(self, area: Area | None) -> bool:
        if area is None or area.color is None:  # a picture may be seen through in part
            return False
        if area not in self._known:
            self._known[area] = self._holds_text(area.box)
        return self._known[area]

    def _holds_text(self, box: Box) -> bool:
        return any(box.holds(*word.middle) for word in self._seen)
