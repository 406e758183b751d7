"""Bullets that are drawn and not written, as browsers do: a dot before the first word of a line."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.words import Word

LARGEST, SMALLEST = 0.75, 0.12  # of the font size
BESIDE = 2.5  # font sizes from the dot to the text
MAX_DOTS = 500  # a chart may have any number
DRAWN = -1  # the place of a character that is none


def bullets(dots: list[Box], words: list[Word]) -> list[Word]:
    """A bullet for each dot that stands where a list item begins."""
    if not dots or len(dots) > MAX_DOTS:
        return []
    return list(_found(dots, words))


def _found(dots: list[Box], words: list[Word]) -> Iterator[Word]:
    for dot in dots:
        middle = (dot.top + dot.bottom) / 2
        level = [word for word in words if word.box.top < middle < word.box.bottom]
        right = [word for word in level if word.box.x0 >= dot.x1]
        if not right:
            continue
        word = min(right, key=lambda word: word.box.x0)
        size = word.style.size
        fits = SMALLEST * size <= dot.height <= LARGEST * size
        alone = not any(
            dot.x1 - other.box.x0 > 0 and dot.x0 - other.box.x1 < size for other in level
        )
        if fits and alone and word.box.x0 - dot.x1 < BESIDE * size:
            box = Box(dot.x0, word.box.top, dot.x1, word.box.bottom)
            yield replace(word, text="•", box=box, spaced=True, first=DRAWN, last=DRAWN)
