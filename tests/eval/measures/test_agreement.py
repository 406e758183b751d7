"""Our measures agree with those of an independent script, question by question.

The script is no part of the product: it lies beside the checkout, with the question sets that the
product is judged by. Where it is not, the examples of the other tests stand alone.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.measures import Pair
from eval.measures.catalogue import scored
from eval.questions import SAMPLE
from eval.runs.rows import record
from eval.sets import read
from service import batch
from service.assistant import ExtractiveAssistant
from tests.eval.measures.made import Texts

SCRIPT = Path(__file__).parents[4] / "shared" / "eval" / "score.py"
SHARED = (
    *("evidence@2000", "evidence@6000", "evidence@12000", "RR@10", "nuggets", "cite_precision"),
    *("cited_gold", "attribution", "must_not", "wrong_abstain", "right_abstain", "chars"),
)


@pytest.mark.skipif(
    not SCRIPT.exists(), reason="the independent script is not beside this checkout"
)
def test_every_shared_measure_of_every_question(
    assistant: ExtractiveAssistant, tmp_path: Path
) -> None:
    asked = tmp_path / "set.jsonl"
    lines = (SAMPLE / "questions.jsonl").read_text("utf-8").splitlines()
    asked.write_text("\n".join(lines[::5]), "utf-8")
    found = batch.answered(assistant, batch.questions(asked), lambda *_: None)
    rows = [json.loads(batch.line(row)) for row in found]
    rows[0]["status"], rows[1]["citations"] = "not_found", []  # what is rare must agree too

    assert ours(asked, rows) == {
        id_: pytest.approx(numbers) for id_, numbers in theirs(asked, rows, tmp_path).items()
    }


def ours(asked: Path, rows: list[dict[str, Any]]) -> dict[str, dict[str, float | None]]:
    """The shared measures by question.

    What must never be said the script looks for in answers to answerable questions alone.
    """
    answers = {row["id"]: record(row) for row in rows}
    items = [item if item.answerable else replace(item, must_not=()) for item in read(asked)]
    found = scored(Pair(item, answers[item.id], Texts()) for item in items)
    return {id_: {name: of[name] for name in SHARED} for id_, of in found.of.items()}


def theirs(
    asked: Path, rows: list[dict[str, Any]], folder: Path
) -> dict[str, dict[str, float | None]]:
    """What the script says of the same answers; it leaves out what does not apply."""
    answers, told = folder / "answers.jsonl", folder / "told.json"
    answers.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, SCRIPT, asked, answers, "--json", told]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = json.loads(told.read_text("utf-8"))["rows"]
    return {
        row["id"]: {name: row.get(name.replace("RR", "rr")) for name in SHARED} for row in found
    }
