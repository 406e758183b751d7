"""The shapes by name, and a run written in one of them."""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from eval.adapters import deepeval, inspect, promptfoo, ragas
from eval.measures.measure import Pair

Rows = Sequence[dict[str, Any]]


class Shape(StrEnum):
    """Whose shape."""

    RAGAS = "ragas"
    DEEPEVAL = "deepeval"
    PROMPTFOO = "promptfoo"
    INSPECT = "inspect"


def lines(rows: Rows) -> str:
    """JSON Lines. ragas opens files in the machine's own encoding, so all of it is ASCII."""
    return "".join(json.dumps(row) + "\n" for row in rows)


def one(value: object) -> str:
    """One JSON value."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


WRITTEN: dict[Shape, Callable[[Sequence[Pair]], str]] = {
    Shape.RAGAS: lambda pairs: lines([ragas.row(pair) for pair in pairs]),
    Shape.DEEPEVAL: lambda pairs: one([deepeval.row(pair) for pair in pairs]),
    Shape.PROMPTFOO: lambda pairs: one(promptfoo.config(pairs)),
    Shape.INSPECT: lambda pairs: lines([inspect.row(pair) for pair in pairs]),
}


def export(pairs: Sequence[Pair], shape: Shape, out: Path) -> int:
    """Write the run to `out`; how many questions it has."""
    out.write_text(WRITTEN[shape](pairs), "utf-8")
    return len(pairs)
