"""Tables: a line for each row, in which every cell has its column's place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ingest.readers.docx.inline import characters
from ingest.readers.docx.look import shade_within
from ingest.readers.docx.names import VAL, W, at, is_on, is_placeholder, number, val
from ingest.readers.docx.paragraph import Asides, Paragraph, Sort, Surface
from ingest.readers.docx.pieces import CELL_END, SPACE, Piece, State, flat
from ingest.readers.docx.styles import Styles
from ingest.readers.xml import Element

Blocks = Callable[[Element, Surface], Iterator[Paragraph]]
MAX_SPAN = 63  # columns; Word has no more
MAX_REPEATED = 500  # characters; a longer cell does not name its rows
WRAPPERS = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml"))
ROW_CHANGES = (("del", State.STRUCK), ("ins", State.INSERTED))
CELL_CHANGES = (("cellDel", State.STRUCK), ("cellIns", State.INSERTED))
MERGED_AWAY = "in a cell merged with the one above"
LOOKS = {  # a part of the table, and the bit that switches its style on
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
}
NO_BANDS = 0x200
ON = ("1", "true", "on")


@dataclass(slots=True)
class Grid:
    """A table while its rows are read: `above` is the text a merged cell has from above it."""

    element: Element
    rows: list[Element]
    styles: Styles
    blocks: Blocks
    surface: Surface
    above: dict[int, list[Piece]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell and the first of the `width` columns it covers; `last` in its row or not."""

    element: Element
    column: int
    width: int
    last: bool


def rows(table: Element, styles: Styles, blocks: Blocks, surface: Surface) -> Iterator[Paragraph]:
    """The rows of a table, or the paragraphs in it where it only frames them; `blocks` reads what
    stands in a cell."""
    found = list(_within(table, f"{W}tr"))
    grid = Grid(table, found, styles, blocks, surface)
    if all(len(list(_within(row, f"{W}tc"))) <= 1 for row in found):
        yield from _framed(grid)
    else:
        yield from (_row(grid, index) for index in range(len(found)))


def _framed(grid: Grid) -> Iterator[Paragraph]:
    for index, row in enumerate(grid.rows):
        for slot in _slots(row):
            yield from _cell_blocks(grid, index, slot)


def _row(grid: Grid, index: int) -> Paragraph:
    row = grid.rows[index]
    slots, asides = _slots(row), Asides()
    heads = len(slots) > 1 and (index == 0 or is_on(row, "trPr", "tblHeader"))
    cells: list[list[Piece]] = [[] for _ in range(_span(row, "trPr", "gridBefore"))]
    for slot in slots:
        pieces = _cell(grid, index, slot, asides)
        cells.append(pieces)
        again = pieces if heads and _length(pieces) <= MAX_REPEATED else []
        cells += [again] * (slot.width - 1)
    cells += [[] for _ in range(_span(row, "trPr", "gridAfter"))]
    pieces = [piece for cell in cells for piece in (*cell, CELL_END)][:-1]
    return Paragraph(pieces, sort=Sort.ROW, asides=asides)


def _cell(grid: Grid, index: int, slot: Slot, asides: Asides) -> list[Piece]:
    """The text of a cell; one that is merged with the cell above has its text."""
    merge = at(slot.element, "tcPr", "vMerge")
    if merge is not None and merge.get(VAL, "continue") == "continue":
        if unseen := characters(slot.element):
            asides.hidden[MERGED_AWAY] += unseen
        return grid.above.get(slot.column, [])
    pieces: list[Piece] = []
    for paragraph in _cell_blocks(grid, index, slot):
        pieces += [SPACE, *flat(paragraph.labelled())] if pieces else flat(paragraph.labelled())
        asides.add(paragraph.asides)
    kept = merge is not None and _length(pieces) <= MAX_REPEATED
    grid.above[slot.column] = pieces if kept else []
    return pieces


def _cell_blocks(grid: Grid, index: int, slot: Slot) -> Iterator[Paragraph]:
    if _is_prompt(slot.element):
        return iter(())
    return grid.blocks(slot.element, _surface(grid, index, slot))


def _surface(grid: Grid, index: int, slot: Slot) -> Surface:
    """What the text of a cell stands on; its own shading comes before its table's."""
    row, outer = at(grid.rows[index], "trPr"), grid.surface
    properties = at(slot.element, "tcPr")
    style = val(grid.element, "tblPr", "tblStyle")
    look, styled = grid.styles.cell(style, _regions(grid, index, slot))
    own = shade_within(properties) or shade_within(at(grid.element, "tblPr"))
    state = _changed(row, ROW_CHANGES).within(_changed(properties, CELL_CHANGES))
    return replace(
        outer,
        colour=own or styled or outer.colour,
        look=look,
        state=state.within(outer.state),
        hidden="formatted as hidden" if is_on(row, "hidden") else outer.hidden,
    )


def _changed(properties: Element | None, changes: tuple[tuple[str, State], ...]) -> State:
    found = (state for name, state in changes if at(properties, name) is not None)
    return next(found, State.PLAIN)


def _regions(grid: Grid, index: int, slot: Slot) -> tuple[str, ...]:
    """The parts of the table, as its style calls them, in which a cell lies."""
    on = _looks(at(grid.element, "tblPr", "tblLook"))
    places = (
        ("firstRow", "firstRow", index == 0),
        ("lastRow", "lastRow", index == len(grid.rows) - 1),
        ("firstColumn", "firstCol", slot.column == 0),
        ("lastColumn", "lastCol", slot.last),
    )
    found = tuple(region for name, region, here in places if here and name in on)
    band = (index - ("firstRow" in on)) % 2 + 1
    return (*found, f"band{band}Horz") if "bands" in on else found


def _looks(element: Element | None) -> set[str]:
    if element is None:
        return set()
    bits = int(text, 16) if (text := element.get(VAL, "")).isalnum() and _is_hex(text) else 0
    on = {name for name, bit in LOOKS.items() if element.get(W + name) in ON or bits & bit}
    banded = element.get(f"{W}noHBand") not in ON and not bits & NO_BANDS
    return on | {"bands"} if banded else on


def _is_hex(text: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF" for sign in text) and len(text) <= 8


def _slots(row: Element) -> list[Slot]:
    column, found = _span(row, "trPr", "gridBefore"), []
    cells = list(_within(row, f"{W}tc"))
    for index, cell in enumerate(cells, 1):
        width = max(_span(cell, "tcPr", "gridSpan"), 1)
        found.append(Slot(cell, column, width, index == len(cells)))
        column += width
    return found


def _span(element: Element, *names: str) -> int:
    return min(max(number(val(element, *names)) or 0, 0), MAX_SPAN)


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows or cells in `element`, also those in a content control."""
    for child in element.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _within(child, tag)


def _is_prompt(cell: Element) -> bool:
    """Whether a content control around the cell shows only the prompt for its text."""
    content = cell.getparent()
    return content.tag == f"{W}sdtContent" and is_placeholder(content.getparent())


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
