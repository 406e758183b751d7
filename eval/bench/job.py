"""What a system under measurement is given, and how it is asked; the standard library alone.

A peer runs in an environment of its own, in which nothing of this project is installed.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

PASSAGES, QUERIES = "passages.jsonl", "queries.json"
LIMIT = 10  # passages wanted of a query


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as a peer sees it: what is searched, and what it is filtered by."""

    id: str
    text: str
    kind: str
    held: str | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A kind of document, and the first and last day of its meeting."""

    kind: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Queries:
    """What is asked: titles as people type them, with and without a condition, and questions."""

    titles: list[str]
    questions: list[str]
    condition: Condition


Search = Callable[[str], Sequence[Any]]


class Opened(Protocol):
    """An index that was opened again."""

    def plain(self) -> Search:
        """The search for the best `LIMIT` passages."""
        ...

    def filtered(self, condition: Condition) -> Search | None:
        """The search among those that meet a condition; `None` where a query cannot have one."""
        ...


class System(Protocol):
    """A module that builds an index of the passages in a folder, and opens it."""

    def load(self, folder: Path) -> Sequence[object]:
        """The passages in the form in which the system takes them."""
        ...

    def build(self, passages: Sequence[object], home: Path) -> None:
        """Make the index and store it in `home`."""
        ...

    def opened(self, home: Path) -> Opened:
        """The index in `home`, ready to be asked."""
        ...

    def id_of(self, found: Any) -> str:
        """The id of the passage that was found."""
        ...


def rows(folder: Path) -> list[Row]:
    """The passages of a measurement, as a peer sees them."""
    return list(_rows(folder))


def _rows(folder: Path) -> Iterator[Row]:
    with (folder / PASSAGES).open(encoding="utf-8") as lines:
        for line in lines:
            passage = json.loads(line)
            ref = passage["ref"]
            text = f"{passage['context']}\n{passage['text']}"
            yield Row(str(passage["id"]), text, ref["kind"], ref["held"])


def queries(folder: Path) -> Queries:
    """What is asked in a measurement."""
    found = json.loads((folder / QUERIES).read_text("utf-8"))
    return Queries(found["titles"], found["questions"], Condition(**found["condition"]))
