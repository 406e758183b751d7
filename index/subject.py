"""Whether a text names what somebody asks about: by its stems, compounds' parts and concepts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.analysis import Analyzer
from index.asked import Asker
from index.closeness import Terms
from index.concepts import asked
from index.describe import concept_term
from index.english import translations
from index.fagordbog.matcher import Matcher, Named
from index.sentences import sentences
from index.tokens import phrasing, stem, telling, tokens

SURE = 0.5  # how surely a concept must be named; a word that is only part of a compound reaches it
BEGINNING = 6  # letters of a word that a longer one begins with: autisme, autismespektrum
MOST = 0.7  # share of the words that a text must have; of two it needs both


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: for each of its words the terms that any of them stands for it.

    `stems` are the words' own; a longer word that begins with one is about the same. `analyzer`
    takes words apart, `read` reads texts, `matcher` finds the `concepts` alone. `lacking` are texts
    known to name it not.
    """

    words: tuple[frozenset[str], ...]
    stems: tuple[str, ...]
    analyzer: Analyzer
    read: Callable[[str], Terms]
    matcher: Matcher | None
    concepts: frozenset[int]
    lacking: frozenset[str] = frozenset()

    def may_be_named_by(self, stem: str) -> bool:
        """Whether there may be texts that name it by this stem; one without any names it not."""
        return (
            any(stem in terms for terms in self.words)
            or any(_begins(own, (stem,)) for own in self.stems)
            or (self.matcher is not None and self.matcher.looks_for(stem))
        )

    def named_in(self, text: str) -> bool:
        """Whether `text` has the subject's words, or others for them."""
        if text in self.lacking:
            return False
        found = self._terms(text)
        met = sum(
            not found.isdisjoint(terms) or _begins(stem, found)
            for terms, stem in zip(self.words, self.stems, strict=True)
        )
        return bool(self.words) and met / len(self.words) >= MOST

    def sentences_naming(self, text: str) -> int:
        """How many sentences of `text` name it."""
        if not self.named_in(text):
            return 0
        return sum(self.named_in(text[start:end]) for start, end in sentences(text))

    def _terms(self, text: str) -> frozenset[str]:
        read = self.read(text)
        named = (number for number in self.concepts if read.concepts.get(number, 0) >= SURE)
        return read.words.union(map(concept_term, named))


def _begins(stem: str, found: Iterable[str]) -> bool:
    return len(stem) >= BEGINNING and any(term.startswith(stem) for term in found)


def subject(
    text: str, asker: Asker, read: Callable[[str], Terms], *, english: bool = False
) -> Subject:
    """The subject that the words `text` name to `asker`; English words are ones where said so."""
    given = phrasing(text)
    named = asker.matcher.among(given)
    sure = {number for number, weight in asked(named, english=english).items() if weight >= SURE}
    whole = [one for one in named if one.phrase.concept in sure and one.strength >= 1]
    telling_words = tuple(dict.fromkeys(telling(text)))
    words = tuple(
        frozenset(
            {
                *_stems(word, asker, english=english),
                *(concept_term(one.phrase.concept) for one in whole if _is_at(word, given, one)),
            }
        )
        for word in telling_words
    )
    numbers = frozenset(one.phrase.concept for one in whole)
    matcher = asker.matcher.only(numbers) if numbers else None
    return Subject(words, tuple(map(stem, telling_words)), asker.analyzer, read, matcher, numbers)


def _is_at(word: str, given: Sequence[str], named: Named) -> bool:
    return any(given[place] == word for place in named.at)


def _stems(word: str, asker: Asker, *, english: bool) -> Iterator[str]:
    """The stems of a word, of what it may be misspelt for, and of Danish for an English one."""
    yield stem(word)
    if english:
        for danish in translations(word) or translations(word.removesuffix("s")):
            yield from (stem(token) for token in tokens(danish))
    elif not asker.spelling.knows(word):
        yield from asker.spelling.meant([word])
