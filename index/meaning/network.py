"""The model's forward pass in plain numpy: a small transformer encoder (Vaswani et al. 2017).

Two layers with layer normalisation first, mean of the units of each token, attention pooling. It
was trained in torch (`eval/training`); a test there holds both to the same numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
EPSILON = 1e-5
HIDDEN = -1e4  # what a padded place scores before softmax


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one encoder layer."""

    attend: Array
    attend_bias: Array
    project: Array
    project_bias: Array
    widen: Array
    widen_bias: Array
    narrow: Array
    narrow_bias: Array
    before: Array
    before_bias: Array
    between: Array
    between_bias: Array


@dataclass(frozen=True, slots=True)
class Network:
    """The weights; `units` is a table of int8 rows with a scale each."""

    units: NDArray[np.int8]
    scales: Array
    positions: Array
    first: Array
    first_bias: Array
    layers: tuple[Layer, ...]
    pool: Array
    pool_bias: Array
    out: Array
    out_bias: Array
    heads: int

    @property
    def dimension(self) -> int:
        """Numbers of a vector."""
        return int(self.out.shape[0])

    @property
    def longest(self) -> int:
        """Tokens of a text that are read."""
        return int(self.positions.shape[0])

    def vectors(self, texts: Sequence[Sequence[Sequence[int]]]) -> Array:
        """Texts, each a list of tokens, each a list of units, as vectors of length 1."""
        length = max(len(text) for text in texts)
        shown = np.zeros((len(texts), length), dtype=bool)
        tokens = np.zeros((len(texts), length, self.units.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            shown[row, : len(text)] = True
            tokens[row, : len(text)] = self._tokens(text)
        # Where nothing stands there is the unit of nothing, as in training.
        tokens[~shown] = self._tokens([[0]])[0]
        found = _normal(tokens, self.first, self.first_bias) + self.positions[:length]
        for layer in self.layers:
            found = self._layer(found, shown, layer)
        scored = np.where(shown, (found @ self.pool.T)[..., 0] + self.pool_bias[0], HIDDEN)
        pooled = (_softmax(scored)[..., None] * found).sum(1)
        return _unit(pooled @ self.out.T + self.out_bias)

    def _tokens(self, text: Sequence[Sequence[int]]) -> Array:
        units = np.fromiter((unit for token in text for unit in token), dtype=np.int64)
        counts = np.array([len(token) for token in text])
        rows = self.units[units].astype(np.float32) * self.scales[units, None]
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        summed: Array = np.add.reduceat(rows, starts, axis=0)
        mean: Array = (summed / counts[:, None]).astype(np.float32)
        return mean

    def _layer(self, given: Array, shown: NDArray[np.bool_], layer: Layer) -> Array:
        texts, length, size = given.shape
        each = size // self.heads
        said = _normal(given, layer.before, layer.before_bias) @ layer.attend.T + layer.attend_bias
        query, key, value = (
            part.reshape(texts, length, self.heads, each).transpose(0, 2, 1, 3)
            for part in np.split(said, 3, axis=-1)
        )
        scored = query @ key.transpose(0, 1, 3, 2) / np.float32(each**0.5)
        scored = np.where(shown[:, None, None, :], scored, HIDDEN)
        mixed = (_softmax(scored) @ value).transpose(0, 2, 1, 3).reshape(texts, length, size)
        given = given + mixed @ layer.project.T + layer.project_bias
        inner = _normal(given, layer.between, layer.between_bias) @ layer.widen.T
        out: Array = given + _gelu(inner + layer.widen_bias) @ layer.narrow.T + layer.narrow_bias
        return out


def read(arrays: Mapping[str, NDArray[np.generic]]) -> Network:
    """The network in the arrays of an `.npz` file; raises `KeyError` where one is missing."""
    real = {
        name: array.astype(np.float32)
        for name, array in arrays.items()
        if array.dtype == np.float16
    }
    count = 1 + max(int(name.split(".")[1]) for name in real if name.startswith("layer."))
    fields = Layer.__dataclass_fields__
    return Network(
        units=arrays["units"].astype(np.int8),
        heads=int(arrays["heads"][0]),
        layers=tuple(
            Layer(**{field: real[f"layer.{number}.{field}"] for field in fields})
            for number in range(count)
        ),
        **{
            name: real[name]
            for name in (
                "scales",
                "positions",
                "first",
                "first_bias",
                "pool",
                "pool_bias",
                "out",
                "out_bias",
            )
        },
    )


def _normal(given: Array, weight: Array, bias: Array) -> Array:
    mean = given.mean(-1, keepdims=True)
    spread = given.var(-1, keepdims=True)
    out: Array = (given - mean) / np.sqrt(spread + EPSILON) * weight + bias
    return out


def _softmax(scored: Array) -> Array:
    raised = np.exp(scored - scored.max(-1, keepdims=True))
    out: Array = raised / raised.sum(-1, keepdims=True)
    return out


def _gelu(given: Array) -> Array:
    """GELU by its tanh form (Hendrycks and Gimpel 2016), which training uses too."""
    inner = given * given  # a power of three would take ten times as long
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= given
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= given
    inner *= np.float32(0.5)
    return inner


def _unit(given: Array) -> Array:
    out: Array = given / np.maximum(np.linalg.norm(given, axis=-1, keepdims=True), 1e-9)
    return out
