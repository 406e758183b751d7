"""The model that ships, as an embedder."""

import io
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from index.meaning.network import Network, read
from index.meaning.units import Units

MODEL = Path(__file__).with_name("model.npz")
BATCH = 32  # texts of about one length; more at a time are no faster


class OwnEmbedder:
    """Danish of the social services as vectors; the model is loaded when it is first asked."""

    name = "aftalesvar-1"

    def __init__(self, path: Path = MODEL) -> None:
        self._path = path

    @property
    def dimension(self) -> int:
        """Numbers of a vector."""
        return self._network.dimension

    def known(self, text: str) -> float:
        """The share of the words of `text` that the model knows; 0 to 1."""
        return self._units.known(text)

    def embed_query(self, text: str) -> Sequence[float]:
        """The vector of a question."""
        vector: list[float] = self._vectors([text])[0].tolist()
        return vector

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        """The vectors of passages, in order."""
        return [vector.tolist() for vector in self._vectors(texts)]

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        given = [self._units.of(text, self._network.longest) for text in texts]
        found = np.zeros((len(texts), self.dimension), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda number: len(given[number]))
        for start in range(0, len(texts), BATCH):
            batch = by_length[start : start + BATCH]
            found[batch] = self._network.vectors([given[number] for number in batch])
        return found

    @cached_property
    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        with np.load(io.BytesIO(self._path.read_bytes()), allow_pickle=False) as stored:
            return dict(stored)

    @cached_property
    def _network(self) -> Network:
        # Matrices as small as these are multiplied ten times faster without waiting for a thread.
        # For good, as the limit is the process's: one that ended with each call would end in the
        # middle of another thread's, and its vectors would differ in their last digits.
        threadpool_limits(limits=1, user_api="blas")
        return read(self._arrays)

    @cached_property
    def _units(self) -> Units:
        words = _lines(self._arrays["words"])
        parts = (line.split() for line in _lines(self._arrays["parts"]))
        return Units(words, Counter({word: int(count) for word, count in parts}))


def _lines(array: NDArray[np.generic]) -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")
