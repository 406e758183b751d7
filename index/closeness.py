"""How close any text is to a question: by its words, by what it names, and by meaning.

The same understanding that finds passages reads their sentences.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer
from index.asked import Asked
from index.concepts import written
from index.fagordbog.matcher import Matcher
from index.meaning import OwnEmbedder
from index.passage import Hit

OF_COLLECTION = 0.5  # of a word's rarity in the collection, beside that among the hits
REMEMBERED = 20_000  # texts; the sentences of some 5,000 passages


@dataclass(frozen=True, slots=True)
class Terms:
    """The stems and parts of compounds of a text, and how surely it names which concepts."""

    words: frozenset[str]
    concepts: Mapping[int, float]


class Reader:
    """Reads texts of one audience; what it has read before it remembers."""

    def __init__(
        self,
        analyzer: Analyzer,
        matcher: Matcher,
        model: OwnEmbedder | None,
        counts: Mapping[str, int],
        passages: int,
    ) -> None:
        """`counts` says how often each stem stands in the collection's `passages`."""
        self._counts = counts
        self._passages = passages
        self._analyzer = analyzer
        self._matcher = matcher
        self._model = model
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self.terms = lru_cache(maxsize=REMEMBERED)(self._terms)

    def rarity(self, word: str) -> float:
        """Large for a word that is rare in the collection."""
        return math.log(1 + self._passages / (self._counts.get(word, 0) + 0.5))

    def _terms(self, text: str) -> Terms:
        return Terms(self._analyzer.words(text), written(self._matcher, text))

    def vector(self, question: str) -> NDArray[np.float32] | None:
        """The vector of a question, which is not remembered; `None` where there is no model."""
        if self._model is None:
            return None
        return np.asarray(self._model.embed_query(question), dtype=np.float32)

    def vectors(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """The vectors of texts; only where there is a model."""
        assert self._model is not None
        if len(self._vectors) > REMEMBERED:
            self._vectors = {}
        known = self._vectors
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        for text, vector in zip(missing, self._model.embed_passages(missing), strict=True):
            known[text] = np.asarray(vector, dtype=np.float32)
        return [known[text] for text in texts]


class Closeness:
    """How close texts are to one question, its rare words counting for more than common ones.

    A word that few of the question's hits have tells more than one that all have.
    """

    def __init__(self, reader: Reader, asked: Asked, hits: Sequence[Hit]) -> None:
        self._reader = reader
        self._asked = asked
        self._vector = reader.vector(asked.text)
        self._total = len(hits)
        self._having = Counter(
            word for hit in hits for word in reader.terms(hit.passage.text).words
        )
        self._weights = {word: share * self._rarity(word) for word, share in asked.words.items()}

    def _rarity(self, word: str) -> float:
        among_hits = math.log(1 + self._total / (self._having[word] + 0.5))
        return among_hits + OF_COLLECTION * self._reader.rarity(word)

    def words(self, *texts: str) -> float:
        """The share of the question's words that the texts have together, by rarity; 0 to 1."""
        whole = sum(self._weights.values())
        had = set[str]().union(*(self._reader.terms(text).words for text in texts))
        found = sum(weight for word, weight in self._weights.items() if word in had)
        return found / whole if whole else 0.0

    def concepts(self, *texts: str) -> float:
        """The share of the concepts the question names that the texts name; 0 to 1."""
        asked = self._asked.named
        surest: dict[int, float] = {}
        for text in texts:
            for concept, sure in self._reader.terms(text).concepts.items():
                surest[concept] = max(sure, surest.get(concept, 0.0))
        found = sum(weight * min(1.0, surest.get(one, 0.0)) for one, weight in asked.items())
        return found / sum(asked.values()) if asked else 0.0

    def meaning(self, texts: Sequence[str]) -> list[float]:
        """How near each text is to the question in meaning; -1 to 1."""
        if self._vector is None:
            return [0.0] * len(texts)
        return [float(vector @ self._vector) for vector in self._reader.vectors(texts)]
