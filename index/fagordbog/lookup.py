"""Which concepts a word stands for, and by which of their words: for editors."""

from collections import Counter
from collections.abc import Sequence

from index.compounds import Splitter
from index.fagordbog.book import Book
from index.fagordbog.concept import Concept
from index.fagordbog.matcher import Matcher, Named
from index.fagordbog.phrases import phrases


def standing_for(book: Book, text: str) -> list[tuple[Concept, Named]]:
    """The concepts that `text` names, the surest first, each by the surest of its words.

    Search finds the same and more: it also takes compounds apart, with a collection's own words.
    """
    concepts = list(book.concepts.values())
    unsplit = Splitter(Counter())
    under = phrases(concepts, unsplit)
    named = Matcher(lambda stem: under.get(stem, ()), unsplit).named(text)
    return [(concepts[each.phrase.concept], each) for each in _surest(named)]


def _surest(named: Sequence[Named]) -> list[Named]:
    found: dict[int, Named] = {}
    for each in sorted(named, key=_order):
        found.setdefault(each.phrase.concept, each)
    return list(found.values())


def _order(named: Named) -> tuple[bool, float, int]:
    return named.phrase.ambiguous, -named.strength, named.phrase.concept
