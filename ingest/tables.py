"""Tables: which row is a heading row, and what a cell means under it.

A table in these texts is a run of lines with tabs. Its headings are the first row, or the row
after a row that has text in its first cell only (a sub-table: "Godkendelse af nyt tilbud"). A table
of two columns may have none: then the first cell of each row says what the second is.
"""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.dates import first_date
from ingest.document import Block, Cell

CAPTION = re.compile(r"(?:Tabel|Table|Skema|Oversigt) \d+\b(?:[.:] ?.*)?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
MAX_NAME = 90  # characters; a longer cell says something
KEY = re.compile(
    r".+:|(?:møde)?(?:tid|sted|dato|deltagere)|tidspunkt|møde|til ?stede|afbud|fraværende|referent",
    re.IGNORECASE,
)
FIGURE = re.compile(r"[-+]?\d[\d.,]*\s*(?:%|pct\.?|kr\.?|mio\.?|\*)*|-")


def with_headings(rows: list[Block]) -> list[Block]:
    """The rows with the headings of their columns put to their cells."""
    columns: list[str] = []
    group = ""
    may_head = True
    seen: set[tuple[str, ...]] = set()  # the heading rows, which the next page repeats
    out: list[Block] = []
    for row in rows:
        texts = [cell.text for cell in row.cells]
        if not may_head and tuple(texts) in seen:
            out.append(row)
        elif _is_group(texts):
            group, columns, may_head = texts[0], [], True
            out.append(replace(row, cells=_headed([group, *[""] * (len(texts) - 1)], [], "")))
        elif may_head and _is_heading(texts):
            columns, may_head = _below(columns, texts), _spans(texts)
            seen.add(tuple(texts))
            out.append(row)
        else:
            may_head = False
            out.append(replace(row, cells=_headed(texts, columns or _key(texts), group)))
    return out


def is_heading_row(row: Block) -> bool:
    """Whether a row of `with_headings` only names columns: none of its cells has a heading."""
    texts = [cell.text for cell in row.cells]
    if any(cell.heading for cell in row.cells):
        return False
    return bool(texts) and (_is_group(texts) or _is_heading(texts))


def told(row: Block) -> str:
    """The row as a reader can understand it alone: "Belægning (2024: 5,6; 2023: 5,1)"."""
    first, *others = row.cells
    pairs = [_pair(cell) for cell in others if cell.text]
    if len(others) == 1 and others[0].heading == first.text:
        return "; ".join(pairs)
    between = ": " if FIGURE.fullmatch(first.text) else ", "
    subject = between.join(dict.fromkeys(text for text in (first.heading, first.text) if text))
    if not subject:
        return "; ".join(pairs)
    return f"{subject} ({'; '.join(pairs)})" if pairs else subject


def _pair(cell: Cell) -> str:
    return f"{cell.heading.rstrip(':')}: {cell.text}" if cell.heading else cell.text


def _key(texts: list[str]) -> list[str]:
    """In a table of two columns without headings the first cell names the second."""
    return ["", texts[0]] if len(texts) == 2 else []


def _below(above: list[str], texts: list[str]) -> list[str]:
    """A second row of headings goes on with the first: "2024" over "Antal" is "2024 Antal"."""
    if len(above) != len(texts):
        return texts
    return [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(above, texts, strict=True)]


def _spans(texts: list[str]) -> bool:
    """Whether a heading stands over several columns, so that a second row may name each."""
    return any(one and one == other for one, other in pairwise(texts))


def _is_group(texts: list[str]) -> bool:
    """A row with one text alone, in its first cell or, where cells are merged, in all of them."""
    alone = not any(texts[1:])
    merged = len(set(texts)) == 1 and not FIGURE.fullmatch(texts[0])
    return len(texts) > 1 and bool(texts[0]) and (alone or merged)


def _is_heading(texts: list[str]) -> bool:
    """Short names, none of them a figure or a date; a year names a column."""
    if len(texts) == 2 and _is_said(*texts):
        return False
    return not any(
        len(text) > MAX_NAME
        or (FIGURE.fullmatch(text) and not YEAR.fullmatch(text))
        or first_date(text)
        for text in texts
    )


def _is_said(word: str, text: str) -> bool:
    """Whether a row of two cells says something itself: "Klagefrist | 4 uger", "Sted | Fjordby"."""
    return bool(KEY.fullmatch(word)) or (text[:1].isdigit() and not YEAR.match(text))


def _headed(texts: list[str], columns: list[str], group: str) -> tuple[Cell, ...]:
    headings = columns + [""] * (len(texts) - len(columns))
    cells = [Cell(heading, text) for heading, text in zip(headings, texts, strict=False)]
    if cells and group:
        # a figure in the first column means nothing without its own heading
        named = [group, headings[0]] if FIGURE.fullmatch(texts[0]) and headings[0] else [group]
        cells[0] = Cell(", ".join(named), texts[0])
    return tuple(cells)
