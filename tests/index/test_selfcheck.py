"""Whether a model helps is found on the collection itself."""

import random
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from index import Passage, words
from index.analysis import Analyzer
from index.compounds import Splitter
from index.embed import Embedder
from index.selfcheck import FEWEST, UNJUDGED, WEIGHTS, Verdict, checked, ndcg, plain, rr
from index.split import passages
from ingest import Document

ITEMS = 60


@dataclass(frozen=True)
class Knowing:
    """An embedder that knows which words mean the same: those that end in the same two letters."""

    name: str = "knowing"
    dimension: int = 32

    def embed_query(self, text: str) -> Sequence[float]:
        marks = [word.strip(".")[-2:] for word in text.lower().split()]
        made = random.Random(zlib.crc32(Counter(marks).most_common(1)[0][0].encode()))
        return [made.gauss(0, 1) for _ in range(self.dimension)]

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        return [self.embed_query(text) for text in texts]


@dataclass(frozen=True)
class Guessing:
    """An embedder whose vectors have nothing to do with the text."""

    name: str = "guessing"
    dimension: int = 32

    def embed_query(self, text: str) -> Sequence[float]:
        made = random.Random(zlib.crc32(text.encode()))
        return [made.gauss(0, 1) for _ in range(self.dimension)]

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        return [self.embed_query(text) for text in texts]


def verdict_on(found: Sequence[Passage], embedder: Embedder) -> Verdict:
    splitter = Splitter(Counter(word for passage in found for word in words(passage.text)))
    return checked(found, plain(Analyzer(splitter), found), embedder, lambda *_: None)


@pytest.fixture
def otherwise(passage: Callable[..., Passage]) -> list[Passage]:
    """Items whose texts use other words than their titles."""

    def item(number: int) -> Passage:
        mark = f"{chr(97 + number // 26)}{chr(97 + number % 26)}"
        title = f"Ydelse{mark} aftale{mark} ledelse{mark}"
        text = f"Pris{mark} kontrakt{mark} direktør{mark}."
        return passage(number + 1, text, document=f"d{number}", item_title=title)

    return [item(number) for number in range(ITEMS)]


@pytest.fixture(scope="module")
def of_sample(sample: list[Document]) -> list[Passage]:
    return [passage for document in sample for passage in passages(document)]


def test_a_model_that_knows_what_words_mean_is_used(otherwise: list[Passage]) -> None:
    verdict = verdict_on(otherwise, Knowing())

    assert verdict.questions == ITEMS
    assert verdict.dense.ndcg > 0.9 > 0.5 > verdict.lexical.ndcg
    assert verdict.weight > 0
    assert verdict.chosen.ndcg > 0.9
    assert "makes results better" in verdict.told


def test_a_model_that_guesses_is_not_used(of_sample: list[Passage]) -> None:
    verdict = verdict_on(_numbered(of_sample), Guessing())

    assert verdict.weight == 0
    assert verdict.chosen == verdict.lexical
    assert verdict.told.startswith("the model guessing makes results worse: ")
    assert verdict.told.endswith("it is not used")


def test_too_few_questions_tell_nothing(otherwise: list[Passage]) -> None:
    verdict = verdict_on(otherwise[: FEWEST - 1], Guessing())

    assert (verdict.judged, verdict.weight) == (False, UNJUDGED)
    assert "too few to tell" in verdict.told


def test_an_empty_collection_has_a_verdict() -> None:
    assert verdict_on([], Guessing()).questions == 0


def test_there_is_a_figure_for_every_weight(otherwise: list[Passage]) -> None:
    assert len(verdict_on(otherwise[:5], Knowing()).measured) == len(WEIGHTS)


@pytest.mark.parametrize(
    ("ranking", "answers", "gain", "place"),
    [
        ([1, 2, 3], {1}, 1.0, 1.0),
        ([1, 2, 3], {3}, 0.5, 1 / 3),
        ([1, 2, 3], {4}, 0.0, 0.0),
        ([1, 2, 3], {1, 3}, 0.9197, 1.0),
        ([], {1}, 0.0, 0.0),
        (list(range(20)), {15}, 0.0, 0.0),
    ],
)
def test_measures_are_those_of_the_field(
    ranking: list[int], answers: set[int], gain: float, place: float
) -> None:
    assert ndcg(ranking, frozenset(answers)) == pytest.approx(gain, abs=1e-4)
    assert rr(ranking, frozenset(answers)) == pytest.approx(place)


def _numbered(found: Sequence[Passage]) -> list[Passage]:
    return [replace(passage, id=number) for number, passage in enumerate(found, 1)]
