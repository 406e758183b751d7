"""Sets of questions with the quotes that answer them, one JSON object a line."""

import json
from dataclasses import dataclass
from pathlib import Path

from eval.measures import Gold

SAMPLE = Path(__file__).parent / "sample"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the documents answer, and where; `type` is its author's."""

    id: str
    text: str
    type: str
    golds: tuple[Gold, ...]


def questions(path: Path) -> list[Question]:
    """The answerable questions in the file at `path`, as written in `eval/sample/README.md`."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(
            str(row["id"]),
            row["question"],
            row["type"],
            tuple(Gold(gold["quote"], bool(gold.get("alt"))) for gold in row["gold"]),
        )
        for row in rows
        if row["answerable"]
    ]
