"""Checks of questions that the documents are said not to answer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from eval.sets.collection import Collection, Sentence, sentences_of
from eval.sets.finding import Finding
from eval.sets.item import Item
from eval.sets.quoted import cut
from index import words

YEAR = re.compile(r"(?:19|20)\d\d")
ENOUGH = 0.8  # of the weight of a question's words
OWN = 0.4  # of the weight of a question's words, in the sentence and not above it
FEWEST = 2  # words of a question; one alone is no more than its subject


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the documents, and the stems of its words and of all that stands above it."""

    sentence: Sentence
    own: frozenset[str]
    all: frozenset[str]


class Sentences:
    """All sentences of a collection, and what their words weigh."""

    def __init__(self, collection: Collection) -> None:
        self._all = [
            _told(sentence) for document in collection.files for sentence in sentences_of(document)
        ]
        self._having = Counter(stem for told in self._all for stem in told.own)

    def best(self, question: str) -> Sentence | None:
        """The sentence that has nearly all of a question, its rare words most, and every figure."""
        wanted = {stem: self._weight(stem) for stem in words(question)}
        figures = {stem for stem in wanted if any(sign.isdigit() for sign in stem)}
        if len(wanted) < FEWEST:
            return None
        found = [
            (sum(wanted[stem] for stem in told.own & wanted.keys()), told)
            for told in self._all
            if figures <= told.all and _of_year(told, figures) and told.own & wanted.keys()
        ]
        total = sum(wanted.values())
        fit = [
            (own, told)
            for own, told in found
            if own >= OWN * total
            and sum(wanted[stem] for stem in told.all & wanted.keys()) >= ENOUGH * total
        ]
        return max(fit, key=lambda pair: pair[0])[1].sentence if fit else None

    def _weight(self, stem: str) -> float:
        """What a word tells of where it stands; most where few sentences have it, or none."""
        return log((1 + len(self._all)) / (1 + self._having[stem]))


def _told(sentence: Sentence) -> Told:
    own = frozenset(words(sentence.text))
    return Told(sentence, own, own | frozenset(words(sentence.above)))


def _of_year(told: Told, figures: set[str]) -> bool:
    """Whether it tells of the years asked for; of a meeting in 2024 it may tell of 2023."""
    said = {stem for stem in told.own if YEAR.fullmatch(stem)}
    asked = {stem for stem in figures if YEAR.fullmatch(stem)}
    return not said or asked <= said


def sourceless(item: Item, sentences: Sentences) -> Iterator[Finding]:
    """A sentence that has nearly all of a question that nothing should answer."""
    if not item.answerable and (found := sentences.best(item.question)):
        says = f"the documents may answer it: {found.document} says “{cut(found.text)}”"
        yield Finding(item.id, f"{says}; make it answerable if that is an answer", doubt=True)
