"""A line of the page as text in the notation of an extract, and the links in it."""

import re

from ingest.document import Link
from ingest.readers.pdf.columns import Line
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.rows import Piece, places
from ingest.readers.pdf.words import Word

BROKEN = re.compile(r"[^\W\d_]-\Z")
GOES_ON = re.compile(r"(?!(?:og|eller|samt|til|m\.)\b)[a-zæøåéü]")
RANGE = re.compile(r"\d[-–]\Z")  # "2021-" + "priser", "10-" + "11"
ON = re.compile(r"(?!(?:og|eller|samt|til)\b)[a-zæøåéü\d]")

Places = list[tuple[Word, int, int]]


def text_of(line: Line) -> str:
    """The line as it is written: the cells of a table row with tabs between."""
    if not line.cells:
        return _joined(line.pieces)
    return "\t".join(_joined(cell) for cell in line.cells)


def placed(line: Line) -> Places:
    """Where each word of the line stands in its text."""
    found: Places = []
    start = 0
    for cell in line.cells or [line.pieces]:
        start += len(_joined(cell, start, found)) + 1
    return found


def _joined(pieces: list[Piece], start: int = 0, found: Places | None = None) -> str:
    """The pieces with spaces between, a word that is broken over two of them put together.

    The text begins at `start`; the places of the words are added to `found`, if asked for.
    """
    text = ""
    for piece in pieces:
        own = piece.text
        if BROKEN.search(text) and GOES_ON.match(own):
            text = text[:-1]
        elif text and own and not (RANGE.search(text) and ON.match(own)):
            text += " "
        offset = start + len(text)
        if found is not None:
            words = zip(piece.words, places(piece), strict=True)
            found += [(word, offset + begin, offset + end) for word, (begin, end) in words]
        text += own
    return text


def linked(line: Line, start: int, links: list[tuple[Box, str]]) -> list[Link]:
    """The links in a line that stands at `start`; words beside each other are one."""
    found: list[Link] = []
    for word, begin, end in placed(line):
        address = next((to for box, to in links if box.holds(*word.middle)), None)
        if address is None or word.covered:  # it may name who was covered
            continue
        last = found[-1] if found else None
        if last and last.address == address and start + begin - last.end <= 1:
            found[-1] = Link(last.start, start + end, address)
        else:
            found.append(Link(start + begin, start + end, address))
    return found
