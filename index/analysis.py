"""What a text is searched by: weighted terms in one sparse vector.

A term is a stem, a part of a compound or a run of four characters. Parts stand beside their word
and never replace it; runs of characters catch spelling errors and compounds written apart.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.compounds import Splitter
from index.tokens import gram_count, grams, stem, telling, tokens
from index.weights import STANDARD, Weights

OF_PART = 0.5  # of a question's word, where a text has only a part of it


def index_of(term: str) -> int:
    """The number a term has in sparse vectors: its CRC-32."""
    return zlib.crc32(term.encode())


def vector(terms: Mapping[str, float]) -> dict[int, float]:
    """The terms as a sparse vector."""
    return {index_of(term): weight for term, weight in terms.items()}


@dataclass(frozen=True, slots=True)
class Lengths:
    """Number of words and of runs of characters, of a passage or in the mean of a collection."""

    words: float
    grams: float


class Analyzer:
    """Turns passages and questions of one collection into weighted terms."""

    def __init__(self, splitter: Splitter, weights: Weights = STANDARD) -> None:
        self._splitter = splitter
        self._weights = weights

    def lengths(self, text: str, context: str) -> Lengths:
        """A passage's lengths; its context counts for less."""
        return self._lengths(telling(text), telling(context))

    def _lengths(self, text: list[str], context: list[str]) -> Lengths:
        share = self._weights.context
        return Lengths(
            len(text) + share * len(context), gram_count(text) + share * gram_count(context)
        )

    def document(self, text: str, context: str, mean: Lengths) -> dict[int, float]:
        """The passage's sparse vector of its words alone."""
        return vector(self.document_terms(text, context, mean))

    def query(self, text: str) -> dict[int, float]:
        """The question's sparse vector of its words alone."""
        return vector(self.query_terms(telling(text)))

    def words(self, text: str) -> frozenset[str]:
        """The stems of a text's telling words, and the parts of those that are compounds."""
        stems = [stem(token) for token in telling(text)]
        return frozenset((*stems, *(part for word in stems for part in self._splitter.parts(word))))

    def word_shares(self, tokens: Iterable[str], share: float = 1.0) -> dict[str, float]:
        """The stems of a question's telling tokens, and at half the parts of compounds."""
        found: dict[str, float] = {}
        for word in map(stem, tokens):
            found[word] = share
            for part in self._splitter.parts(word):
                found.setdefault(part, share * OF_PART)
        return found

    def document_terms(self, text: str, context: str, mean: Lengths) -> dict[str, float]:
        """The passage's terms: BM25 without the rarity, which the store adds."""
        w = self._weights
        said, around = telling(text), telling(context)
        stems: dict[str, float] = defaultdict(float)
        runs: dict[str, float] = defaultdict(float)
        for some, share in ((said, 1.0), (around, w.context)):
            for word in map(stem, some):
                stems[word] += share
                for part in self._splitter.parts(word) if w.part else ():
                    stems[part] += share * w.part
            for gram in grams(some) if w.gram else ():
                runs[f"~{gram}"] += share
        length = self._lengths(said, around)
        found = dict(_saturated(stems, length.words / mean.words, w.k1, w.b))
        found.update(_saturated(runs, length.grams / mean.grams, w.k1, w.gram_b))
        return found

    def query_terms(self, tokens: Iterable[str], share: float = 1.0) -> dict[str, float]:
        """The terms of a question's telling tokens, each at `share` of its weight."""
        w = self._weights
        given = list(tokens)
        found: dict[str, float] = {}
        for word in map(stem, given):
            found[word] = share
            for part in self._splitter.parts(word) if w.part else ():
                found.setdefault(part, share * w.part)
        found.update({f"~{gram}": share * w.gram for gram in grams(given) if w.gram})
        return found

    def stems(self, text: str) -> set[str]:
        """The stems of all words in `text`, and the parts of compounds."""
        stems = set(map(stem, tokens(text)))
        return stems.union(*map(self._splitter.parts, stems))

    def names(self, text: str) -> set[str]:
        """The stems of the telling words in `text`, and the parts of compounds."""
        stems = {stem(word) for word in telling(text)}
        return stems.union(*map(self._splitter.parts, stems))


def _saturated(
    counts: dict[str, float], relative: float, k1: float, b: float
) -> Iterator[tuple[str, float]]:
    norm = k1 * (1 - b + b * relative)
    for term, count in counts.items():
        yield term, count * (k1 + 1) / (count + norm)
