"""The model in torch, to be trained; `index.meaning.network` computes the same in numpy."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

SIZE, INNER, HEADS, LAYERS = 128, 256, 4, 2
DIMENSION = 192  # numbers of a vector
LONGEST = 96  # tokens that are read
DROPOUT = 0.1
SPREAD, PLACES_SPREAD = 0.1, 0.02  # of the first random weights
HIDDEN = -1e4  # what a padded place scores before softmax
BATCH = 256

Array = NDArray[np.float32]
Text = Sequence[Sequence[int]]  # the units of each token


class Student(nn.Module):  # type: ignore[misc, unused-ignore] # torch may not be installed
    """Units to vectors of length 1."""

    def __init__(self, units: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.units = nn.EmbeddingBag(units, SIZE, mode="mean")
        nn.init.normal_(self.units.weight, 0, SPREAD)
        self.positions = nn.Parameter(torch.randn(LONGEST, SIZE) * PLACES_SPREAD)
        self.first = nn.LayerNorm(SIZE)
        self.layers = nn.ModuleList(_layer() for _ in range(layers))
        self.pool = nn.Linear(SIZE, 1)
        self.out = nn.Linear(SIZE, DIMENSION)

    def forward(self, texts: Sequence[Text]) -> Tensor:
        """The vectors of `texts`."""
        length = max(len(text) for text in texts)
        shown, tokens = self._tokens(texts, length)
        found = self.first(tokens) + self.positions[:length]
        for layer in self.layers:
            found = layer(found, src_key_padding_mask=~shown)
        scored = self.pool(found).squeeze(-1).masked_fill(~shown, HIDDEN)
        pooled = (scored.softmax(1)[..., None] * found).sum(1)
        return functional.normalize(self.out(pooled), dim=1)

    def _tokens(self, texts: Sequence[Text], length: int) -> tuple[Tensor, Tensor]:
        """Where tokens stand, and the mean of each token's units; nothing where none stands."""
        device = self.positions.device
        given = [token for text in texts for token in text]
        counts = np.array([len(token) for token in given])
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        numbers = np.fromiter((unit for token in given for unit in token), np.int64, counts.sum())
        lengths = np.array([len(text) for text in texts])
        shown = torch.from_numpy(np.arange(length) < lengths[:, None]).to(device)
        means = self.units(
            torch.from_numpy(numbers).to(device), torch.from_numpy(starts).to(device)
        )
        tokens = torch.zeros(len(texts), length, SIZE, device=device)
        tokens[shown] = means
        return shown, tokens

    def vectors(self, texts: Sequence[Text]) -> Array:
        """The vectors of `texts` as the trained model gives them, without a gradient."""
        found = np.zeros((len(texts), DIMENSION), np.float32)
        by_length = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        with self._still():
            for start in range(0, len(texts), BATCH):
                batch = by_length[start : start + BATCH]
                found[batch] = self([texts[number] for number in batch]).cpu().numpy()
        return found

    @contextmanager
    def _still(self) -> Iterator[None]:
        training = self.training
        self.eval()
        with torch.no_grad():
            yield
        self.train(training)


def _layer() -> nn.TransformerEncoderLayer:
    return nn.TransformerEncoderLayer(
        SIZE,
        HEADS,
        INNER,
        dropout=DROPOUT,
        batch_first=True,
        norm_first=True,
        # The tanh form, which is what the product computes.
        activation=partial(functional.gelu, approximate="tanh"),
    )
