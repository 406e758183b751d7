"""Danish words for searching: what a text is made of, as weighted terms.

A term is a stem, a part of a compound or a run of four characters. Parts stand beside their word
and never replace it; runs of characters catch spelling errors and compounds written apart.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from index.compounds import Splitter

TOKEN = re.compile(
    r"§{1,2} ?\d+(?: ?[a-z](?![a-zæøå]))?|\d+(?:[.,/:-]\d+)+|\d+|[a-zæøåéèüöäóá]+", re.IGNORECASE
)
GRAM = 4
# Function words and the words of questions; they tell nothing about the place asked for.
SMALL = frozenset(
    """ad af alle alt and anden andet andre at blev blive bliver da de dem den denne der deres
    det dette dig din disse dog du efter eller en end er et for fordi fra få får før gennem
    giver gør gøre går ham han hans har have havde hende hendes her hos hun hvad hvem hver
    hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorledes hvornår i ifølge ift igen ikke
    ind ingen is jeg jer jo kan kom kommer kun kunne lige må man mange med meget mellem men
    mere mig min mit mod mon mv når nogen noget nogle nu nå ny og også om omkring op os over på
    samt sig sin sine sit skal skulle som så sådan the til ud under var ved vedr vedrørende vi
    vil ville vores være været""".split()
)


@lru_cache(maxsize=1)
def _stemmer() -> "Stemmer.Stemmer":
    return Stemmer.Stemmer("danish")


def tokens(text: str) -> list[str]:
    """The tokens of `text`, lower case; "§ 107" and "5.3.2" are one token each."""
    return [_folded(match.group()) for match in TOKEN.finditer(text)]


def _folded(token: str) -> str:
    return token.lower().replace("§§", "§").replace("§ ", "§").replace(" ", "")


def stem(word: str) -> str:
    """The Snowball stem of a word; figures and short words as they are."""
    if not word.isalpha() or len(word) <= 3:
        return word
    found: str = _stemmer().stemWord(word)
    return found


def telling(text: str) -> list[str]:
    """The tokens that carry meaning."""
    return [token for token in tokens(text) if token not in SMALL]


def words(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(token) for token in telling(text)]


def grams(found: list[str]) -> Iterator[str]:
    """Runs of four characters of each word, its beginning and end marked."""
    for token in found:
        if token.isalpha():
            marked = f"_{token}_"
            yield from (marked[i : i + GRAM] for i in range(len(marked) - GRAM + 1))


def _gram_count(found: list[str]) -> int:
    return sum(len(token) + 3 - GRAM for token in found if token.isalpha())


def index_of(term: str) -> int:
    """The number a term has in sparse vectors: its CRC-32."""
    return zlib.crc32(term.encode())


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sort of term counts, and the constants of BM25 (Robertson et al. 1994)."""

    context: float = 0.5
    part: float = 0.5
    gram: float = 0.3
    k1: float = 1.2
    b: float = 0.6
    gram_b: float = 0.75


@dataclass(frozen=True, slots=True)
class Lengths:
    """Number of words and of runs of characters, of a passage or in the mean of a collection."""

    words: float
    grams: float


class Analyzer:
    """Turns passages and questions of one collection into weighted terms."""

    def __init__(self, splitter: Splitter, weights: Weights | None = None) -> None:
        self._splitter = splitter
        self._weights = weights or Weights()

    def lengths(self, text: str, context: str) -> Lengths:
        """A passage's lengths; its context counts for less."""
        return self._lengths(telling(text), telling(context))

    def _lengths(self, text: list[str], context: list[str]) -> Lengths:
        share = self._weights.context
        return Lengths(
            len(text) + share * len(context), _gram_count(text) + share * _gram_count(context)
        )

    def document(self, text: str, context: str, mean: Lengths) -> dict[int, float]:
        """The passage's sparse vector: BM25 without the rarity, which the store adds."""
        w = self._weights
        said, around = telling(text), telling(context)
        stems: dict[str, float] = defaultdict(float)
        runs: dict[str, float] = defaultdict(float)
        for some, share in ((said, 1.0), (around, w.context)):
            for word in map(stem, some):
                stems[word] += share
                for part in self._splitter.parts(word):
                    stems[part] += share * w.part
            for gram in grams(some):
                runs[f"~{gram}"] += share
        length = self._lengths(said, around)
        vector = dict(_saturated(stems, length.words / mean.words, w.k1, w.b))
        vector.update(_saturated(runs, length.grams / mean.grams, w.k1, w.gram_b))
        return {index_of(term): weight for term, weight in vector.items()}

    def query(self, text: str) -> dict[int, float]:
        """The question's sparse vector."""
        w = self._weights
        found: dict[str, float] = {}
        for word in words(text):
            found[word] = 1.0
            for part in self._splitter.parts(word):
                found.setdefault(part, w.part)
        found.update({f"~{gram}": w.gram for gram in grams(telling(text))})
        return {index_of(term): weight for term, weight in found.items()}


def _saturated(
    counts: dict[str, float], relative: float, k1: float, b: float
) -> Iterator[tuple[str, float]]:
    norm = k1 * (1 - b + b * relative)
    for term, count in counts.items():
        yield term, count * (k1 + 1) / (count + norm)
