"""Hits weighed again with what is known of their places; `test_search` has more of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from index import Hit, Passage, Status
from index.cues import Cues, cues
from index.rank import FIRST, folded, ranked, timed, with_surroundings
from index.weights import STANDARD
from ingest.terms import OUTCOMES

OUTCOME = sorted(OUTCOMES)[0]
SCORE = 1.0
Found = Callable[..., Hit]


@pytest.fixture
def hit(passage: Callable[..., Passage]) -> Found:
    """A hit with a passage of a group of its own, unless one is given."""

    def made(id_: int, *, group: int | None = None, score: float = SCORE, **place: Any) -> Hit:
        text = place.pop("text", f"tekst {id_}")
        found = replace(passage(id_, text, **place), group=id_ if group is None else group)
        return Hit(found, score, ("lexical",))

    return made


def ids(hits: list[Hit]) -> list[int]:
    return [hit.passage.id for hit in hits]


def of_years(hit: Found, *years: int) -> list[Hit]:
    """Hits of meetings in these years, numbered from 1, best first."""
    return [hit(number, held=date(year, 5, 22)) for number, year in enumerate(years, 1)]


def test_the_best_of_each_year_asked_for_stands_after_the_first_ones(hit: Found) -> None:
    hits = of_years(hit, 2020, 2020, 2020, 2020, 2021, 2020, 2022, 2021)

    found = timed(hits, Cues(years=frozenset({2021, 2022})))

    assert ids(found) == [1, 2, 3, 5, 7, 4, 6, 8]


def test_a_span_is_all_its_years(hit: Found) -> None:
    hits = of_years(hit, 2019, 2019, 2019, 2019, 2018, 2021, 2020)

    assert ids(timed(hits, cues("fra 2019 til 2021"))) == [1, 2, 3, 7, 6, 4, 5]


def test_days_and_months_are_times_too(hit: Found) -> None:
    hits = [
        *of_years(hit, 2020, 2020, 2020, 2020),
        hit(8, held=date(2021, 3, 1)),
        hit(9, held=date(2021, 2, 1)),
    ]
    said = Cues(days=frozenset({date(2021, 2, 1)}), months=frozenset({(2021, 3)}))

    assert ids(timed(hits, said)) == [1, 2, 3, 9, 8, 4]


def test_what_stands_first_already_stays_there(hit: Found) -> None:
    hits = of_years(hit, 2022, 2020, 2021, 2020)

    assert timed(hits, Cues(years=frozenset({2021, 2022}))) == hits


@pytest.mark.parametrize(
    "said",
    [
        Cues(),
        Cues(years=frozenset({2021})),
        Cues(years=frozenset({2021, 2031})),
        cues("Hvad står der i styringsaftale 2021-2022?"),
    ],
    ids=["no time", "one", "one that is known", "an edition"],
)
def test_where_not_several_times_are_asked_for_nothing_changes(hit: Found, said: Cues) -> None:
    hits = of_years(hit, *[2020] * FIRST, 2020, 2022, 2021)

    assert timed(hits, said) == hits


def test_what_has_no_time_is_of_none(hit: Found) -> None:
    hits = [hit(1), hit(2), hit(3), hit(4)]

    assert timed(hits, Cues(years=frozenset({2021, 2022}))) == hits
    assert timed([], Cues(years=frozenset({2021, 2022}))) == []


def test_the_same_words_of_one_meeting_stand_once(hit: Found) -> None:
    held = date(2024, 5, 22)
    hits = [
        hit(3, text="Taksten  stiger.\n", held=held, source="a.txt"),
        hit(1, text="Andet.", held=held),
        hit(2, text="Taksten stiger.", held=held, source="b.txt"),
    ]

    assert ids(folded(hits)) == [3, 1]


def test_the_same_words_of_one_file_stand_once(hit: Found) -> None:
    assert ids(folded([hit(2, text="Taksten stiger."), hit(1, text="Taksten stiger.")])) == [2]


@pytest.mark.parametrize(
    "other",
    [
        {"held": date(2024, 5, 22)},
        {"edition": "2025-2026"},
        {"status": Status.UDKAST},
        {"struck": True},
        {"section": OUTCOME},
        {"text": "Taksten falder."},
    ],
    ids=["day", "edition", "status", "struck", "section", "words"],
)
def test_the_same_words_of_another_standing_both_stay(hit: Found, other: dict[str, Any]) -> None:
    told = {"text": "Taksten stiger.", "held": date(2023, 5, 22)}

    assert ids(folded([hit(1, **told), hit(2, **{**told, **other})])) == [1, 2]


@pytest.mark.parametrize("other", [{"punkt": "5"}, {"body": "KKR Søland"}], ids=["item", "body"])
def test_two_equal_outcomes_are_two_decisions(hit: Found, other: dict[str, Any]) -> None:
    told = {"text": "Taget til efterretning.", "held": date(2023, 5, 22), "punkt": "4"}

    assert ids(folded([hit(1, **told), hit(2, **{**told, **other})])) == [1, 2]


def test_the_same_words_of_two_files_without_a_meeting_both_stay(hit: Found) -> None:
    both = [hit(number, text="Taksten stiger.", source=f"{number}.txt") for number in (1, 2)]

    assert folded(both) == both


def test_the_item_lends_a_third_of_its_three_best(hit: Found) -> None:
    hits = [hit(id_, group=1, score=score) for id_, score in ((1, 4), (3, 3), (5, 2), (7, 1))]

    found = with_surroundings(hits, decision=False)

    lent = STANDARD.item * (4 + 3 + 2) / 3
    assert [one.score for one in found] == pytest.approx([4 + lent, 3 + lent, 2 + lent, 1 + lent])


def test_neighbours_of_another_item_lend_nothing(hit: Found) -> None:
    alone, [beside, _] = (
        with_surroundings([hit(1)], decision=False),
        with_surroundings([hit(1), hit(2)], decision=False),
    )

    assert alone == [beside]


def test_what_was_decided_gains_most_from_its_item_when_it_is_asked_for(hit: Found) -> None:
    plain = with_surroundings([hit(1)], decision=False)
    outcome = with_surroundings([hit(1, section=OUTCOME)], decision=False)
    asked_for = with_surroundings([hit(1, section=OUTCOME)], decision=True)

    assert plain[0].score < outcome[0].score < asked_for[0].score


def test_ranked_puts_the_fitting_place_first(hit: Found) -> None:
    hits = [hit(1, punkt="4"), hit(2, punkt="5"), hit(3, punkt="6")]

    assert ids(ranked(hits, cues("Hvad står der i punkt 5?"))) == [2, 1, 3]


def test_equal_hits_stand_in_reading_order(hit: Found) -> None:
    assert ids(ranked([hit(9), hit(2), hit(5)], Cues())) == [2, 5, 9]
    assert ranked([], Cues()) == []
