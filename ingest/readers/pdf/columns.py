"""The reading order of a page: rows down the page, columns one after the other, table rows across.

A band is a run of rows that leave the same gap free. Where both sides are running text it is set
in columns; where they are short it is a table without rules.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from ingest.readers.pdf.aligned import parted
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.rows import Piece, Row

Gap = tuple[float, float]

NARROWEST = 6.0  # points of a gap between columns of text
CELL_GAP = 3.5  # points of a gap between cells
EDGE = 1.5  # points
FAR = 4.0  # font sizes between two rows of a band
JUMP = 1.5  # of the widest step in a band; after a wider one something else begins
PROSE_ROWS = 4
PROSE_CHARS = 20  # of half of a column's lines
PROSE_WIDTH = 0.7  # of the column; running text fills its lines
ACROSS = 0.15  # of a page's pieces; headings and tables stand across its columns
APART = 1.3  # of the usual distance of rows
LOWER_START = re.compile(r"[a-zæøåéü(]")


@dataclass(frozen=True, eq=False)
class Column:
    """The edges of a column of text; each column is only equal to itself."""

    left: float
    right: float


@dataclass
class Line:
    """A line of text, in a column where the page has them, or a table row with its `cells`."""

    pieces: list[Piece]
    column: Column | None = None
    cells: list[list[Piece]] = field(default_factory=list)
    turned: bool = False

    @property
    def box(self) -> Box:
        """Around all of it."""
        box = self.pieces[0].box
        for piece in self.pieces[1:]:
            box = box.with_(piece.box)
        return box


def lines_of(rows: list[Row]) -> list[Line]:
    """The rows as lines in reading order."""
    out: list[Line] = []
    index = 0
    rows = _joined(parted(rows))
    while index < len(rows):
        end, gaps = _band(rows, index) if len(rows[index]) > 1 else (index + 1, [])
        band = rows[index:end]
        if gaps and _is_prose(band, gaps):
            out += _in_columns(band, gaps)
        elif gaps:
            end = index + _last_wide(band) + 1
            out += _as_table(rows[index:end], gaps)
        else:
            end = index + 1
            out.append(Line(rows[index]))
        index = end
    return out


def _joined(rows: list[Row]) -> list[Row]:
    """The rows with those put together that only justification has torn apart.

    They begin and end where a line of running text beside them does.
    """
    out: list[Row] = []
    for index, row in enumerate(rows):
        near = [*out[-1:], *rows[index + 1 : index + 3]]
        if len(row) > 1 and any(_same_edges(row, other) for other in near):
            row = [Piece([w for p in row for w in p.words], row[0].raised)]
        out.append(row)
    return out


def _same_edges(row: Row, other: Row) -> bool:
    if len(other) > 1 or len(other[0].plain) < PROSE_CHARS:
        return False
    left, right = row[0].box.x0 - other[0].box.x0, row[-1].box.x1 - other[0].box.x1
    step = abs(row[0].base - other[0].base)
    return max(abs(left), abs(right)) < EDGE and step < FAR * row[0].size


def gutter(rows: list[Row]) -> tuple[Gap, list[Row]] | None:
    """The gap between two columns of running text, with the lines of the columns.

    Their lines need not stand at the same height, so the gap is where hardly any piece stands.
    """
    pieces = [piece for row in rows for piece in row]
    if len(pieces) < 2 * PROSE_ROWS:
        return None
    middle = _free(pieces)
    if middle is None:
        return None
    gap = (
        max((p.box.x1 for p in pieces if p.box.x1 <= middle), default=middle),
        min((p.box.x0 for p in pieces if p.box.x0 >= middle), default=middle),
    )
    halves = [[p for p in row if p.box.x1 <= gap[0]] for row in rows]
    others = [[p for p in row if p.box.x0 >= gap[1]] for row in rows]
    left, right = [half for half in halves if half], [half for half in others if half]
    if gap[1] - gap[0] < NARROWEST or not (_is_running(left) and _is_running(right)):
        return None
    return gap, left + right


def _free(pieces: list[Piece]) -> float | None:
    """Where in the middle half of the text the fewest pieces stand, if hardly any do."""
    left, right = min(p.box.x0 for p in pieces), max(p.box.x1 for p in pieces)
    quarter = (right - left) / 4
    first, last = int(left + quarter), int(right - quarter)
    steps = [0] * max(last - first + 2, 1)  # how many more or fewer than at the point before
    for piece in pieces:
        begin, end = max(int(piece.box.x0), first), min(int(piece.box.x1), last) + 1
        if begin < end:
            steps[begin - first] += 1
            steps[end - first] -= 1
    counts = list(accumulate(steps[:-1]))
    fewest = min(counts, default=len(pieces))
    if fewest > ACROSS * len(pieces):
        return None
    places = [x for x, count in enumerate(counts) if count == fewest]
    return first + median(places)


def _band(rows: list[Row], start: int) -> tuple[int, list[Gap]]:
    """The end of the band that begins at `start`, and the gaps that all of its rows leave.

    A gap that stands in one row only may be a wide space between two words.
    """
    gaps = dict.fromkeys(_gaps(rows[start]), 1)
    end, widest = start + 1, 0.0
    while end < len(rows):
        row, step = rows[end], rows[end][0].base - rows[end - 1][0].base
        if step > FAR * row[0].size or (widest and step > max(JUMP * widest, 2 * row[0].size)):
            break
        left = dict(zip(gaps, _left(list(gaps), row), strict=True))
        if not any(left.values()) or any(gaps[gap] > 1 for gap in gaps if left[gap] is None):
            break
        gaps = {to: gaps[gap] + _beside(to, row) for gap, to in left.items() if to}
        widest = max(widest, step)
        end += 1
    return end, sorted(gap for gap, count in gaps.items() if count > 1)


def _beside(gap: Gap, row: Row) -> bool:
    """Whether the row has text at both sides of the gap."""
    return row[0].box.x1 <= gap[0] and row[-1].box.x0 >= gap[1]


def _gaps(row: Row) -> list[Gap]:
    pairs = pairwise(row)
    return [(a.box.x1, b.box.x0) for a, b in pairs if b.box.x0 - a.box.x1 >= CELL_GAP]


def _left(gaps: list[Gap], row: Row) -> list[Gap | None]:
    """What the row leaves of each gap; a row with as many pieces as cells has one in each."""
    if len(row) == len(gaps) + 1:
        sides = zip(gaps, pairwise(row), strict=True)
        left = [(max(low, a.box.x1), min(high, b.box.x0)) for (low, high), (a, b) in sides]
        if all(high - low >= CELL_GAP for low, high in left):
            return [*left]
    return [_left_by(gap, row) for gap in gaps]


def _left_by(gap: Gap, row: Row) -> Gap | None:
    """What the row leaves of the gap; `None` where that is too little."""
    low, high = gap
    for piece in row:
        box = piece.box
        if box.x1 <= low or box.x0 >= high:
            continue
        if box.x0 <= low:
            low = max(low, box.x1)
        else:
            high = min(high, box.x0)
    return (low, high) if high - low >= CELL_GAP else None


def _column(piece: Piece, gaps: list[Gap]) -> int:
    middle = (piece.box.x0 + piece.box.x1) / 2
    return sum(middle > (low + high) / 2 for low, high in gaps)


def _split(row: Row, gaps: list[Gap]) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[] for _ in range(len(gaps) + 1)]
    for piece in row:
        cells[_column(piece, gaps)].append(piece)
    return cells


def _is_prose(band: list[Row], gaps: list[Gap]) -> bool:
    """Whether every column is running text, and no common space parts the rows of a table."""
    columns: list[list[list[Piece]]] = [[] for _ in range(len(gaps) + 1)]
    for row in band:
        for number, cell in enumerate(_split(row, gaps)):
            if cell:
                columns[number].append(cell)
    if len(columns) < 2 or not all(_is_running(column) for column in columns):
        return False
    groups = _groups(band)
    wide = [g for g in groups if sum(map(bool, _split([p for r in g for p in r], gaps))) > 1]
    return not (len(groups) >= 3 and len(wide) == len(groups) and len(groups) * 4 >= len(band))


def _is_running(lines: list[list[Piece]]) -> bool:
    if len(lines) < PROSE_ROWS:
        return False
    width = max(p[-1].box.x1 for p in lines) - min(p[0].box.x0 for p in lines)
    return (
        median(line[-1].box.x1 - line[0].box.x0 for line in lines) >= PROSE_WIDTH * width
        and median(sum(len(p.plain) for p in line) for line in lines) >= PROSE_CHARS
    )


def _groups(band: list[Row]) -> list[list[Row]]:
    """The rows of the band, parted where there is more space than usual."""
    steps = [b[0].base - a[0].base for a, b in pairwise(band)]
    usual = min(steps)
    groups = [[band[0]]]
    for row, step in zip(band[1:], steps, strict=True):
        if step > APART * usual:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _in_columns(band: list[Row], gaps: list[Gap]) -> list[Line]:
    columns: list[list[list[Piece]]] = [[] for _ in range(len(gaps) + 1)]
    for row in band:
        for number, cell in enumerate(_split(row, gaps)):
            if cell:
                columns[number].append(cell)
    return [line for column in columns for line in in_column(column)]


def in_column(rows: list[Row]) -> list[Line]:
    """The rows as the lines of one column."""
    left = min(row[0].box.x0 for row in rows)
    column = Column(left, max(row[-1].box.x1 for row in rows))
    return [Line(row, column) for row in rows]


def _last_wide(band: list[Row]) -> int:
    """The last row with more than one cell; what follows may be text below the table."""
    return max(index for index, row in enumerate(band) if len(row) > 1)


def _as_table(band: list[Row], gaps: list[Gap]) -> list[Line]:
    table = [_split(row, gaps) for row in band]
    groups = _groups(band)
    spaced = len(groups) > 1 and any(len(group) > 1 for group in groups)
    starts = {id(group[0]) for group in groups}
    out: list[Line] = []
    for row, cells in zip(band, table, strict=True):
        fresh = not out or id(row) in starts
        if not fresh and ((spaced and _wraps(out[-1], cells)) or _goes_on(out[-1], cells)):
            out[-1].cells = [a + b for a, b in zip(out[-1].cells, cells, strict=True)]
            out[-1].pieces = out[-1].pieces + row
        else:
            out.append(Line(list(row), cells=cells))
    return out


def _wraps(last: Line, cells: list[list[Piece]]) -> bool:
    """Whether a row is the second line of some cells: not all columns go on."""
    return not all(cells) and any(a and b for a, b in zip(last.cells, cells, strict=True))


def _goes_on(last: Line, cells: list[list[Piece]]) -> bool:
    """Whether each cell of the row goes on with a sentence or word of the cell above it."""
    pairs = [(a, b) for a, b in zip(last.cells, cells, strict=True) if b]
    return len(pairs) < len(cells) and all(
        a and (LOWER_START.match(b[0].plain) or a[-1].plain.endswith("-")) for a, b in pairs
    )
