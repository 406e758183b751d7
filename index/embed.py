"""The dense leg's model, whichever it is. Without one the index is lexical only."""

from collections.abc import Sequence
from typing import Protocol


class Embedder(Protocol):
    """Text to vectors of `dimension` numbers; `name` tells one model from another.

    Asking for the name costs nothing; all else may load a model and raises `ModelUnusable` where
    that fails.
    """

    @property
    def name(self) -> str:
        """Changes with whatever changes the vectors of passages or questions."""
        ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    def embed_query(self, text: str) -> Sequence[float]:
        """The vector of a question."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vectors of passages, in order."""
        ...
