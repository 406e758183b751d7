"""The dense leg's model, whichever it is. Without one the index is lexical only."""

from collections.abc import Sequence
from typing import Protocol


class Embedder(Protocol):
    """Text to vectors of `dimension` numbers; `name` tells one model from another."""

    name: str
    dimension: int

    def embed_query(self, text: str) -> Sequence[float]:
        """The vector of a question."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vectors of passages, in order."""
        ...
