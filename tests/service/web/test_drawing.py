"""Where the events of a course are drawn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from service.answer import Outcome
from service.archive.records import Event
from service.web.pages.drawing import BESIDE, MARK, NARROW, WIDTH, Mark, across, down, drawn, wide

DAY = date(2024, 9, 5)
EVENT = Event(
    document="referat.txt",
    document_id="referat",
    title="Referat Styregruppe Social",
    kind="referat",
    body="Styregruppe Social",
    meeting_date=DAY,
    punkt="4",
    item_title="Nyt fælles takstskema for alle tilbud i regionen fra 2026",
    section="Beslutning",
    page=None,
    page_label=None,
    url="/kilder/referat?fra=0&til=9#citat",
    outcome=Outcome.DECIDED,
    draft=False,
    struck=False,
    proposed=False,
    edition=None,
    text="Godkendt.",
    start=0,
    end=9,
    when=DAY,
)


def on(day: date, **facts: object) -> Event:
    return replace(EVENT, meeting_date=day, when=day, **facts)  # type: ignore[arg-type]


def taken(mark: Mark) -> tuple[float, float]:
    """How far a mark and its text reach to both sides."""
    long = BESIDE + wide(mark.lines)
    return (mark.x - long, mark.x + MARK) if mark.beside < 0 else (mark.x - MARK, mark.x + long)


def many(number: int, apart: int) -> list[Event]:
    outcomes = list(Outcome)
    return [
        on(date(2010, 1, 1) + timedelta(apart * n), outcome=outcomes[n % len(outcomes)])
        for n in range(number)
    ]


@pytest.mark.parametrize(
    "events",
    [many(1, 0), many(2, 5_800), many(5, 300), many(30, 180), many(12, 0), many(40, 2)],
    ids=["one", "15 years apart", "five", "30 over the years", "the same day", "40 in a season"],
)
def test_nothing_touches_and_nothing_leaves_the_drawing(events):
    marks = across(drawn(events, ())).marks

    for mark in marks:
        start, end = taken(mark)
        assert start + MARK >= 0
        assert end <= WIDTH + MARK
    for one, other in combinations(marks, 2):
        if one.y == other.y:
            (a, b), (c, d) = sorted((taken(one), taken(other)))
            assert b < c, (one, other, a, d)


@pytest.mark.parametrize("made", [across, down])
def test_an_event_stands_where_its_day_is(made: Callable[..., object]):
    events = [on(date(2015, 1, 1)), on(date(2020, 1, 1)), on(date(2025, 1, 1))]

    first, second, third = made(drawn(events, ())).marks  # type: ignore[attr-defined]

    if made is across:
        assert second.x - first.x == pytest.approx(third.x - second.x, abs=0.5)
    else:
        assert first.y < second.y < third.y


def test_years_are_named_and_empty_ones_told_where_time_goes_down():
    events = [on(date(2015, 3, 1)), on(date(2020, 3, 1))]

    ticks = down(drawn(events, ())).ticks

    assert [tick.name for tick in ticks] == ["2015", "2016-2019: intet", "2020"]


def test_a_single_year_has_its_quarters():
    ticks = across(drawn([EVENT], ())).ticks

    assert [tick.name for tick in ticks] == ["jan. 2024", "apr. 2024", "juli 2024", "okt. 2024"]


def test_each_body_has_a_lane_in_the_order_they_come():
    events = [on(DAY, body="B"), on(DAY + timedelta(1), body="A"), on(DAY + timedelta(2), body="B")]

    assert [lane.name for lane in across(drawn(events, ())).lanes] == ["B", "A"]


def test_many_bodies_share_the_last_lane():
    events = [on(DAY + timedelta(n), body=f"Gruppe {n}") for n in range(8)]

    names = [lane.name for lane in across(drawn(events, ())).lanes]

    assert names == ["Gruppe 0", "Gruppe 1", "Gruppe 2", "Gruppe 3", "Andre udvalg"]


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_word_and_a_shape(outcome):
    (one,) = drawn([on(DAY, outcome=outcome)], ())

    assert one.outcome
    assert one.shape


def test_a_draft_is_drawn_as_a_draft_whatever_it_says():
    (one,) = drawn([on(DAY, draft=True)], ())

    assert (one.outcome, one.shape) == ("Udkast", "udkast")


def test_a_meeting_without_minutes_between_the_events_is_a_gap():
    (first, gap) = drawn([EVENT], [date(2024, 12, 4)])

    assert (first.number, gap.number) == (1, 0)
    assert (gap.outcome, gap.shape, gap.title) == (
        "Referat mangler",
        "dagsorden",
        "4. december 2024",
    )


def test_a_meeting_that_is_an_event_is_no_gap_too():
    assert len(drawn([on(DAY, outcome=Outcome.AGENDA_ONLY)], [DAY])) == 1


def test_an_edition_is_placed_by_its_first_year_and_told_by_its_years():
    (one,) = drawn([replace(EVENT, meeting_date=None, edition="2025-2026", body=None)], ())

    assert (one.said, one.body) == ("Udgave 2025-2026", "Aftaler og andre dokumenter")


def test_text_downwards_stays_in_the_narrow_drawing():
    events = [on(DAY + timedelta(n), body=f"Gruppe {n}") for n in range(8)]

    for mark in down(drawn(events, ())).marks:
        assert mark.x + mark.beside + wide(mark.lines) <= NARROW + MARK
