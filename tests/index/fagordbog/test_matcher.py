"""Which concepts a text names."""

from collections import Counter

import pytest

from index.compounds import Splitter
from index.fagordbog import Concept, Kind, Label
from index.fagordbog.matcher import GAP, OF_PART, Matcher
from index.fagordbog.phrases import phrases

CONCEPTS = [
    Concept("takst", (Label("pris pr. plads", Kind.EVERYDAY),)),
    Concept("tilsyn", (Label("se efter", Kind.EVERYDAY, ambiguous=True),)),
    Concept("regning", (Label("nota", Kind.EVERYDAY, ambiguous=True),)),
]
SPLITTER = Splitter(Counter({"takst": 9, "tabel": 9, "nota": 9, "blok": 9}))


@pytest.fixture
def matcher() -> Matcher:
    under = phrases(CONCEPTS, Splitter(Counter()))
    return Matcher(lambda stem: under.get(stem, ()), SPLITTER)


def test_any_form_of_a_word_names_its_concept(matcher: Matcher) -> None:
    [named] = matcher.named("Hvad er taksterne?")

    assert CONCEPTS[named.phrase.concept].term == "takst"
    assert named.strength == 1.0


def test_the_words_of_a_phrase_may_stand_near_each_other(matcher: Matcher) -> None:
    [named] = matcher.named("prisen pr. ledig plads")

    assert named.phrase.text == "pris pr. plads"


def test_words_that_stand_far_apart_are_no_phrase(matcher: Matcher) -> None:
    between = "ord " * (GAP + 3)

    assert matcher.named(f"se {between} efter") == []


def test_a_part_of_a_compound_names_its_concept_less_surely(matcher: Matcher) -> None:
    [named] = matcher.named("taksttabel")

    assert named.strength == OF_PART


def test_an_ambiguous_word_inside_a_compound_names_nothing(matcher: Matcher) -> None:
    assert matcher.named("notablok") == []
    assert len(matcher.named("nota")) == 1


def test_places_are_those_of_the_words(matcher: Matcher) -> None:
    [named] = matcher.among(["gammel", "takst"])

    assert named.at == {1}


def test_a_text_without_words_names_nothing(matcher: Matcher) -> None:
    assert matcher.named("") == []


def test_a_matcher_of_some_concepts_finds_those_alone(matcher: Matcher) -> None:
    text = "takster og nota"

    assert {named.phrase.concept for named in matcher.named(text)} == {0, 2}
    assert {named.phrase.concept for named in matcher.only(frozenset({0})).named(text)} == {0}
