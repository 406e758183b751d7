"""What pydantic finds wrong with a question, in words that say what to do."""

import json
import re
from collections.abc import Mapping
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from eval.sets.row import Gold, Row

FIELDS = [*Row.model_fields, *Gold.model_fields]
EITHER = ("constrained-str", "int")  # what pydantic calls the sides of "a text or a number"
SHOWN = 40  # characters of a value


def told(detail: ErrorDetails, columns: Mapping[str, str] | None = None) -> str:
    """One fault; in a table by the heading of its column, which `columns` has for each field."""
    loc = [part for part in detail["loc"] if part not in EITHER]
    where = _column(loc, columns) if columns else _path(loc)
    if len(loc) < len(detail["loc"]):
        return f"{where}: write a text or a whole number, and not {_shown(detail['input'])}"
    match detail["type"]:
        case "missing":
            return f"{where} is missing; {'fill it in' if columns else 'add it'}"
        case "extra_forbidden":
            like = get_close_matches(str(loc[-1]), FIELDS, 1)
            return f"{where} is no field; " + (f"write '{like[0]}'" if like else "take it away")
        case "json_invalid":
            said = re.sub(r" at line \d+", " at", detail["msg"].removeprefix("Invalid JSON: "))
            return f"no JSON ({said}); write one whole object a line"
        case "model_type":
            return "no JSON object; write {…} with the fields of a question"
        case "string_pattern_mismatch":
            return f"{where} is empty; fill it in"
        case "value_error":
            said = detail["msg"].removeprefix("Value error, ")
            return f"{where}: {said}" if where else said
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            how = "dd-mm-yyyy" if columns else '"yyyy-mm-dd"'
            return f"{where}: {_shown(detail['input'])} is no day; write {how}"
    return f"{where}: {detail['msg']}, and not {_shown(detail['input'])}"


def _path(loc: list[int | str]) -> str:
    said = ".".join(str(part + 1 if isinstance(part, int) else part) for part in loc)
    return f"'{said}'" if said else ""


def _column(loc: list[int | str], columns: Mapping[str, str]) -> str:
    """The heading, and which line of the cell where it has several."""
    field = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    field = {"gold": "quote", "line_from": "lines", "line_to": "lines"}.get(field, field)
    line = next((f" line {part + 1}" for part in loc if isinstance(part, int)), "")
    return f"column '{columns[field]}'{line}" if field in columns else ""


def _shown(value: object) -> str:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= SHOWN else f"{said[: SHOWN - 1]}…"
