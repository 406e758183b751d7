"""Does the model help on this collection? Found without a hand-made question.

Lexical leg, dense leg and their fusion answer the questions of `known_items`; what that measures
favours words that are the same (see there), so a model that gains here gains more with people.
The legs are measured before re-ranking and without contexts: the figures compare, and are no
promise. Only open passages are asked, so that closed text changes no open ranking.

A model is used where it gains `GAIN` and the gain is no chance: twice its standard error above
nothing. all-MiniLM on Danish is what must not pass.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import inf, log2, sqrt
from pathlib import Path
from statistics import fmean, stdev

from index.analysis import Analyzer, Lengths
from index.embed import Embedder
from index.filters import EVERYTHING, Filters
from index.fusion import fused
from index.known_items import Question, Quiz, quiz
from index.passage import Passage
from index.store import Vectors, engine

WEIGHTS = tuple(step / 10 for step in range(11))  # 0 is the lexical leg alone, 1 the dense one
EVEN = 0.5
UNJUDGED = 0.2  # where there are too few questions to tell; no model has done much harm with it
FEWEST = 40  # questions
GAIN = 0.01  # nDCG@10
ERRORS = 2  # standard errors
DEPTH = 10
CANDIDATES = 200
BATCH = 64
EVERYONE = Filters(visibility=EVERYTHING)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over the questions."""

    ndcg: float
    mrr: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a model did on a collection; `measured` is for each of `WEIGHTS`.

    `weight` is the dense leg's share in the fusion, 0 where the model is not used.
    """

    model: str
    questions: int
    measured: tuple[Measured, ...]
    weight: float

    @property
    def judged(self) -> bool:
        """Whether there were questions enough to tell."""
        return self.questions >= FEWEST

    @property
    def lexical(self) -> Measured:
        """The words alone."""
        return self.measured[0]

    @property
    def dense(self) -> Measured:
        """The model alone."""
        return self.measured[-1]

    @property
    def chosen(self) -> Measured:
        """Both legs with the weight in use."""
        return self.measured[WEIGHTS.index(self.weight)]

    @property
    def even(self) -> Measured:
        """Both legs, counting for the same."""
        return self.measured[WEIGHTS.index(EVEN)]

    @property
    def told(self) -> str:
        """What to tell who runs the index, in a sentence."""
        before, with_it = self.lexical.ndcg, self.chosen.ndcg
        if not self.judged:
            return (
                f"the collection asks only {self.questions} questions, too few to tell whether the "
                f"model {self.model} helps; it is used with weight {self.weight}"
            )
        if self.weight:
            return (
                f"the model {self.model} makes results better: {before:.2f} → {with_it:.2f} "
                f"(nDCG@10); it is used with weight {self.weight}"
            )
        does = "makes results worse" if self.even.ndcg < before else "adds too little"
        return (
            f"the model {self.model} {does}: {before:.2f} → {self.even.ndcg:.2f} (nDCG@10, "
            "where it counts as much as the words); it is not used"
        )


@dataclass(frozen=True, slots=True)
class Words:
    """The lexical leg that a model must better: the terms of a passage, and those of a question."""

    passage: Callable[[Passage], dict[int, float]]
    question: Callable[[str], dict[int, float]]


def plain(analyzer: Analyzer, passages: Sequence[Passage]) -> Words:
    """The lexical leg without a fagordbog."""
    lengths = [analyzer.lengths(passage.text, "") for passage in passages]
    mean = Lengths(
        _mean([each.words for each in lengths]) or 1.0,
        _mean([each.grams for each in lengths]) or 1.0,
    )
    return Words(lambda p: analyzer.document(p.text, p.context, mean), analyzer.query)


def checked(
    passages: Sequence[Passage], leg: Words, embedder: Embedder, progress: Progress
) -> Verdict:
    """How `embedder` does on `passages`, which should be open; raises `ModelUnusable`."""
    asked = quiz(passages)
    # For each question what each weight gives.
    gained, first = [], []
    for question, rankings in _ranked(asked, leg, embedder, progress):
        gained.append([ndcg(ranking, question.answers) for ranking in rankings])
        first.append([rr(ranking, question.answers) for ranking in rankings])
    measured = tuple(
        Measured(round(_mean(each), 4), round(_mean(other), 4))
        for each, other in zip(_columns(gained), _columns(first), strict=True)
    )
    return Verdict(embedder.name, len(gained), measured, _weight(gained))


def _weight(gained: Sequence[Sequence[float]]) -> float:
    """The best weight, 0 where what it gains is too little or may be chance."""
    if len(gained) < FEWEST:
        return UNJUDGED
    means = [_mean(each) for each in _columns(gained)]
    best = means.index(max(means))
    gains = [each[best] - each[0] for each in gained]
    chance = ERRORS * stdev(gains) / sqrt(len(gains))
    return WEIGHTS[best] if _mean(gains) >= max(GAIN, chance) else 0.0


def _ranked(
    asked: Quiz, leg: Words, embedder: Embedder, progress: Progress
) -> Iterator[tuple[Question, list[list[int]]]]:
    """Each question with the ids that the fusion finds, a ranking for each of `WEIGHTS`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pool"
        kept = engine(None, path)
        kept.writing("")(path, _points(asked, leg, embedder, progress), embedder.dimension)
        with closing(kept.open(path)) as pool:
            for question in asked.questions:
                lexical = pool.lexical(leg.question(question.text), EVERYONE, CANDIDATES)
                vector = embedder.embed_query(question.text)
                dense = pool.dense(vector, EVERYONE, CANDIDATES)
                both = ([hit.passage.id for hit in fused(lexical, dense, w)] for w in WEIGHTS)
                yield question, [ids[:DEPTH] for ids in both]


def _points(
    asked: Quiz, leg: Words, embedder: Embedder, progress: Progress
) -> Iterator[tuple[Passage, Vectors]]:
    """The passages of the pool with what they are found by."""
    pool = asked.pool
    for start in range(0, len(pool), BATCH):
        batch = pool[start : start + BATCH]
        dense = embedder.embed_passages([passage.text for passage in batch])
        for passage, vector in zip(batch, dense, strict=True):
            yield passage, Vectors(leg.passage(passage), vector)
        progress("checking the model", start + len(batch), len(pool))


def ndcg(ranking: Sequence[int], answers: frozenset[int]) -> float:
    """nDCG@10 of ids (Järvelin and Kekäläinen 2002); an answer is one or is none."""
    gains = [1 / log2(place + 1) for place in range(1, DEPTH + 1)]
    found = sum(gain for gain, id_ in zip(gains, ranking, strict=False) if id_ in answers)
    return found / sum(gains[: len(answers)])


def rr(ranking: Sequence[int], answers: frozenset[int]) -> float:
    """One by the place of the first answer among the first ten, 0 where there is none."""
    places = (n for n, id_ in enumerate(ranking[:DEPTH], 1) if id_ in answers)
    return 1 / next(places, inf)


def _columns(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    return [[row[number] for row in rows] for number in range(len(WEIGHTS))]


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0
