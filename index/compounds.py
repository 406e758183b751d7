"""Compounds taken apart with the collection's own words: belægningsprocent = belægning + procent.

A word is split where both sides are words (or stems) the collection uses on their own, joined by
nothing, an s or an e. The split with the fewest parts wins, then the one of the commonest parts.
"""

from collections import Counter
from functools import lru_cache

SHORTEST = 4  # letters of a part
LONG_ENOUGH, TOO_LONG = 8, 60  # letters of a word worth splitting
REMEMBERED = 50_000  # words; more than a collection of 10,000 passages uses
JOINTS = ("", "s", "e")


class Splitter:
    """Splits stems; `known` are the stems that stand alone in the collection, with their counts."""

    def __init__(self, known: Counter[str]) -> None:
        self._known = {
            word: count
            for word, count in known.items()
            if len(word) >= SHORTEST and word.isalpha() and count >= 2
        }
        self.parts = lru_cache(maxsize=REMEMBERED)(self._parts)

    @property
    def vocabulary(self) -> dict[str, int]:
        """The words a part may be, with their counts."""
        return dict(self._known)

    def _parts(self, word: str) -> tuple[str, ...]:
        if not LONG_ENOUGH <= len(word) <= TOO_LONG or not word.isalpha():
            return ()
        best = self._best(word, 3)
        return best[1] if best else ()

    def _best(self, word: str, most: int) -> tuple[float, tuple[str, ...]] | None:
        """The cheapest way to read all of `word` as two to `most` known parts."""
        found: tuple[float, tuple[str, ...]] | None = None
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            head = self._head(word[:cut])
            if head is None:
                continue
            for tail in self._tails(word[cut:], most - 1):
                cost = 1 / (1 + self._known[head]) + tail[0] + 1
                if found is None or cost < found[0]:
                    found = (cost, (head, *tail[1]))
        return found

    def _tails(self, rest: str, most: int) -> list[tuple[float, tuple[str, ...]]]:
        tails: list[tuple[float, tuple[str, ...]]] = []
        if rest in self._known:
            tails.append((1 / (1 + self._known[rest]), (rest,)))
        if most > 1:
            deeper = self._best(rest, most)
            if deeper:
                tails.append(deeper)
        return tails

    def _head(self, piece: str) -> str | None:
        """The known word a first part stands for, without its joint."""
        for joint in JOINTS:
            if piece.endswith(joint) and (base := piece[: len(piece) - len(joint)]) in self._known:
                return base if len(base) >= SHORTEST else None
        return None
