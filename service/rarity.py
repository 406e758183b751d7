"""How much of a question a text has, its rare words counting for more than its common ones."""

import math
from collections import Counter
from collections.abc import Sequence

from index import Hit, words

AKIN = 0.5  # of a word, where the text has only one of the same beginning or a part of it
BEGINNING = 5  # letters two words share that are forms or compounds of one


class Rarity:
    """How much each word tells: one that is rare among the hits tells more than a common one."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._total = len(hits)
        self._having = Counter(word for hit in hits for word in set(words(hit.passage.text)))

    def of(self, word: str) -> float:
        """Large for a word in few of the hits."""
        return math.log(1 + self._total / (self._having[word] + 0.5))

    def share(self, question: str, text: str) -> float:
        """The share of the question's words, weighed by rarity, that `text` has; 0 to 1."""
        asked, present = set(words(question)), set(words(text))
        total = sum(self.of(word) for word in asked)
        had = sum(self.of(word) * _had(word, present) for word in asked)
        return had / total if total else 0.0


def _had(word: str, present: set[str]) -> float:
    if word in present:
        return 1.0
    begins = word[:BEGINNING]
    if len(begins) < BEGINNING or not word.isalpha():
        return 0.0
    return AKIN if any(begins in other or _part(other, word) for other in present) else 0.0


def _part(other: str, word: str) -> bool:
    return len(other) >= BEGINNING and other in word
