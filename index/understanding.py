"""What understands the texts and questions of one audience, put together from what was stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.analysis import Analyzer
from index.asked import Asker
from index.compounds import Splitter
from index.fagordbog.compiled import Compiled
from index.fagordbog.concept import Concept, Kind, Label
from index.fagordbog.matcher import Matcher
from index.fagordbog.phrases import Phrase, phrases
from index.generation import Statistics
from index.spelling import Spelling
from index.statutes import Statutes
from index.weights import STANDARD, Weights


class Understanding:
    """The words of a collection and of the fagordbog, and the abbreviations its documents explain.

    Those are concepts too, numbered after the book's.
    """

    def __init__(self, statistics: Statistics, book: Compiled, weights: Weights = STANDARD) -> None:
        vocabulary = Counter(statistics.vocabulary)
        self._splitter = Splitter(vocabulary + book.words())
        self._book = book
        self._first = book.count
        self._learnt = [
            Concept(long, (Label(short, Kind.ABBREVIATION),))
            for short, long in statistics.abbreviations.items()
        ]
        self._under = _numbered(self._learnt, self._splitter, self._first)
        self.analyzer = Analyzer(self._splitter, weights)
        self.matcher = Matcher(self._phrases, self._splitter)
        self.asker = Asker(
            self.analyzer,
            self._concept,
            self.matcher,
            Spelling(vocabulary, self._is_known),
            Statutes(book.laws()),
            statistics.renumbered,
            weights,
        )

    def _phrases(self, stem: str) -> Sequence[Phrase]:
        learnt = self._under.get(stem, ())
        return (*self._book.under(stem), *learnt) if learnt else self._book.under(stem)

    def _concept(self, number: int) -> tuple[str, dict[int, float]]:
        """A concept's term, and the concepts linked to it with their shares."""
        if number < self._first:
            return self._book.concept(number)
        return self._learnt[number - self._first].term, {}

    def _is_known(self, word: str) -> bool:
        """Whether a word that the collection does not use is none misspelt."""
        return bool(self._book.under(word) or self._splitter.parts(word))


def _numbered(learnt: Sequence[Concept], splitter: Splitter, first: int) -> dict[str, list[Phrase]]:
    """The phrases of what was learnt, with their numbers after the book's."""
    found = phrases(learnt, splitter)
    return {
        stem: [replace(phrase, concept=phrase.concept + first) for phrase in under]
        for stem, under in found.items()
    }
