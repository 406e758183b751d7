"""The reading order of a page with tables, and with the columns that the whole document has.

A page may hold too little to show its columns, such as one on which only the left one has text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from ingest.readers.pdf.columns import Column, Gap, Line, gutter, in_column, lines_of
from ingest.readers.pdf.page import Page
from ingest.readers.pdf.rows import Row, rows_of
from ingest.readers.pdf.tables import (
    Table,
    cell_texts,
    filled,
    is_layout,
    table_lines,
    tables_by_fills,
    tables_in,
)
from ingest.readers.pdf.words import Word

CROSSING = 0.3  # of a page's rows; with more it is not set in columns
TABULAR = 0.6  # of a page's rows; with more cells side by side it is a table
BESIDE = 3  # lines
TOO_WIDE = 1.4  # of a column's width; a table that is wider stands across both

Width = int


@dataclass
class Body:
    """What stands on a page between its header and its footer."""

    page: Page
    rows: list[Row]
    tables: list[Table]

    @property
    def width(self) -> Width:
        """The page's width in whole points."""
        return round(self.page.shown.width)


def body_of(page: Page, rows: list[Row]) -> Body:
    """The page's `rows`, those in tables put into them."""
    tables = tables_in(page.rules)
    tables += tables_by_fills(page.fills, tables)
    if not tables:
        return Body(page, rows, [])
    apart: list[Row] = []
    words: list[Word] = []
    for row in rows:
        if any(_beside(table, row) for table in tables):
            words += [word for piece in row for word in piece.words]
        else:
            apart.append(row)
    tables, rest = filled(tables, words)
    return Body(page, sorted([*apart, *rows_of(rest)], key=_top), tables)


def _beside(table: Table, row: Row) -> bool:
    """Whether some of the row stands as high as the table."""
    return any(p.box.bottom > table.box.top and p.box.top < table.box.bottom for p in row)


def columns_of(bodies: list[Body]) -> dict[Width, tuple[Column, Column]]:
    """The two columns of pages of each width, where the document has them."""
    gaps: dict[Width, list[Gap]] = {}
    lines: dict[Width, list[Row]] = {}
    for body in bodies:
        found = gutter(body.rows)
        if found:
            gaps.setdefault(body.width, []).append(found[0])
            lines.setdefault(body.width, []).extend(found[1])
    return {width: _columns(gaps[width], lines[width]) for width in gaps}


def _columns(gaps: list[Gap], rows: list[Row]) -> tuple[Column, Column]:
    low, high = median(gap[0] for gap in gaps), median(gap[1] for gap in gaps)
    left = min(row[0].box.x0 for row in rows)
    return Column(left, low), Column(high, max(row[-1].box.x1 for row in rows))


def ordered(body: Body, columns: tuple[Column, Column] | None) -> list[Line]:
    """The lines of the page in reading order."""
    columns = columns or _beside_table(body)
    if columns is None or not _set_in(body, columns):
        return _down(body.rows, body.tables)
    out: list[Line] = []
    middle = (columns[0].right + columns[1].left) / 2
    rows, tables = list(body.rows), sorted(body.tables, key=lambda table: table.box.top)
    across = [row for row in rows if _crosses(row, columns)]
    wide = [t for t in tables if t.box.width > TOO_WIDE * (columns[0].right - columns[0].left)]
    breaks: list[Row | Table] = sorted([*across, *wide], key=_top)
    for part in (*breaks, None):
        top = _top(part) if part is not None else float("inf")
        above = [r for r in rows if r not in across and r[0].base < top]
        inside = [t for t in tables if t not in wide and t.box.top < top]
        rows = [r for r in rows if r not in above]
        tables = [t for t in tables if t not in inside]
        out += _side_by_side(above, inside, columns, middle)
        if part is not None:
            out += _down([], [part]) if isinstance(part, Table) else lines_of([part])
    return out


def _beside_table(body: Body) -> tuple[Column, Column] | None:
    """The columns of a page where a table stands beside some lines of text."""
    pieces = [piece for row in body.rows for piece in row]
    for table in body.tables:
        box = table.box
        level = [p.box for p in pieces if box.top < p.base < box.bottom]
        left = [b for b in level if b.x1 <= box.x0]
        right = [b for b in level if b.x0 >= box.x1]
        start = min([b.x0 for b in left], default=box.x0)
        end = max([b.x1 for b in right], default=box.x1)
        if len(left) >= BESIDE:
            return Column(start, max(b.x1 for b in left)), Column(box.x0, end)
        if len(right) >= BESIDE:
            return Column(start, box.x1), Column(min(b.x0 for b in right), end)
    return None


def _set_in(body: Body, columns: tuple[Column, Column]) -> bool:
    """Whether the page is set in the columns."""
    rows = body.rows
    across = sum(_crosses(row, columns) for row in rows)
    middle = (columns[0].right + columns[1].left) / 2
    both = [row for row in rows if row[0].box.x0 < middle < row[-1].box.x1]
    short = both and median(len(row[0].plain) for row in both) < 16
    return across <= CROSSING * len(rows) and not (short and len(both) > TABULAR * len(rows))


def _crosses(row: Row, columns: tuple[Column, Column]) -> bool:
    left, right = columns
    return any(p.box.x0 < left.right - 1 and p.box.x1 > right.left + 1 for p in row)


def _top(part: Row | Table) -> float:
    return part.box.top if isinstance(part, Table) else part[0].base


def _side_by_side(
    rows: list[Row], tables: list[Table], columns: tuple[Column, Column], middle: float
) -> list[Line]:
    out: list[Line] = []
    for number, column in enumerate(columns):
        own = []
        for row in rows:
            pieces = [p for p in row if ((p.box.x0 + p.box.x1) / 2 > middle) == bool(number)]
            if pieces:
                own.append(pieces)
        inside = [t for t in tables if ((t.box.x0 + t.box.x1) / 2 > middle) == bool(number)]
        out += _within(column, _down(own, inside))
    return out


def _within(column: Column, lines: Iterable[Line]) -> list[Line]:
    """The lines as those of one column, of which each page has its own."""
    here = Column(column.left, column.right)
    out = list(lines)
    for line in out:
        line.column = line.column or here
    return out


def _down(rows: list[Row], tables: list[Table]) -> list[Line]:
    """Rows and tables from top to bottom."""
    out: list[Line] = []
    for table in sorted(tables, key=lambda table: table.box.top):
        above = [row for row in rows if row[0].base < table.box.top]
        rows = rows[len(above) :]
        out += lines_of(above) + _of_table(table)
    return out + lines_of(rows)


def _of_table(table: Table) -> list[Line]:
    if not is_layout(table):
        return table_lines(table)
    return [line for words in cell_texts(table) for line in in_column(rows_of(words))]
