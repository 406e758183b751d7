"""How close texts are to a question: by rare words, by concepts, and by meaning."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import OPEN_ONLY, Closeness, Filters, Index, Passage
from index.passage import Hit
from index.weights import STANDARD

QUESTION = "Hvad blev besluttet om Fyrtårnet?"


@pytest.fixture
def close(index: Index) -> Callable[..., Closeness]:
    """Closeness to a question that the sample's passages were found for."""

    def made(question: str, hits: list[Hit] | None = None) -> Closeness:
        with index.snapshot() as state:
            found = state.search(question, Filters(), 20) if hits is None else hits
            return state.closeness(question, found, Filters())

    return made


Close = Callable[..., Closeness]


def test_words_are_a_share_of_the_questions(close: Close) -> None:
    measure = close("Hvad koster belægningen på Fyrtårnet?")

    assert measure.words("Solen skinner.") == 0
    assert 0 < measure.words("Fyrtårnet ligger ved kysten.") < 1
    assert measure.words("Belægningen på Fyrtårnet koster.") == pytest.approx(1)


def test_a_word_is_known_in_its_forms(close: Close) -> None:
    measure = close("Hvad er takster?")

    assert measure.words("Taksten stiger.") == measure.words("takster") == 1


def test_texts_count_together_and_a_word_once(close: Close) -> None:
    measure = close("belægning Fyrtårnet")

    assert measure.words("Fyrtårnet", "Belægning") == pytest.approx(1)
    assert measure.words("Fyrtårnet", "Fyrtårnet") == measure.words("Fyrtårnet")


def test_a_word_that_few_hits_have_tells_more(
    close: Close, passage: Callable[..., Passage]
) -> None:
    texts = ["takst i juni"] * 8 + ["takst og lånegaranti"]
    hits = [Hit(passage(n, text), 1.0, ()) for n, text in enumerate(texts, 1)]

    measure = close("takst lånegaranti", hits)

    assert measure.words("lånegaranti") > 2 * measure.words("takst")


def test_a_question_without_telling_words_is_close_to_nothing(close: Close) -> None:
    measure = close("hvad er det?")

    assert (measure.words("hvad er det?"), measure.concepts("hvad er det?")) == (0, 0)


def test_concepts_are_found_under_other_words(close: Close) -> None:
    measure = close("Hvad er TKO?")

    assert measure.words("Tværkommunal Koordinering hjælper.") < 1
    assert measure.concepts("Tværkommunal Koordinering hjælper.") > 0
    assert measure.concepts("Solen skinner.") == 0


def test_a_concept_named_twice_is_named_once(close: Close) -> None:
    measure = close("Hvad er TKO?")

    assert measure.concepts("TKO", "TKO") == measure.concepts("TKO") <= 1


def test_meaning_tells_what_shares_no_word(close: Close) -> None:
    measure = close("Hvad koster det at bo der?")

    about, beside = measure.meaning(["Prisen for en plads på botilbuddet.", "Solen skinner i dag."])

    assert about > beside
    assert -1 <= beside <= about <= 1


def test_the_same_text_is_as_near_in_any_company(close: Close) -> None:
    measure = close(QUESTION)
    texts = ["Fyrtårnet omlægges.", "Solen skinner.", "Fyrtårnet omlægges."]

    near = measure.meaning(texts)

    assert near[0] == near[2] == measure.meaning(texts[:1])[0]
    assert measure.meaning([]) == []


def test_without_a_model_all_are_as_near(home: Path) -> None:
    with (
        closing(Index(home, weights=replace(STANDARD, meaning=0.0))) as index,
        index.snapshot() as state,
    ):
        measure = state.closeness(QUESTION, [], Filters())

        assert measure.meaning(["Fyrtårnet.", "Solen."]) == [0.0, 0.0]


def test_a_text_is_read_the_same_each_time(close: Close) -> None:
    measure = close(QUESTION)

    first = [measure.words("Fyrtårnet omlægges."), measure.concepts("Fyrtårnet omlægges.")]

    assert [measure.words("Fyrtårnet omlægges."), measure.concepts("Fyrtårnet omlægges.")] == first


def test_who_may_not_see_closed_text_is_not_helped_by_its_words(index: Index) -> None:
    with index.snapshot() as state:
        open_only = Filters(visibility=OPEN_ONLY)
        hits = state.search("køb af ejendom", open_only, 20)
        read = state.closeness("køb af ejendom", hits, open_only)

    assert {hit.passage.ref.visibility for hit in hits} <= OPEN_ONLY
    assert 0 <= read.words("køb af ejendom") <= 1
