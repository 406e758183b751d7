"""Text to the units the model knows: stems, parts of compounds, and runs of four characters."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.compounds import Splitter
from index.tokens import phrasing, stem

BUCKETS = 4096  # runs of characters share so many units; for words the model never met
RUN, MOST_RUNS = 4, 12
REMEMBERED = 100_000  # tokens
NOTHING = [[0]]  # a text without a token


class Units:
    """Numbers tokens; `words` are those with a unit of their own, `parts` what compounds are of."""

    def __init__(self, words: Sequence[str], parts: Counter[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words, 1)}
        self._splitter = Splitter(parts)
        self._of = lru_cache(REMEMBERED)(self._token)

    @property
    def count(self) -> int:
        """How many units there are."""
        return 1 + len(self._numbers) + BUCKETS

    def of(self, text: str, longest: int) -> Sequence[Sequence[int]]:
        """The units of each token of `text`, of the first `longest` tokens."""
        return [self._of(token) for token in phrasing(text)[:longest]] or NOTHING

    def known(self, text: str) -> float:
        """The share of the tokens of `text` that are no mere runs of characters; 0 to 1."""
        found = [self._of(token)[0] < self.count - BUCKETS for token in phrasing(text)]
        return sum(found) / len(found) if found else 0.0

    def _token(self, token: str) -> tuple[int, ...]:
        word = stem(token)
        own = [self._numbers[word]] if word in self._numbers else []
        parts = [self._numbers[p] for p in self._splitter.parts(word) if p in self._numbers]
        return tuple([*own, *parts] or self._runs(word))

    def _runs(self, word: str) -> Iterable[int]:
        marked = f"_{word}_"
        runs = [marked[at : at + RUN] for at in range(max(1, len(marked) - RUN + 1))][:MOST_RUNS]
        first = 1 + len(self._numbers)
        return [first + zlib.crc32(run.encode()) % BUCKETS for run in runs]
