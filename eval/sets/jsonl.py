"""Sets of questions as files of one JSON object a line; `eval/sets/row.py` is their format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from eval.errors import Fault
from eval.sets.numbered import Numbered
from eval.sets.row import Row
from eval.sets.validated import told

LONGEST = 1_000_000  # bytes of a line; what is longer is another kind of file


def rows(path: Path) -> Numbered:
    """The lines of the file at `path` and what is wrong with them; raises `OSError`."""
    read: list[tuple[str, Row]] = []
    faults: list[Fault] = []
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            place = f"line {number}"
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                row, wrong = _row(line)
                read.extend([(place, row)] if row else [])
                faults.extend(Fault(place, said) for said in wrong)
    return Numbered(tuple(read), tuple(faults))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines without a byte order mark; of one that is too long only its beginning."""
    first = True
    while line := file.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST + 1)
        yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False


def _row(line: bytes) -> tuple[Row | None, list[str]]:
    if len(line) > LONGEST:
        return None, [f"longer than {LONGEST:,} bytes; one question a line, and no whole documents"]
    if b"\0" in line:
        return None, ["has NUL bytes; save the file as UTF-8 (not UTF-16)"]
    try:
        text = line.decode().strip()
        row = Row.model_validate_json(text)
        doubled = _doubled(text)
    except UnicodeDecodeError as error:
        return None, [f"byte {error.start + 1} is no UTF-8; save the file as UTF-8"]
    except ValidationError as error:
        return None, list(dict.fromkeys(map(told, error.errors(include_url=False))))
    except RecursionError:
        return None, ["no JSON of a question; brackets within brackets without end"]
    return (None, [f"'{doubled}' is given twice; keep one"]) if doubled else (row, [])


def _doubled(text: str) -> str | None:
    """A field that an object has twice, of which JSON would silently keep the last."""
    found: list[str] = []

    def noted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        found.extend(name for name in names if names.count(name) > 1)
        return dict(pairs)

    json.loads(text, object_pairs_hook=noted)
    return next(iter(found), None)
