"""A set of questions written to a file, whatever its kind."""

import json
from collections.abc import Sequence
from pathlib import Path

from eval.errors import BadSet, Fault
from eval.sets.row import Row
from eval.sets.table import as_csv, as_xlsx

KINDS = (".jsonl", ".xlsx", ".csv")


def write(path: Path, rows: Sequence[Row]) -> None:
    """Write them to `path`, all or nothing; raises `BadSet` before anything is overwritten."""
    made = {".jsonl": as_jsonl, ".xlsx": as_xlsx, ".csv": as_csv}.get(path.suffix.lower())
    if made is None:
        raise BadSet(path, [Fault("", f"give a name that ends in {', '.join(KINDS)}")])
    if path.exists():
        says = "it is there already, perhaps with somebody's work; give another name"
        raise BadSet(path, [Fault("", says)])
    data = made(rows)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def as_jsonl(rows: Sequence[Row]) -> bytes:
    """One JSON object a line, without what is as it always is."""
    lines = [row.model_dump(mode="json", exclude_defaults=True) for row in rows]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
