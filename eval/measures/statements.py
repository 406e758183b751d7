"""Statements of an answer and the quotes that bear them: what measures of faithfulness share."""

import re
from dataclasses import dataclass

from eval.runs.record import Cited, Record, Said

WRITTEN = "language model"  # the mode whose statements are written and not quoted
LEFT_OUT = "[…]"
# A row of a table told with its headings: "Fyrtårnet (2023: 14 pladser; 2024: 15 pladser)".
ROW = re.compile(r"(?P<head>[^(\n]*(?:\([^()\n]*\)[^(\n]*)*)\((?P<cells>[^()\n]*: [^\n]*)\)")
CELL = re.compile(r"(?P<heading>[^;]*?): (?P<value>[^;]*)(?:; |$)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table as it is told: what stands in it, and the headings above."""

    cells: tuple[str, ...]
    headings: tuple[str, ...]


def borne(record: Record, said: Said) -> list[Cited]:
    """The citations that a statement rests on."""
    return [cited for cited in record.citations if cited.n in said.citations]


def pieces(said: Said) -> list[str]:
    """The parts of a quoted statement between which something is left out; lines are parts."""
    parts = (part for text in said.text.split(LEFT_OUT) for part in text.split("\n"))
    return [part.strip() for part in parts if part.strip()]


def row(piece: str) -> Row | None:
    """A piece as the row that it tells; `None` where it is none.

    What stands before the bracket is a cell too, but for the headings before its last comma.
    """
    told = ROW.fullmatch(piece)
    if told is None:
        return None
    *above, name = told["head"].strip().split(", ")
    cells = list(CELL.finditer(told["cells"]))
    values = (name, *(cell["value"] for cell in cells))
    return Row(values, (*above, *(cell["heading"] for cell in cells)))
