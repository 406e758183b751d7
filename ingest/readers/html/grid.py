"""Tables: which of them hold data, and their cells as lines of the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.errors import TooMuchWork
from ingest.readers.html.flow import Written
from ingest.readers.html.pieces import Cell, Item, Note, Piece, Row, Table

MAX_SPAN = 1000  # columns, as in browsers
MAX_COPIED = 10**7  # characters that merged cells may add to a page
ORDER = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(slots=True)
class Budget:
    """How many characters merged cells may still add; `name` is the file's."""

    name: str
    left: int = MAX_COPIED

    def spend(self, characters: int) -> None:
        """Raises `TooMuchWork`."""
        self.left -= characters
        if self.left < 0:
            raise TooMuchWork(
                f"{self.name}: the merged cells of its tables repeat more than "
                f"{MAX_COPIED // 10**6} million characters; take them apart"
            )


@dataclass(slots=True)
class Slot:
    """A cell of the table as it is seen, and the text of each of its columns."""

    text: Written
    column: int
    heading: bool
    columns: int
    rows: int


@dataclass(slots=True)
class Placed:
    """A row with its cells at their places; `copies` are those that began in a row above."""

    notes: list[Item] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    copies: list[Slot] = field(default_factory=list)
    page: bool = False


def items(table: Table, budget: Budget) -> list[Item]:
    """What stands in the table, in order: its rows, or its paragraphs where it is a layout."""
    rows = sorted(table.rows, key=lambda row: ORDER[table.sections[row.section]])
    if _is_layout(table):
        return [item for row in rows for cell in row.cells for item in cell.items]
    placed = [one for _, group in groupby(rows, _section) for one in _placed(list(group), budget)]
    width = max((slot.column + 1 for row in placed for slot in row.slots), default=0)
    if width < 2:
        return [item for row in rows for cell in row.cells for item in cell.items]
    return [item for row in placed for item in _row(row, width, table, budget)]


def _section(row: Row) -> int:
    return row.section


def _is_layout(table: Table) -> bool:
    """Headings, other tables or parts of the page in its cells say that it only places them."""
    cells = [cell for row in table.rows for cell in row.cells]
    headed = any(cell.heading for cell in cells)
    pieces = [(cell, item) for cell in cells for item in cell.items if isinstance(item, Piece)]
    return (
        table.layout
        or (table.nested and not headed)
        or any(piece.level and not cell.heading for cell, piece in pieces)
        or any(piece.furniture is not table.furniture for _, piece in pieces)
    )


def _placed(rows: list[Row], budget: Budget) -> Iterator[Placed]:
    """The rows of one section; a cell over several rows stands in each of them."""
    hanging: list[Slot] = []
    for index, row in enumerate(rows):
        budget.spend(sum(len(slot.text.text) + slot.columns for slot in hanging))
        placed = Placed(copies=hanging)
        taken = {c for slot in hanging for c in range(slot.column, slot.column + slot.columns)}
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            placed.slots.append(_slot(cell, column, len(rows) - index))
            placed.notes += [item for item in cell.items if isinstance(item, Note)]
            placed.page |= any(isinstance(item, Piece) and item.page for item in cell.items)
            column += placed.slots[-1].columns
        on = (*placed.copies, *placed.slots)
        hanging = [_below(slot) for slot in on if slot.rows > 1]
        yield placed


def _below(slot: Slot) -> Slot:
    """The slot in the next row; a link is told once."""
    return replace(slot, rows=slot.rows - 1, text=Written(slot.text.text))


def _slot(cell: Cell, column: int, rows_left: int) -> Slot:
    columns = min(max(1, cell.columns), MAX_SPAN)
    rows = min(cell.rows, rows_left) if cell.rows > 0 else rows_left
    return Slot(_flat(cell), column, cell.heading, columns, rows)


def _flat(cell: Cell) -> Written:
    """A cell's paragraphs in one line."""
    text, spans = "", []
    for piece in cell.items:
        if isinstance(piece, Piece) and piece.text:
            text += " " if text else ""
            spans += [
                replace(s, start=s.start + len(text), end=s.end + len(text)) for s in piece.spans
            ]
            text += piece.text.replace("\t", " ")
    return Written(text, tuple(spans))


def _row(row: Placed, width: int, table: Table, budget: Budget) -> list[Item]:
    """One line, after the notes of what is left out of it; none where the row is empty."""
    budget.spend(width - len(row.slots))
    cells = [Written("")] * width
    heads = all(slot.heading for slot in row.slots)
    for slot in (*row.copies, *row.slots):
        copy = Written(slot.text.text)
        cells[slot.column] = slot.text
        for column in range(slot.column + 1, min(slot.column + slot.columns, width) * heads):
            budget.spend(len(copy.text))
            cells[column] = copy
    line = _joined(cells)
    if not line.text.strip():
        return row.notes
    piece = Piece(line.text, line.spans, furniture=table.furniture, page=row.page)
    return [*row.notes, piece]


def _joined(cells: list[Written]) -> Written:
    """The cells of a row as one line."""
    place, spans = 0, []
    for cell in cells:
        spans += [replace(s, start=s.start + place, end=s.end + place) for s in cell.spans]
        place += len(cell.text) + 1
    return Written("\t".join(cell.text for cell in cells), tuple(spans))
