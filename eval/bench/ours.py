"""This project's own index under measurement."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from eval.bench.job import LIMIT, PASSAGES, Condition, Search
from eval.generation import publish
from index import Filters, Hit, Index, Passage

PASSAGE = TypeAdapter(Passage)


def load(folder: Path) -> list[Passage]:
    """The passages as they were made."""
    with (folder / PASSAGES).open("rb") as lines:
        return [PASSAGE.validate_json(line) for line in lines]


def build(passages: Sequence[Passage], home: Path) -> None:
    """Make a generation of them; documents are not read, which `eval.bench` measures."""
    publish(home, passages)


class Ours:
    """The index as the service asks it."""

    def __init__(self, home: Path) -> None:
        self._index = Index(home)
        self._index.facts()

    def plain(self) -> Search:
        """Search without conditions."""
        return lambda text: self._index.search(text, Filters(), LIMIT)

    def filtered(self, condition: Condition) -> Search:
        """Search in a kind of document and a period."""
        filters = Filters(
            kinds=frozenset({condition.kind}),
            start=date.fromisoformat(condition.start),
            end=date.fromisoformat(condition.end),
        )
        return lambda text: self._index.search(text, filters, LIMIT)


def opened(home: Path) -> Ours:
    """The index in `home`, its files open."""
    return Ours(home)


def id_of(found: Hit) -> str:
    """The number of the passage."""
    return str(found.passage.id)
