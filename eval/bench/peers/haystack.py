"""Haystack: its in-memory store with BM25 as it is set when nothing is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from haystack import Document
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from eval.bench.job import LIMIT, Condition, Row, Search
from eval.bench.job import rows as load

__all__ = ["build", "id_of", "load", "opened"]

STORE = "store.json"


def build(passages: Sequence[Row], home: Path) -> None:
    """Write the documents to a store, and the store to a file."""
    store = InMemoryDocumentStore()
    store.write_documents(
        [Document(id=r.id, content=r.text, meta={"kind": r.kind, "held": r.held}) for r in passages]
    )
    home.mkdir()
    store.save_to_disk(str(home / STORE))


class Haystack:
    """The store in memory; opening it counts all words anew."""

    def __init__(self, home: Path) -> None:
        store = InMemoryDocumentStore.load_from_disk(str(home / STORE))
        self._retriever = InMemoryBM25Retriever(store, top_k=LIMIT)

    def plain(self) -> Search:
        """Search without conditions."""
        return self._search(None)

    def filtered(self, condition: Condition) -> Search:
        """Search among the documents whose metadata meets the condition."""
        wanted = (
            ("meta.kind", "==", condition.kind),
            ("meta.held", ">=", condition.start),
            ("meta.held", "<=", condition.end),
        )
        conditions = [{"field": f, "operator": how, "value": value} for f, how, value in wanted]
        return self._search({"operator": "AND", "conditions": conditions})

    def _search(self, filters: dict[str, Any] | None) -> Search:
        def search(text: str) -> Sequence[object]:
            found: list[Document] = self._retriever.run(text, filters=filters)["documents"]
            return found

        return search


def opened(home: Path) -> Haystack:
    """The index in `home`."""
    return Haystack(home)


def id_of(found: Document) -> str:
    """The id that the document was given."""
    return str(found.id)
