"""Any LlamaIndex embedding model: what it embeds is sent where that model sends it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, Protocol

from index.embedders.failing import as_unusable


class LlamaModel(Protocol):
    """What we need of LlamaIndex's `BaseEmbedding`."""

    model_name: str

    def get_query_embedding(self, query: str) -> list[float]:
        """The vector of a question."""
        ...

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """The vectors of texts, in order."""
        ...


class LlamaEmbedder:
    """A LlamaIndex embedding model; it brings its own prefixes, batches and retries."""

    def __init__(self, model: LlamaModel) -> None:
        self._model = model

    @cached_property
    def name(self) -> str:
        """The model's class and what that calls it."""
        return f"llama-index {type(self._model).__name__} {self._model.model_name}"

    @cached_property
    def dimension(self) -> int:
        """How many numbers a vector has, found by asking for one."""
        return len(self.embed_query("a"))

    def embed_query(self, text: str) -> Sequence[float]:
        """The vector of a question."""
        with as_unusable(self.name):
            return self._model.get_query_embedding(text)

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vectors of passages, in order."""
        with as_unusable(self.name):
            return [*self._model.get_text_embedding_batch(list(texts))]


def made(path: str, arguments: Mapping[str, Any]) -> LlamaModel:
    """The model of the class "module:Class"; raises `ModelUnusable`."""
    module, _, name = path.partition(":")
    with as_unusable(path):
        model: LlamaModel = getattr(import_module(module), name)(**arguments)
    return model
