"""The fagordbog as material: its concepts in English, and the Danish words for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.fagordbog.book import files, load
from index.fagordbog.concept import Concept, Kind
from index.tokens import words

MOST_ENGLISH = 4  # further English labels of a concept say little more
SURE, DOUBTFUL = 1.0, 0.6  # how often a word of one meaning and of several is learnt


@dataclass(frozen=True, slots=True)
class Label:
    """A Danish label, the number of its concept, and the share of the epochs it is learnt in."""

    text: str
    concept: int
    share: float


def concepts(most: int | None = None) -> list[Concept]:
    """The concepts that have an English label: only those can a teacher of English tell."""
    found = [concept for concept in load(files()).concepts.values() if english(concept)]
    return found[:most]


def english(concept: Concept) -> list[str]:
    """The English labels of a concept, the best first."""
    found = [label.text for label in concept.labels if label.kind is Kind.ENGLISH]
    return found[:MOST_ENGLISH]


def labels(found: Sequence[Concept]) -> list[Label]:
    """The Danish labels of all concepts that have a word that tells."""
    return [
        Label(label.text, number, DOUBTFUL if label.ambiguous else SURE)
        for number, concept in enumerate(found)
        for label in (concept.preferred, *concept.labels)
        if label.kind is not Kind.ENGLISH and words(label.text)
    ]
