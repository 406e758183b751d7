"""Which concepts of the fagordbog a text names, and by which of its words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from index.compounds import Splitter
from index.fagordbog.phrases import Phrase
from index.tokens import phrasing, stem

GAP = 2  # other words that may stand among those of a phrase
OF_PART = 0.5  # how surely a word is meant that is only a part of the text's compound


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase that stands in a text, how surely it is meant (0 to 1), and at which words."""

    phrase: Phrase
    strength: float
    at: frozenset[int]


Places = dict[str, list[tuple[int, float]]]  # stem: positions, and how surely the word is meant


class Matcher:
    """Finds concepts in texts; `under` gives the phrases whose rarest stem is the one given."""

    def __init__(self, under: Callable[[str], Iterable[Phrase]], splitter: Splitter) -> None:
        self._under = under
        self._splitter = splitter

    def only(self, concepts: frozenset[int]) -> "Matcher":
        """One that finds `concepts` alone; in many texts that is several times as fast."""

        @cache
        def under(stem: str) -> tuple[Phrase, ...]:
            return tuple(phrase for phrase in self._under(stem) if phrase.concept in concepts)

        return Matcher(under, self._splitter)

    def looks_for(self, stem: str) -> bool:
        """Whether there is a phrase that no text without this stem, or word part, names."""
        return any(True for _ in self._under(stem))

    def named(self, text: str) -> list[Named]:
        """Every phrase that stands in `text`."""
        return self.among(phrasing(text))

    def among(self, tokens: Sequence[str]) -> list[Named]:
        """Every phrase that stands in the `tokens` of a text; positions are theirs."""
        places = self._places(tokens)
        return [
            Named(phrase, phrase.share * found[0], found[1])
            for each in places
            for phrase in self._under(each)
            if all(other in places for other in phrase.stems) and (found := _found(phrase, places))
        ]

    def _places(self, tokens: Sequence[str]) -> Places:
        places: Places = defaultdict(list)
        for position, token in enumerate(tokens):
            word = stem(token)
            places[word].append((position, 1.0))
            for part in self._splitter.parts(word):
                places[part].append((position, OF_PART))
        return places


def _found(phrase: Phrase, places: Places) -> tuple[float, frozenset[int]] | None:
    """How surely the stems stand together, and where; the surest place of several."""
    first, *others = phrase.stems
    reach = len(phrase.stems) + GAP
    best: tuple[float, frozenset[int]] | None = None
    for position, surely in places[first]:
        near = [min(places[each], key=lambda one: abs(one[0] - position)) for each in others]
        if any(abs(place - position) >= reach for place, _ in near):
            continue
        strength = min([surely, *(each for _, each in near)])
        if best is None or strength > best[0]:
            best = strength, frozenset({position, *(place for place, _ in near)})
    # A word of many meanings inside a compound is another word.
    return None if best and phrase.ambiguous and best[0] < 1 else best
