"""Texts as the concepts they name."""

from collections import Counter

import pytest

from index.compounds import Splitter
from index.concepts import AMBIGUOUS_ASKED, AMBIGUOUS_WRITTEN, ASKED, asked, with_linked, written
from index.fagordbog import Concept, Kind, Label
from index.fagordbog.matcher import Matcher
from index.fagordbog.phrases import phrases

TAKST, TILSYN = 0, 1
CONCEPTS = [
    Concept(
        "takst",
        (
            Label("plejepris", Kind.EVERYDAY),
            Label("gebyr", Kind.PROFESSIONAL, ambiguous=True),
            Label("rate", Kind.ENGLISH),
        ),
    ),
    Concept("tilsyn"),
]


@pytest.fixture
def matcher() -> Matcher:
    under = phrases(CONCEPTS, Splitter(Counter()))
    return Matcher(lambda stem: under.get(stem, ()), Splitter(Counter()))


def test_a_professional_word_names_its_concept_for_certain(matcher: Matcher) -> None:
    assert written(matcher, "Taksterne stiger") == {TAKST: 1.0}
    assert asked(matcher.named("Hvad er taksten?"), english=False) == {TAKST: 1.0}


def test_an_everyday_word_counts_for_less_most_of_all_in_a_passage(matcher: Matcher) -> None:
    in_question = asked(matcher.named("plejepris"), english=False)
    in_passage = written(matcher, "plejepris")

    assert 1 > in_question[TAKST] > in_passage[TAKST] > 0


def test_a_word_of_many_meanings_counts_for_less(matcher: Matcher) -> None:
    assert asked(matcher.named("gebyr"), english=False) == {TAKST: AMBIGUOUS_ASKED}
    assert written(matcher, "gebyr") == {TAKST: AMBIGUOUS_WRITTEN}


def test_english_words_count_in_english_questions_alone(matcher: Matcher) -> None:
    found = matcher.named("rate")

    assert asked(found, english=True) == {TAKST: ASKED[Kind.ENGLISH]}
    assert asked(found, english=False) == {}
    assert written(matcher, "rate") == {}


def test_a_concept_with_many_words_counts_once_by_the_surest(matcher: Matcher) -> None:
    assert written(matcher, "plejepris, gebyr eller takst; takst og tilsyn") == {
        TAKST: 1.0,
        TILSYN: 1.0,
    }


def test_a_text_without_words_names_nothing(matcher: Matcher) -> None:
    assert written(matcher, "") == {}
    assert asked([], english=True) == {}


def test_linked_concepts_count_by_the_share_of_their_link() -> None:
    links = {1: {2: 0.5, 3: 0.1}, 4: {3: 0.4}}

    found = with_linked({1: 0.8, 4: 1.0}, lambda number: links[number], 0.5)

    assert found == pytest.approx({1: 0.8, 4: 1.0, 2: 0.2, 3: 0.2})


def test_a_link_never_lowers_what_was_named() -> None:
    assert with_linked({1: 1.0, 2: 0.9}, lambda _: {2: 0.5}, 1.0) == {1: 1.0, 2: 0.9}


def test_without_a_share_nothing_is_linked() -> None:
    assert with_linked({1: 1.0}, lambda _: {2: 1.0}, 0.0) == {1: 1.0}
