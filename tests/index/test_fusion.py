"""Two rankings become one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from index import Hit, Passage
from index.asked import Asked
from index.fusion import CANDIDATES, FEW, MANY, added, fused, nearness_weight
from index.store import Scored
from index.weights import STANDARD

Ranking = Callable[..., list[Scored]]
EVEN = replace(STANDARD, meaning=10.0, meaning_least=10.0)
ASKED = Asked("", {}, {1: 1.0, 2: 1.0})  # a question of weight 2


@pytest.fixture
def ranking(passage: Callable[..., Passage]) -> Ranking:
    """Passages by their numbers, with scores."""

    def made(**scores: float) -> list[Scored]:
        return [Scored(passage(int(name[1:]), name), score) for name, score in scores.items()]

    return made


def ids(hits: list[Hit]) -> list[int]:
    return [hit.passage.id for hit in hits]


def test_scores_are_brought_to_the_same_scale_and_added(ranking: Ranking) -> None:
    hits = fused(ranking(p1=30.0, p2=20.0, p3=10.0), ranking(p2=0.9, p4=0.5, p3=0.4), 0.25)

    assert [(hit.passage.id, round(hit.score, 3), hit.why) for hit in hits] == [
        (1, 0.75, ("lexical",)),
        (2, 0.625, ("lexical", "dense")),
        (4, 0.05, ("dense",)),
        (3, 0.0, ("lexical", "dense")),
    ]


@pytest.mark.parametrize(("weight", "first"), [(0.0, 1), (1.0, 2)])
def test_at_the_ends_one_leg_ranks_alone(ranking: Ranking, weight: float, first: int) -> None:
    hits = fused(ranking(p1=2.0, p2=1.0), ranking(p2=0.2, p1=0.1), weight)

    assert ids(hits)[0] == first


def test_a_leg_that_found_nothing_changes_no_order(ranking: Ranking) -> None:
    assert ids(fused(ranking(p3=3.0, p1=2.0, p2=1.0), [], 0.4)) == [3, 1, 2]
    assert ids(fused([], ranking(p3=3.0, p1=2.0, p2=1.0), 0.4)) == [3, 1, 2]
    assert fused([], [], 0.4) == []


def test_a_leg_that_found_one_passage_counts_it_fully(ranking: Ranking) -> None:
    (hit,) = fused(ranking(p1=0.001), [], 0.2)

    assert hit.score == pytest.approx(0.8)


def test_equal_scores_stand_in_reading_order(ranking: Ranking) -> None:
    assert ids(fused(ranking(p9=1.0, p2=1.0), ranking(p5=1.0), 0.5)) == [2, 5, 9]


def told(hits: list[Hit]) -> dict[int, tuple[float, tuple[str, ...]]]:
    return {hit.passage.id: (round(hit.score, 3), hit.why) for hit in hits}


def test_our_own_models_nearness_is_added_to_the_words_score(ranking: Ranking) -> None:
    hits = added(ranking(p1=3.0, p2=1.0), ranking(p2=0.9, p1=0.5), ASKED, EVEN)

    both = ("lexical", "dense")
    assert told(hits) == {1: (3 + 5, both), 2: (1 + 9, both)}


def test_what_a_leg_did_not_find_has_nothing_there(ranking: Ranking) -> None:
    hits = added(ranking(p1=3.0, p2=1.0), ranking(p1=0.5, p3=0.2), ASKED, EVEN)

    assert told(hits) == {
        1: (3 + 5, ("lexical", "dense")),
        2: (1, ("lexical",)),
        3: (2, ("dense",)),
    }


def test_what_is_far_away_is_no_worse_than_what_is_not_near(ranking: Ranking) -> None:
    hits = added(ranking(p1=3.0), ranking(p1=-0.7), ASKED, EVEN)

    assert told(hits)[1] == (3, ("lexical", "dense"))


def test_with_one_leg_alone_its_order_stays(ranking: Ranking) -> None:
    said, near = ranking(p3=3.0, p1=2.0, p2=1.0), ranking(p3=0.9, p1=0.5, p2=0.1)

    for hits in (added(said, [], ASKED, EVEN), added([], near, ASKED, EVEN)):
        assert sorted(told(hits), key=lambda id_: -told(hits)[id_][0]) == [3, 1, 2]
    assert added([], [], ASKED, EVEN) == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (0.0, STANDARD.meaning),
        (FEW, STANDARD.meaning),
        ((FEW + MANY) / 2, (STANDARD.meaning + STANDARD.meaning_least) / 2),
        (MANY, STANDARD.meaning_least),
        (2 * MANY, STANDARD.meaning_least),
    ],
)
def test_nearness_is_worth_less_the_more_of_the_question_was_found(
    ranking: Ranking, found: float, expected: float
) -> None:
    lexical = ranking(p1=2 * found, p2=0.0)

    assert nearness_weight(lexical, ASKED, STANDARD) == pytest.approx(expected)


def test_where_no_word_was_found_or_asked_nearness_is_worth_most(ranking: Ranking) -> None:
    assert nearness_weight([], ASKED, STANDARD) == STANDARD.meaning
    assert nearness_weight(ranking(p1=9.0), Asked("", {}, {}), STANDARD) == STANDARD.meaning


def test_beyond_a_leg_that_stopped_at_its_most_a_passage_has_what_its_worst_has(
    ranking: Ranking,
) -> None:
    most = {f"p{id_}": 5.0 - id_ / 100 for id_ in range(1, CANDIDATES + 1)}

    hits = added(ranking(**most), ranking(p1=0.5, p900=0.4), ASKED, EVEN)

    assert told(hits)[900] == (round(5.0 - CANDIDATES / 100 + 4, 3), ("dense",))
