"""A run as a folder of files, and the run read back from it.

    DIR/run.json          how it came about (`eval.runs.about`)
    DIR/questions.jsonl   the set as it was asked
    DIR/answers.jsonl     an object a question, as `aftalesvar batch` writes them, with `seconds`
                          and `error`; in the order in which they came
    DIR/documents.jsonl   the texts of the documents that are cited, as the index has them
    DIR/scored.jsonl      the set it was scored with since, where that is another one
    DIR/scores.json       what the measures say

Nothing else is needed to score it again or to report it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import BadRun
from eval.measures.measure import Documents, Pair
from eval.runs.about import About, read_about
from eval.runs.lines import rows
from eval.runs.record import Record
from eval.runs.rows import record
from eval.runs.texts import read_texts
from eval.sets import Item
from eval.sets import read as read_set

ABOUT, QUESTIONS, ANSWERS = "run.json", "questions.jsonl", "answers.jsonl"
DOCUMENTS, SCORED, SCORES = "documents.jsonl", "scored.jsonl", "scores.json"


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it was recorded; `records` are those of `items` that were asked, in their order."""

    folder: Path
    about: About
    items: tuple[Item, ...]
    records: tuple[Record, ...]
    documents: Documents

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The questions that were asked, each with what came back."""
        items = {item.id: item for item in self.items}
        return tuple(Pair(items[one.id], one, self.documents) for one in self.records)

    @property
    def missing_documents(self) -> list[str]:
        """The documents that the set names and the index did not have."""
        named = {one.document for item in self.items for one in item.references}
        return sorted(name for name in named if self.documents.text(name) is None)

    @property
    def whole(self) -> bool:
        """Whether all questions were asked."""
        return len(self.records) == len(self.items)


def read(folder: Path) -> Run:
    """The run in `folder`; raises `BadRun` and `BadSet`."""
    scored = folder / SCORED
    about = read_about(folder / ABOUT)
    return seen_with(folder, about, read_set(scored if scored.exists() else folder / QUESTIONS))


def seen_with(folder: Path, about: About, items: tuple[Item, ...]) -> Run:
    """The run in `folder` with `items` in the place of its own; what they do not ask is left out.

    Raises `BadRun` where something else was asked under the same id.
    """
    asked = {item.id: item.question for item in read_set(folder / QUESTIONS)}
    for item in items:
        if asked.get(item.id, item.question) != item.question:
            raise BadRun(
                f"{folder}: what was asked as '{item.id}' is \"{asked[item.id]}\", and the set has "
                f'"{item.question}"; give a changed question another id, or ask the set anew'
            )
    found = {row["id"]: row for row in rows(folder / ANSWERS, "id")}
    records = tuple(_record(folder, found[item.id]) for item in items if item.id in found)
    return Run(folder, about, items, records, read_texts(folder / DOCUMENTS))


def _record(folder: Path, row: dict[str, Any]) -> Record:
    try:
        return record(row)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise BadRun(
            f"{folder / ANSWERS}: the answer '{row['id']}' cannot be read ({what}); "
            "delete its line and run again"
        ) from error
