"""A passage as what it is found by."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from index import Passage
from index.analysis import Analyzer, Lengths, index_of
from index.compounds import Splitter
from index.describe import Describer, concept_term
from index.fagordbog import Concept, Kind, Label
from index.fagordbog.matcher import Matcher
from index.fagordbog.phrases import phrases
from index.statutes import Statutes
from index.weights import STANDARD, Weights

PLAIN = replace(STANDARD, concept=0.0, statute=0.0)
CONCEPTS = [Concept("takst", (Label("plejepris", Kind.EVERYDAY),)), Concept("tilsyn")]
TAKST, TILSYN = (index_of(concept_term(number)) for number in range(2))
PLACE = index_of("§107=serviceloven")
MEAN = Lengths(10, 50)


@pytest.fixture
def describer() -> Callable[..., Describer]:
    def made(weights: Weights = STANDARD) -> Describer:
        under, splitter = phrases(CONCEPTS, Splitter(Counter())), Splitter(Counter())
        matcher = Matcher(lambda stem: under.get(stem, ()), splitter)
        statutes = Statutes({"serviceloven": "serviceloven"})
        return Describer(Analyzer(splitter, weights), matcher, statutes, MEAN, weights)

    return made


@pytest.fixture
def about(passage: Callable[..., Passage]) -> Callable[..., Passage]:
    """A passage with a text, and what surrounds it."""
    return lambda text, context="": replace(passage(1, text), context=context)


def test_a_passage_is_found_by_its_words_concepts_and_laws(
    describer: Callable[..., Describer], about: Callable[..., Passage]
) -> None:
    vector = describer().vector(about("Taksten efter servicelovens § 107"))

    assert {index_of("takst"), TAKST, PLACE} <= vector.keys()
    assert TILSYN not in vector
    assert (vector[TAKST], vector[PLACE]) == (1.0, 1.0)


def test_what_surrounds_a_passage_counts_for_its_share(
    describer: Callable[..., Describer], about: Callable[..., Passage]
) -> None:
    vector = describer().vector(about("Punktet udsættes", "Takst efter servicelovens § 107"))

    assert (vector[TAKST], vector[PLACE]) == (STANDARD.context, STANDARD.context)


def test_the_text_counts_where_its_surroundings_say_the_same(
    describer: Callable[..., Describer], about: Callable[..., Passage]
) -> None:
    surer_inside = describer().vector(about("takst", "plejepris"))
    surer_around = describer(replace(STANDARD, context=0.9)).vector(about("plejepris", "takst"))

    assert surer_inside[TAKST] == 1.0
    assert surer_around[TAKST] == 0.9


def test_parts_that_are_switched_off_are_not_there(
    describer: Callable[..., Describer], about: Callable[..., Passage]
) -> None:
    found = about("Taksten efter servicelovens § 107", "Tilsyn")

    vector = describer(PLAIN).vector(found)

    assert vector == describer(PLAIN).analyzer.document(found.text, found.context, MEAN)
    assert not vector.keys() & {TAKST, TILSYN, PLACE}


@pytest.mark.parametrize("text", ["", "😀", "§", "\x00\ud800", "og der var det"])
def test_a_passage_that_tells_nothing_has_an_empty_vector(
    describer: Callable[..., Describer], about: Callable[..., Passage], text: str
) -> None:
    assert describer().vector(about(text, text)) == {}
