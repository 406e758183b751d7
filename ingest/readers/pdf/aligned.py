"""Cells that stand close to each other: parted where the rows above or below have a column.

The longest cell of a column may end hardly more than a word space before the next one.
"""

from collections.abc import Iterator
from itertools import pairwise

from ingest.readers.pdf.rows import Piece, Row, is_label

NEAR = 2  # rows above and below that may show the column
SHOWN_BY = 2  # of them
SAME = 1.5  # points
CLOSE = 0.42  # of the font size; a word space is narrower
CLEAR = 0.5  # of the font size, in the rows that show the column
FAR = 3.0  # font sizes from row to row


def parted(rows: list[Row]) -> list[Row]:
    """The rows with the pieces cut where the rows near them have the edge of a column."""
    clear = [_at_clear_gaps(row) for row in rows]
    return [
        _cut(row, [clear[i] for i in _near(rows, index) if len(clear[i]) > 1])
        for index, row in enumerate(rows)
    ]


def _at_clear_gaps(row: Row) -> Row:
    return [part for piece in row for part in _parts(piece, _gaps(piece, CLEAR))]


def _gaps(piece: Piece, least: float) -> list[int]:
    """The words with a gap before them that is wider than `least`, by index."""
    words = piece.words
    return [
        index
        for index, (last, word) in enumerate(pairwise(words), 1)
        if word.box.x0 - last.box.x1 > least * word.style.size and not is_label(words[:index])
    ]


def _parts(piece: Piece, cuts: list[int]) -> list[Piece]:
    if not cuts:
        return [piece]
    edges = pairwise([0, *cuts, len(piece.words)])
    return [Piece(piece.words[begin:end], piece.raised) for begin, end in edges]


def _near(rows: list[Row], index: int) -> Iterator[int]:
    """The rows right above and below, as far as they follow each other closely."""
    for step in (-1, 1):
        last = index
        for number in range(index + step, index + step * (NEAR + 1), step):
            if not 0 <= number < len(rows):
                break
            if abs(rows[number][0].base - rows[last][0].base) > FAR * rows[index][0].size:
                break
            yield number
            last = number


def _cut(row: Row, near: list[Row]) -> Row:
    return [part for piece in row for part in _cells(piece, near)] if len(near) > 1 else row


def _cells(piece: Piece, near: list[Row]) -> list[Piece]:
    cuts = []
    for index in _gaps(piece, CLOSE):
        rest = Piece(piece.words[index:], piece.raised)
        end = piece.words[index - 1].box.x1
        if sum(_has_column(other, end, rest) for other in near) >= SHOWN_BY:
            cuts.append(index)
    return _parts(piece, cuts)


def _has_column(row: Row, end: float, rest: Piece) -> bool:
    """Whether a cell of the row begins or ends where `rest` does, and leaves the gap free."""
    box = rest.box
    return any(
        before.box.x1 < box.x0
        and cell.box.x0 > end
        and (abs(cell.box.x0 - box.x0) < SAME or abs(cell.box.x1 - box.x1) < SAME)
        for before, cell in pairwise(row)
    )
