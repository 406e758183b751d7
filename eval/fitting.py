"""Fits the weights by which pieces of text are chosen for an answer.

    python -m eval.fitting HOME QUESTIONS.jsonl [QUESTIONS.jsonl ...]

The questions have the format of the sample's, with gold quotes from the documents in HOME. What is
fitted is a conditional logit: of all pieces found for a question, those that the quotes cover
should have most of the probability (McFadden, "Conditional logit analysis of qualitative choice
behavior", 1974). A ridge keeps the weights small. Prints the table for `service/weighing.py`, and
how often the best piece is a right one, in folds that were not fitted to.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.measures.quotes import letters, share
from eval.questions import questions
from eval.sets import Item
from index import Filters, Index, Snapshot
from service.pool import pool
from service.question import understood
from service.units import sections
from service.weighing import signs
from service.work import RANKED

RIDGE = 8.0
STEPS, RATE = 400, 0.5
FOLDS, SEED = 10, 1
COVERED = 0.25  # of a gold quote that makes a piece right, or
INSIDE = 0.6  # of the piece, where it is part of one
LEAST = 20  # letters of a piece that is part of one
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question's pieces: their signs by name, and which are right."""

    signs: Sequence[dict[str, float]]
    right: Sequence[bool]


def main(home: str, *files: str) -> None:
    """Fit on the questions of all files and print what was found."""
    with Index(Path(home)).snapshot() as state:
        read = [example(state, each) for file in files for each in questions(Path(file))]
    known = [each for each in read if any(each.right)]
    names = sorted({name for each in known for its in each.signs for name in its})
    given = [_numbers(each, names) for each in known]
    rights = [np.array(each.right, dtype=float) for each in known]
    spread = np.vstack(given).std(axis=0) + 1e-6
    scaled = [signs / spread for signs in given]
    print(f"{len(read)} questions, {len(known)} with a right piece among those found")
    print(f"best piece right in other folds: {_folds(scaled, rights):.3f}")
    for name, weight in zip(names, fitted(scaled, rights) / spread, strict=True):
        print(f'    "{name}": {weight:.2f},')


def example(state: Snapshot, question: Item) -> Example:
    """The pieces an answer to `question` is chosen from, and which its gold quotes cover."""
    asked = understood(question.question)
    hits = state.search(asked.text, Filters(), RANKED)
    close = state.closeness(asked.text, hits, Filters())
    golds = [one.quote for one in question.references]
    found: list[dict[str, float]] = []
    right: list[bool] = []
    for section in sections(pool(state, hits, Filters())):
        if section.first.ref.struck == asked.deleted:
            found += signs(asked, section, hits, close)
            texts = [section.text[unit.start : unit.end] for unit in section.units]
            right += [any(_covers(text, gold) for gold in golds) for text in texts]
    return Example(found, right)


def _covers(text: str, gold: str) -> bool:
    said = letters(text)
    inside = len(said) > LEAST and share(letters(gold), text) >= INSIDE
    return inside or share(said, gold) >= COVERED


def _numbers(example: Example, names: Sequence[str]) -> Numbers:
    return np.array([[its.get(name, 0.0) for name in names] for its in example.signs])


def _folds(signs: Sequence[Numbers], rights: Sequence[Numbers]) -> float:
    """How often the best piece is a right one, each question left out of what it is judged by."""
    order = np.random.default_rng(SEED).permutation(len(signs))
    hits = 0
    for fold in range(FOLDS):
        outside = [number for number in order if number not in order[fold::FOLDS]]
        weights = fitted([signs[n] for n in outside], [rights[n] for n in outside])
        hits += sum(bool(rights[n][np.argmax(signs[n] @ weights)]) for n in order[fold::FOLDS])
    return hits / len(signs)


def fitted(signs: Sequence[Numbers], rights: Sequence[Numbers]) -> Numbers:
    """The weights that give the right pieces most of the probability, by Nesterov's gradient."""
    weights = np.zeros(signs[0].shape[1])
    before, pace = weights, RATE / len(signs)
    for step in range(STEPS):
        ahead = weights + step / (step + 3) * (weights - before)
        slope = 2 * RIDGE * ahead
        for its, right in zip(signs, rights, strict=True):
            worth = np.exp((worths := its @ ahead) - worths.max())
            chance = worth / worth.sum()
            slope -= its.T @ (chance * right / (chance @ right + 1e-12) - chance)
        before, weights = weights, ahead - pace * slope
    return weights


if __name__ == "__main__":
    main(*sys.argv[1:])
