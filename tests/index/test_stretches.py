"""Passages that stand next to each other, as one to read."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from index import Hit, Passage
from index.stretches import JOINED, LONGEST, Stretch, goes_on, stretches

Found = Callable[..., Hit]


@pytest.fixture
def hit(passage: Callable[..., Passage]) -> Found:
    """A hit whose score falls with its number; all are of one group unless one is given."""

    def made(id_: int, text: str = "", *, group: int = 1, **place: Any) -> Hit:
        found = replace(passage(id_, text or f"tekst {id_}", **place), group=group)
        return Hit(found, 1 / id_, ("lexical",))

    return made


def ids(found: list[Stretch]) -> list[list[int]]:
    return [[passage.id for passage in one.passages] for one in found]


def test_neighbours_are_one_stretch_in_reading_order(hit: Found) -> None:
    found = stretches([hit(5), hit(9), hit(4), hit(6)])

    assert ids(found) == [[4, 5, 6], [9]]
    assert found[0].text == "tekst 4\ntekst 5\ntekst 6"


def test_a_stretch_has_the_score_of_its_best(hit: Found) -> None:
    best, other = hit(5), replace(hit(4), why=("dense",))

    [found] = stretches([best, other])

    assert (found.score, found.why) == (best.score, ("lexical",))


def test_every_hit_stands_in_one_stretch(hit: Found) -> None:
    found = stretches([hit(id_) for id_ in (7, 1, 3, 2, 8, 12, 6)])

    assert sorted(chain.from_iterable(ids(found))) == [1, 2, 3, 6, 7, 8, 12]
    assert ids(found)[0] == [6, 7, 8]


@pytest.mark.parametrize(
    "other",
    [
        {"group": 2},
        {"section": "Beslutning"},
        {"document": "e"},
        {"headings": ("Økonomi",)},
        {"struck": True},
        {"proposed": True},
    ],
)
def test_what_belongs_elsewhere_is_not_joined(hit: Found, other: dict[str, Any]) -> None:
    one, beside = hit(1), hit(2, **other)

    assert not goes_on(one.passage, beside.passage)
    assert ids(stretches([one, beside])) == [[1], [2]]


def test_a_gap_is_not_bridged(hit: Found) -> None:
    assert ids(stretches([hit(1), hit(3)])) == [[1], [3]]


def test_a_stretch_is_no_longer_than_a_screen(hit: Found) -> None:
    half = "a" * (LONGEST // 2)

    assert ids(stretches([hit(2, half), hit(3, half), hit(1)])) == [[2, 3], [1]]
    assert ids(stretches([hit(2, half), hit(3, f"{half}a"), hit(1)])) == [[1, 2], [3]]


def test_a_passage_longer_than_a_screen_stays_whole(hit: Found) -> None:
    [found] = stretches([hit(1, "a" * 3 * LONGEST)])

    assert len(found.text) == 3 * LONGEST


def test_only_the_first_hits_are_joined(hit: Found) -> None:
    first = [hit(id_) for id_ in range(2, 2 + 2 * JOINED, 2)]

    found = stretches([*first, hit(1), hit(3)])

    assert ids(found)[-2:] == [[1], [3]]


def test_without_hits_there_is_nothing_to_read() -> None:
    assert stretches([]) == []
