"""What the student is taught, put together from all materials."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.training import book, glosses, materials
from eval.training.distil import Lessons
from eval.training.pairs import Pair
from eval.training.plan import Plan
from eval.training.student import DIMENSION, LONGEST, Array
from eval.training.teacher import Teacher, directions, unit
from eval.training.translate import Translator
from eval.training.vocabulary import Vocabulary, vocabulary
from index.fagordbog.concept import Concept
from index.tokens import words

Told = Callable[[str], None]
GLOSSED, IN_BOOK, IN_DEBATES = 3, 2, 4  # how often a word counts or must be met to be a part
EVERY = 4  # of the debates' passages, one is counted


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the student is taught: sentences, and labels and words; and how it first sees words."""

    vocabulary: Vocabulary
    sentences: Lessons
    others: Lessons
    first: dict[str, Array]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the materials come from, and how much of them is taken."""

    folder: Path | None
    teacher: Teacher
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Said:
    """The materials before they are targets."""

    concepts: list[Concept]
    labels: list[book.Label]
    glossed: glosses.Glosses
    sentences: list[materials.Sentence]


def learnt(pairs: Sequence[Pair], source: Source, rng: random.Random, told: Told) -> Learnt:
    """All lessons, with those in the texts and questions of `pairs`."""
    said = _said(pairs, source, rng)
    told(
        f"{len(said.sentences)} sentences, {len(said.labels)} labels of {len(said.concepts)} "
        f"concepts, {len(said.glossed)} words for the teacher"
    )
    sentences, concepts, senses = _targets(said, source.teacher)
    danish = [sentence.danish for sentence in said.sentences]
    labels = [label.text for label in said.labels]
    known = vocabulary(danish, labels, said.glossed)
    often = min(1.0, source.plan.labels / len(labels))
    units = known.units
    return Learnt(
        known,
        Lessons(
            [units.of(text, LONGEST) for text in danish],
            sentences,
            np.ones(len(danish), np.float32),
        ),
        Lessons(
            [units.of(text, LONGEST) for text in (*labels, *said.glossed)],
            np.concatenate([concepts[[label.concept for label in said.labels]], senses]),
            np.array(
                [*(often * label.share for label in said.labels), *(1 for _ in senses)], np.float32
            ),
        ),
        dict(zip(said.glossed, senses, strict=True)),
    )


def _said(pairs: Sequence[Pair], source: Source, rng: random.Random) -> _Said:
    plan = source.plan
    concepts = book.concepts(plan.concepts)
    labels = book.labels(concepts)
    glossed = glosses.read(most=plan.words)
    debates = materials.debates(source.folder)
    translator = Translator(concepts, glossed, _counts(glossed, labels, debates))
    sentences = [
        *materials.of_pairs(pairs, translator),
        *materials.of_debates(debates, translator, plan.sentences, rng),
        *materials.of_parallel(source.folder, plan.parallel, rng),
    ]
    return _Said(concepts, labels, glossed, sentences)


def _targets(said: _Said, teacher: Teacher) -> tuple[Array, Array, Array]:
    """The vectors of sentences, concepts and words, in the directions that keep most of all."""
    found = (
        teacher.vectors([sentence.english for sentence in said.sentences]),
        teacher.senses([book.english(concept) for concept in said.concepts]),
        teacher.senses(list(said.glossed.values())),
    )
    kept = directions(np.concatenate(found), DIMENSION)
    sentences, concepts, senses = (unit(vectors @ kept) for vectors in found)
    return sentences, concepts, senses


def _counts(
    glossed: glosses.Glosses, labels: Sequence[book.Label], debates: Sequence[str]
) -> Counter[str]:
    """The words that compounds may be made of."""
    counts = Counter(dict.fromkeys(glossed, GLOSSED))
    for label in labels:
        counts.update({word: IN_BOOK for word in words(label.text)})
    met = Counter(word for passage in debates[::EVERY] for word in words(passage))
    counts.update({word: n // IN_DEBATES for word, n in met.items()})
    return counts
