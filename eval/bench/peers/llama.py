"""LlamaIndex: its BM25Retriever with a Danish stemmer and stop words."""

from collections.abc import Sequence
from pathlib import Path

import Stemmer
from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.retrievers.bm25 import BM25Retriever

from eval.bench.job import LIMIT, Condition, Row, Search
from eval.bench.job import rows as load

__all__ = ["build", "id_of", "load", "nodes", "opened"]


def nodes(passages: Sequence[Row]) -> list[TextNode]:
    """A node for each passage; what it is filtered by is metadata and not searched."""
    return [
        TextNode(
            id_=row.id,
            text=row.text,
            metadata={"kind": row.kind, "held": row.held or ""},
            excluded_embed_metadata_keys=["kind", "held"],
        )
        for row in passages
    ]


def build(passages: Sequence[Row], home: Path) -> None:
    """Index the nodes and store them."""
    stemmer = Stemmer.Stemmer("danish")
    retriever = BM25Retriever.from_defaults(
        nodes=nodes(passages),
        stemmer=stemmer,
        language="da",
        similarity_top_k=LIMIT,
    )
    retriever.persist(str(home))


class Llama:
    """The retriever with its nodes in memory."""

    def __init__(self, home: Path) -> None:
        self._retriever = BM25Retriever.from_persist_dir(str(home))
        # The stemmer is not stored, and without it words are stemmed as English.
        self._retriever.stemmer = Stemmer.Stemmer("danish")

    def plain(self) -> Search:
        """Search without conditions."""
        search: Search = self._retriever.retrieve
        return search

    def filtered(self, condition: Condition) -> None:
        """Its conditions are set when the retriever is made, and not with a query."""


def opened(home: Path) -> Llama:
    """The index in `home`."""
    return Llama(home)


def id_of(found: NodeWithScore) -> str:
    """The id that the node was given."""
    return str(found.node.node_id)
