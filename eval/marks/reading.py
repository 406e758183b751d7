"""A reader's marks as a file, one JSON object a line: `DIR/marks/NAME.jsonl`."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import BadSet, Fault
from eval.marks.mark import Mark

STORED = TypeAdapter(Mark)
FOLDER = "marks"
OURS = Path(__file__).parent / "ours"  # answers of the sample, marked by us


def read(path: Path) -> dict[str, Mark]:
    """The marks in the file at `path` by the answer's id; raises `BadSet` and `OSError`."""
    marks: dict[str, Mark] = {}
    faults: list[Fault] = []
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            mark = STORED.validate_json(line)
        except ValidationError as error:
            faults.append(Fault(f"line {number}", f"no mark ({_told(error)})"))
            continue
        if mark.id in marks:
            faults.append(Fault(f"line {number}", f"'{mark.id}' is marked twice; keep one"))
        marks[mark.id] = mark
    if faults:
        raise BadSet(path, faults)
    return marks


def write(path: Path, marks: Iterable[Mark]) -> None:
    """Write the marks to `path`, all or nothing."""
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_text("".join(json.dumps(asdict(mark)) + "\n" for mark in marks), "utf-8")
    unfinished.replace(path)


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}" if first["loc"] else first["msg"]
