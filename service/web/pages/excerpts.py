"""A passage cut to the part that has most of what was asked for, with those words marked."""

from collections.abc import Sequence
from itertools import pairwise

from service.met import Ranges
from service.web.pages.reading import Piece

LENGTH = 320
LEAD = 60  # characters before the first word marked, so that it is read in its sentence


def marked_excerpt(text: str, ranges: Ranges) -> tuple[Piece, ...]:
    """The text around most of `ranges`, "…" where it was cut."""
    start, end = _window(text, ranges)
    inside = [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
    cuts = [start, *(place for both in inside for place in both), end]
    pieces = [
        Piece(text[a:b], number % 2 == 1) for number, (a, b) in enumerate(pairwise(cuts)) if a < b
    ]
    before = [Piece("… ", False)] if start else []
    after = [Piece(" …", False)] if end < len(text) else []
    return (*before, *pieces, *after)


def _window(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of whole words that has most different words marked, the first of them."""
    if len(text) <= LENGTH:
        return 0, len(text)
    starts = [_whole(text, max(0, first - LEAD)) for first, _ in ranges] or [0]

    def worth(start: int) -> int:
        return len({text[a:b].casefold() for a, b in ranges if start <= a and b <= start + LENGTH})

    start = max(starts, key=worth)
    if start + LENGTH >= len(text):
        start = _whole(text, len(text) - LENGTH)
        return start, len(text)
    end = max(text.rfind(" ", start, start + LENGTH), text.rfind("\n", start, start + LENGTH))
    return start, end if end > start else start + LENGTH


def _whole(text: str, place: int) -> int:
    """Where the word after `place` begins, `place` itself where one does or none is near."""
    if place == 0 or text[place - 1].isspace():
        return place
    near = (i for i in range(place, min(place + LEAD, len(text))) if text[i].isspace())
    return next(near, place - 1) + 1
