"""Words of a question that the collection does not use, as those it may mean.

"gaeldende" is *gældende*; a word with one wrong letter is the nearest one of the collection's; two
words that the collection writes as one compound are that compound too.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.tokens import SMALL, stem

SHORTEST = 5  # letters of a word that is looked up with a wrong letter
LOOKED_UP = 12  # unknown words of a question, the longest first; a question has seldom two
NEAREST = 3  # words an unknown one may mean
JOINTS = ("", "s", "e")
FOLDED = (("ae", "æ"), ("oe", "ø"))
WRITTEN_OUT = re.compile(r"\b[a-zæøå]*(?:ae|oe)[a-zæøå]*\b", re.IGNORECASE)


class Spelling:
    """Knows how the collection spells; `vocabulary` are its stems with their counts.

    `also` tells of other stems that are no mistakes.
    """

    def __init__(self, vocabulary: Mapping[str, int], also: Callable[[str], bool]) -> None:
        self._known = vocabulary
        self._also = also
        self._by_length: dict[int, list[str]] = {}
        for word in self._known:
            if word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def danish(self, text: str) -> tuple[str, dict[str, str]]:
        """A text with Danish letters where it was typed without, and the words that changed.

        Only a word that nobody uses as it is typed, and that is known with the letter, is taken for
        one.
        """
        changed: dict[str, str] = {}

        def read(match: re.Match[str]) -> str:
            token, letters = match[0].lower(), match[0].lower()
            for written, letter in FOLDED:
                letters = letters.replace(written, letter)
            if self.knows(token) or not (letters in SMALL or self.knows(letters)):
                return match[0]
            changed[token] = letters
            return letters

        return WRITTEN_OUT.sub(read, text), changed

    def meant(self, tokens: Sequence[str]) -> dict[str, str]:
        """Stems the `tokens` of a question may mean, each with the token it stands for."""
        found: dict[str, str] = {}
        unknown = [token for token in dict.fromkeys(tokens) if not self.knows(token)]
        for token in sorted(unknown, key=len, reverse=True)[:LOOKED_UP]:
            for word in self._near(token):
                found.setdefault(word, token)
        for one, other in pairwise(tokens):
            if one.isalpha() and other.isalpha():
                for joint in JOINTS:
                    if (word := stem(f"{one}{joint}{other}")) in self._known:
                        found.setdefault(word, one)
        return found

    def knows(self, token: str) -> bool:
        """Whether the collection or the fagordbog uses the word, or it is none."""
        return not token.isalpha() or stem(token) in self._known or self._also(stem(token))

    def _near(self, token: str) -> list[str]:
        # A wrong letter in an ending misleads the stemmer, so the word itself is tried too.
        return self._nearest({stem(token), token})

    def _nearest(self, words: Collection[str]) -> list[str]:
        """The known stems with the fewest wrong letters."""
        near = {other: distance for word in words for other, distance in self._akin(word)}
        least = min(near.values(), default=0)
        best = [other for other, distance in near.items() if distance == least]
        return sorted(best, key=lambda other: (-self._known[other], other))[:NEAREST]

    def _akin(self, word: str) -> list[tuple[str, int]]:
        if len(word) < SHORTEST:
            return []
        wrong = 1 if len(word) < 2 * SHORTEST else 2
        return [
            (other, int(distance))
            for length in range(len(word) - wrong, len(word) + wrong + 1)
            for other, distance, _ in extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=wrong,
                limit=NEAREST,
            )
        ]
