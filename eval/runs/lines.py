"""Files of one JSON object a line, written by a program that may be killed in the middle."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from eval.errors import BadRun
from service.batch import line


def rows(path: Path, key: str) -> Iterator[dict[str, Any]]:
    """The objects in the file, each with the field `key`; raises `BadRun`.

    A last line that was not finished is none, and a file that is not there has none.
    """
    if not path.exists():
        return
    *whole, _unfinished = path.read_bytes().split(b"\n")
    for number, one in enumerate(whole, 1):
        try:
            row = json.loads(one)
        except ValueError as error:
            raise BadRun(f"{path} line {number}: no JSON ({error}); delete the line") from error
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise BadRun(f"{path} line {number}: no object with '{key}'; delete the line")
        yield row


def append(path: Path, row: Mapping[str, Any]) -> None:
    """Write a line at the end; it is with the system when this returns."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line(row)}\n")


def keep_only(path: Path, kept: Iterable[Mapping[str, Any]]) -> None:
    """Have the file hold these lines and nothing else."""
    data = "".join(f"{line(row)}\n" for row in kept).encode()
    if path.exists() and path.read_bytes() != data:
        replace(path, data)


def replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(data)
    unfinished.replace(path)
