"""The search as a LlamaIndex retriever, for notebooks and other applications.

Only who asks for this module imports LlamaIndex with it.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)

from index.filters import Filters
from index.passage import Hit, Passage, Ref
from index.search import Index

EVERYWHERE = Filters()
# What a language model is shown of a place, beside the text; the rest is for programs.
TOLD = ("title", "body", "held", "punkt", "item_title", "section", "edition", "status")


class AftalesvarRetriever(BaseRetriever):
    """Finds passages in the index of a home, best first.

    `filters` says what may be found; unless it does, that is what is open. Retrieving raises what
    `Index.search` does.
    """

    def __init__(
        self, index: Index | Path | str, *, filters: Filters = EVERYWHERE, limit: int = 10
    ) -> None:
        self._index = index if isinstance(index, Index) else Index(Path(index))
        self._filters = filters
        self._limit = limit
        super().__init__()

    def close(self) -> None:
        """Give the index's files back; call it when nothing is retrieved any more."""
        self._index.close()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._index.search(query_bundle.query_str, self._filters, self._limit)
        return [NodeWithScore(node=node(hit), score=hit.score) for hit in hits]


def node(hit: Hit) -> TextNode:
    """The passage as a node: its text may be quoted, `metadata` is its place.

    `start_char_idx` and `end_char_idx` are places in the document's text, where it has them.
    """
    ref = hit.passage.ref
    metadata = {**place(ref), "context": hit.passage.context, "why": ", ".join(hit.why)}
    start, end = _span(hit.passage)
    return TextNode(
        id_=f"{ref.document}:{start}-{end}" if end else f"{ref.document}:{hit.passage.id}",
        text=hit.passage.text,
        metadata=metadata,
        excluded_embed_metadata_keys=sorted(metadata),
        excluded_llm_metadata_keys=sorted(metadata.keys() - set(TOLD)),
        start_char_idx=start,
        end_char_idx=end,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=ref.document)},
    )


def place(ref: Ref) -> dict[str, Any]:
    """The place as flat fields; dates are ISO dates, and what is not known is left out."""
    known = {field: value for field, value in asdict(ref).items() if value is not None}
    flat = {**known, "headings": " / ".join(ref.headings)}
    if ref.held:
        flat["held"] = ref.held.isoformat()
    return {field: str(v) if isinstance(v, str) else v for field, v in flat.items()}


def _span(passage: Passage) -> tuple[int, int] | tuple[None, None]:
    try:
        return passage.origin(0, len(passage.text))
    except ValueError:  # none of it stands in the document as it is told here
        return None, None
