"""Every question of a run with its numbers: from a run's folder, or from a file that keeps them.

A file has a line for each question, so that a change of it can be read in a diff:

    {"id": "s-01", "question": "…", "reference": "9f2c41d80a7b", "scores": {"RR@10": 1.0}}
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.errors import BadRun
from eval.measures.measure import Measure
from eval.runs.folder import Run
from eval.runs.folder import read as read_run
from eval.sets import Item

DIGITS = 6  # of a number that is kept; the last ones of two machines differ
NOT_ASKED = "was not asked"


@dataclass(frozen=True, slots=True)
class Scored:
    """A question and its number by each measure that applies to it.

    `reference` changes when what is known of the right answer does; `error` says why there is no
    answer, and is empty where there is one.
    """

    id: str
    question: str
    reference: str
    scores: Mapping[str, float]
    error: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The questions by their ids; `path` is where they were read."""

    path: Path
    questions: Mapping[str, Scored]

    @property
    def measured(self) -> frozenset[str]:
        """The measures that apply to a question at least."""
        return frozenset(name for one in self.questions.values() for name in one.scores)


def read(path: Path, measures: Sequence[Measure]) -> Sheet:
    """The sheet at `path`: a run, which is scored anew, or a kept one; raises `BadRun`."""
    return of_run(read_run(path), measures) if path.is_dir() else _kept(path)


def of_run(run: Run, measures: Sequence[Measure]) -> Sheet:
    """What `measures` say of each question of the run."""
    pairs = {pair.item.id: pair for pair in run.pairs}
    found: dict[str, Scored] = {}
    for item in run.items:
        pair = pairs.get(item.id)
        error = pair.record.error if pair else NOT_ASKED
        values = {one.name: one.of(pair) for one in measures} if pair and not error else {}
        scores = {name: round(v, DIGITS) for name, v in sorted(values.items()) if v is not None}
        found[item.id] = Scored(item.id, item.question, _reference(item), scores, error)
    return Sheet(run.folder, found)


def _reference(item: Item) -> str:
    told = json.dumps(asdict(item), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def write(sheet: Sheet, path: Path) -> None:
    """Keep a sheet in the file at `path`; raises `BadRun` where a question has no answer."""
    without = [one for one in sheet.questions.values() if one.error]
    if without:
        raise BadRun(
            f"{sheet.path}: {without[0].id} has no answer ({without[0].error}), and a baseline "
            "needs all; run the command again, it goes on where it stopped"
        )
    rows = sorted(sheet.questions.values(), key=lambda one: one.id)
    path.write_text("".join(f"{_line(one)}\n" for one in rows), "utf-8")


def _line(one: Scored) -> str:
    row = {"id": one.id, "question": one.question, "reference": one.reference}
    return json.dumps(row | {"scores": dict(one.scores)}, ensure_ascii=False)


def _kept(path: Path) -> Sheet:
    rows = [_row(path, n, line) for n, line in enumerate(_lines(path), 1) if line.strip()]
    if not rows:
        raise BadRun(f"{path}: no questions in it; write it with 'aftalesvar-eval baseline'")
    return Sheet(path, {one.id: one for one in rows})


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BadRun(f"{path}: {error}; give a run's folder or a baseline's file") from error


def _row(path: Path, number: int, line: str) -> Scored:
    try:
        row: Any = json.loads(line)
        scores = {str(name): float(value) for name, value in row["scores"].items()}
        return Scored(str(row["id"]), row["question"], row["reference"], scores)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRun(
            f"{path} line {number}: no line of a baseline ({type(error).__name__}: {error}); "
            "write it anew with 'aftalesvar-eval baseline'"
        ) from error
