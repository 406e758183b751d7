"""A row of a table of questions, from cells to fields and back."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from eval.sets.headings import ANSWERABLE, COLUMNS, DIFFICULTIES, NO, STATES, TYPES, YES
from eval.sets.row import Row
from service.archive.export import FORMULA

CHOICES: dict[str, Mapping[str, Any]] = {
    "type": TYPES,
    "answerable": ANSWERABLE,
    "difficulty": DIFFICULTIES,
    "status": STATES,
}
LISTS = {column.field for column in COLUMNS if column.each}
DAY = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
LINES = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
NOTHING = ("", "-", "–")


def text_of(value: object) -> str:
    """A cell as text: days as they are written here, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    said = str(value).strip()
    # What was written so that no spreadsheet takes it for a formula.
    return said[1:] if said.startswith("'") and said[1:].lstrip().startswith(FORMULA) else said


def fields(cells: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a question as JSON has them, from the filled cells by field."""
    made: dict[str, Any] = {}
    for field, cell in cells.items():
        if field in CHOICES:
            made[field] = CHOICES[field].get(cell.lower(), cell)
        elif field == "meeting":
            made[field] = _day(cell)
        elif field in ("nuggets", "must_not"):
            made[field] = _each(cell)
        elif field not in LISTS:
            made[field] = cell
    if cells.get("doc") or cells.get("quote"):
        made["gold"] = _golds(cells)
    return made


def _golds(cells: Mapping[str, str]) -> list[dict[str, Any]]:
    """A gold for each line of the quotes; one document may stand for them all."""
    docs, quotes = _each(cells.get("doc", "")), _each(cells.get("quote", ""))
    if len(docs) == 1:
        docs = docs * len(quotes)
    beside = (cells.get(name, "").split("\n") for name in ("lines", "alt"))
    rows = zip_longest(docs, quotes, *beside, fillvalue="")
    return [
        {
            **({"doc": doc} if doc else {}),
            **({"quote": quote} if quote else {}),
            **_lines(lines.strip()),
            "alt": alt.strip().lower() == YES,
        }
        for doc, quote, lines, alt in rows
        if doc or quote
    ]


def _lines(said: str) -> dict[str, Any]:
    if said in NOTHING:
        return {}
    found = LINES.fullmatch(said)
    if found is None:
        return {"line_from": said, "line_to": said}  # told as no number, with its column
    return {"line_from": int(found[1]), "line_to": int(found[2] or found[1])}


def _day(said: str) -> str:
    found = DAY.fullmatch(said)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else said


def _each(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]


def cells_of(row: Row) -> dict[str, str]:
    """The cells that a question fills, by field; a line's end in a quote becomes a space."""
    golds = row.gold
    lines = [f"{g.line_from}-{g.line_to}" if g.line_from else "-" for g in golds]
    same = {gold.doc for gold in golds}
    return {
        "id": str(row.id),
        "question": _line(row.question),
        "type": _said(TYPES, row.type),
        "answerable": _said(ANSWERABLE, row.answerable),
        "answer": row.answer,
        "nuggets": _listed(row.nuggets),
        "must_not": _listed(row.must_not),
        "doc": next(iter(same)) if len(same) == 1 else _listed([gold.doc for gold in golds]),
        "quote": _listed([gold.quote for gold in golds]),
        "lines": "\n".join(lines) if any(line != "-" for line in lines) else "",
        "alt": "\n".join(YES if g.alt else NO for g in golds) if any(g.alt for g in golds) else "",
        "meeting": f"{row.meeting:%d-%m-%Y}" if row.meeting else "",
        "punkt": "" if row.punkt is None else str(row.punkt),
        "section": row.section or "",
        "difficulty": _said(DIFFICULTIES, row.difficulty) if row.difficulty else "",
        "status": row.status.value,
    }


def _said(choices: Mapping[str, Any], value: object) -> str:
    return next((said for said, known in choices.items() if known == value), str(value))


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(map(_line, texts))


def _line(text: str) -> str:
    return re.sub(r"\s*[\r\n]\s*", " ", text).strip()
