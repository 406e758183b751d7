"""A model by name: a hub name or a folder for sentence-transformers, "module:Class" for LlamaIndex.

Nothing is imported or loaded before the first text is embedded.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from index.embed import Embedder
from index.embedders.llama import LlamaEmbedder, made
from index.embedders.sentence_transformer import SentenceTransformerEmbedder

CLASS = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings say about the model.

    `model` may end in "@revision" for one state of a model on the hub. A prefix that is `None` is
    the one its makers ask for, an empty one is none. `dimension` cuts vectors short, for models
    that were trained for it (Matryoshka). `arguments` are for a LlamaIndex class.
    """

    model: str
    query_prefix: str | None = None
    passage_prefix: str | None = None
    dimension: int | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)


def embedder(choice: Choice) -> Embedder:
    """The model of one's choice; raises `ModelUnusable` where a LlamaIndex class cannot be made."""
    if CLASS.fullmatch(choice.model):
        return LlamaEmbedder(made(choice.model, choice.arguments))
    return SentenceTransformerEmbedder(
        choice.model,
        query_prefix=choice.query_prefix,
        passage_prefix=choice.passage_prefix,
        dimension=choice.dimension,
    )
