"""Tables with rules: pdfplumber's functions find the cells, the words are put into them.

Its functions take edges only, so that its own parser, which is a hundred times slower, is not used.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pdfplumber import table as plumber

from ingest.readers.pdf.columns import Line
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.rows import Piece, Row, rows_of
from ingest.readers.pdf.words import Word

TOLERANCE = 3.0  # points; borders of neighbouring cells are drawn a little apart
SHORTEST = 4.0  # points
MAX_EDGES = 1500
MAX_CROSSINGS = 4000  # finding the cells takes the square of them
LONG_CELL = 9  # rows of text; a single row of longer cells is a page laid out by a table
FIGURE = re.compile(r"[-–+]?[\d.,]+\s*(?:%|pct\.?|kr\.?|mio\.?)?|[-–]")

Cell = tuple[float, float, float, float]


@dataclass
class Table:
    """The cells of a table on a page: `grid` gives the cell of each row and column."""

    box: Box
    xs: list[float]
    ys: list[float]
    grid: list[list[int | None]]
    words: dict[int, list[Word]] = field(default_factory=dict)
    loose: dict[tuple[int, int], list[Word]] = field(default_factory=dict)

    def add(self, word: Word) -> None:
        """Put the word into its cell, or where no rules close one into its place."""
        x, y = word.middle
        row = bisect_left(self.ys, y, 1, len(self.ys) - 1) - 1
        column = bisect_left(self.xs, x, 1, len(self.xs) - 1) - 1
        cell = self.grid[row][column]
        if cell is None:
            self.loose.setdefault((row, column), []).append(word)
        else:
            self.words.setdefault(cell, []).append(word)


def tables_in(rules: list[Box]) -> list[Table]:
    """The tables that the rules draw: two columns at least, and more than one cell."""
    edges = [edge for rule in rules if (edge := _edge(rule))]
    if len({e["orientation"] for e in edges}) < 2 or len(edges) > MAX_EDGES:
        return []
    merged = plumber.merge_edges(edges, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    crossings = plumber.edges_to_intersections(merged, TOLERANCE, TOLERANCE)
    if len(crossings) > MAX_CROSSINGS:
        return []
    found = plumber.cells_to_tables(plumber.intersections_to_cells(crossings))
    return [table for cells in found if (table := _table(cells))]


def tables_by_fills(fills: list[Box], known: list[Table]) -> list[Table]:
    """The tables that coloured cells draw without rules, but for those that are `known`."""
    middles = (((fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2, fill) for fill in fills)
    cells = [fill for x, y, fill in middles if not any(t.box.holds(x, y) for t in known)]
    if not 4 <= len(cells) <= MAX_EDGES // 4:
        return []
    sides = (
        side
        for x0, top, x1, bottom in cells
        for side in (
            Box(x0, top, x1, top),
            Box(x0, bottom, x1, bottom),
            Box(x0, top, x0, bottom),
            Box(x1, top, x1, bottom),
        )
    )
    return [table for table in tables_in(list(sides)) if _is_even(table)]


def _is_even(table: Table) -> bool:
    """Whether its rows are cut at the same places, as marked words in lines of text are not."""
    inner = range(1, len(table.xs) - 1)
    cut = [sum(row[i - 1] != row[i] for row in table.grid) for i in inner]
    return len(table.grid) > 1 and all(2 * count > len(table.grid) for count in cut)


def _edge(rule: Box) -> dict[str, Any] | None:
    """The rule as an edge without thickness, in pdfplumber's words."""
    if max(rule.width, rule.height) < SHORTEST:
        return None
    x0, x1, top, bottom = rule.x0, rule.x1, rule.top, rule.bottom
    level = rule.width >= rule.height
    if level:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if level else "v",
        "object_type": "line",
    }


def _table(cells: list[Cell]) -> Table | None:
    xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
    if len(xs) < 3:
        return None
    columns, rows = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    grid: list[list[int | None]] = [[None] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for number, (x0, top, x1, bottom) in enumerate(cells):
        for row in range(rows[top], rows[bottom]):
            for column in range(columns[x0], columns[x1]):
                grid[row][column] = number
    return Table(Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, grid)


def filled(tables: list[Table], words: Iterable[Word]) -> tuple[list[Table], list[Word]]:
    """The tables with their words in them, and the words that stand in none."""
    rest: list[Word] = []
    for word in words:
        x, y = word.middle
        home = next((t for t in tables if t.box.holds(x, y)), None)
        if home:
            home.add(word)
        else:
            rest.append(word)
    return [t for t in tables if t.words or t.loose], rest


def is_layout(table: Table) -> bool:
    """Whether it is no table but a page laid out by one: one row of cells full of text."""
    if len(table.grid) > 1:
        return False
    return any(len(rows_of(words)) > LONG_CELL for words in table.words.values())


def cell_texts(table: Table) -> Iterable[list[Word]]:
    """The words of each cell of a page that is laid out by a table, in order."""
    cells = (*table.words.values(), *table.loose.values())
    return sorted(cells, key=lambda words: words[0].box.x0)


def table_lines(table: Table) -> list[Line]:
    """The table's rows; a cell over several rows stands in each, over columns in the first,
    in the heading row in all."""
    lines: list[Line] = []
    for number, row in enumerate(table.grid):
        cells: list[list[Row]] = []
        for column, cell in enumerate(row):
            before = row[column - 1] if column else None
            if cell is not None and cell == before and number:
                cells.append([])
                continue
            words = table.words.get(cell, []) if cell is not None else []
            cells.append(_rows(words + table.loose.get((number, column), [])))
        lines += _lines(cells)
    return lines


def _rows(words: list[Word]) -> list[Row]:
    """The rows of text in a cell; turned text, as in narrow headings, as the file has it."""
    level = [word for word in words if not word.style.angle]
    turned = [word for word in words if word.style.angle]
    return [*rows_of(level), *([[Piece(turned)]] if turned else [])]


def _lines(cells: list[list[Row]]) -> list[Line]:
    if not any(cells):
        return []
    parts = _parted(cells)
    out = []
    for part in parts:
        flat = [[piece for row in cell for piece in row] for cell in part]
        out.append(Line([p for cell in flat for p in cell], cells=flat))
    return out


def _parted(cells: list[list[Row]]) -> list[list[list[Row]]]:
    """One row, or several that no rule parts: every column has as many, and one has figures."""
    counts = {len(cell) for cell in cells if cell}
    if len(counts) != 1 or sum(map(bool, cells)) < 2 or counts == {1}:
        return [cells]
    count = counts.pop()
    level = all(_together([cell[i][0].base for cell in cells if cell]) for i in range(count))
    figures = any(
        cell and all(FIGURE.fullmatch(_plain(row)) for row in cell[-count + 1 :]) for cell in cells
    )
    if not (level and figures):
        return [cells]
    return [[[cell[i]] if cell else [] for cell in cells] for i in range(count)]


def _plain(row: Row) -> str:
    return " ".join(piece.plain for piece in row)


def _together(bases: list[float]) -> bool:
    ordered = sorted(bases)
    return all(b - a < TOLERANCE for a, b in pairwise([ordered[0], ordered[-1]]))
