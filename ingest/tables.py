"""Tables: which row is a heading row, and what a cell means under it.

A table in these texts is a run of lines with tabs. Its headings are the first row, or the row
after a row that has text in its first cell only (a sub-table: "Godkendelse af nyt tilbud").
"""

import re
from dataclasses import replace

from ingest.document import Block, Cell

CAPTION = re.compile(r"(?:Tabel|Table|Skema|Oversigt) \d+\b(?:[.:] ?.*)?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
FIGURE = re.compile(r"[-+]?\d[\d.,]*\s*(?:%|pct\.?|kr\.?|mio\.?|\*)*|-")


def with_headings(rows: list[Block]) -> list[Block]:
    """The rows with the headings of their columns put to their cells."""
    columns: list[str] = []
    group = ""
    may_head = True
    out: list[Block] = []
    for row in rows:
        texts = [cell.text for cell in row.cells]
        if _is_group(texts):
            group, columns, may_head = texts[0], [], True
            out.append(row)
        elif may_head and _is_heading(texts):
            columns, may_head = texts, False
            out.append(row)
        else:
            may_head = False
            out.append(replace(row, cells=_headed(texts, columns, group)))
    return out


def is_heading_row(row: Block) -> bool:
    """Whether a row of `with_headings` only names columns: none of its cells has a heading."""
    return bool(row.cells) and not any(cell.heading for cell in row.cells)


def told(row: Block) -> str:
    """The row as a reader can understand it alone: "Belægning (2024: 5,6; 2023: 5,1)"."""
    label = next((cell.text for cell in row.cells if cell.text), "")
    pairs = [
        f"{cell.heading}: {cell.text}" if cell.heading else cell.text
        for cell in row.cells[1:]
        if cell.text
    ]
    group = row.cells[0].heading
    subject = f"{group}, {label}" if group and group != label else label
    return f"{subject} ({'; '.join(pairs)})" if pairs else subject


def _is_group(texts: list[str]) -> bool:
    return len(texts) > 1 and bool(texts[0]) and not any(texts[1:])


def _is_heading(texts: list[str]) -> bool:
    """Nothing in it is a figure; a year names a column."""
    return not any(FIGURE.fullmatch(text) and not YEAR.fullmatch(text) for text in texts)


def _headed(texts: list[str], columns: list[str], group: str) -> tuple[Cell, ...]:
    headings = columns + [""] * (len(texts) - len(columns))
    cells = [Cell(heading, text) for heading, text in zip(headings, texts, strict=False)]
    if cells and group:
        cells[0] = Cell(group, cells[0].text)
    return tuple(cells)
