"""Of a course of events each meeting of the time asked for is found."""

from datetime import date

from index import OPEN_ONLY, Filters, Snapshot
from service.question import understood
from service.times import OF_EACH, with_times

JUNE, AUTUMN, SPRING = date(2024, 6, 13), date(2024, 9, 5), date(2025, 3, 12)


def found(state: Snapshot, question: str, first: int) -> tuple[list[object], set[object]]:
    """The days of the first hits, and of what is added to them."""
    hits = state.search(question, Filters(), first)
    wider = with_times(state, understood(question), hits, Filters())
    assert {hit.passage.id for hit in hits} <= {hit.passage.id for hit in wider}
    known = {hit.passage.id for hit in hits}
    added = [hit.passage.ref.held for hit in wider if hit.passage.id not in known]
    return [hit.passage.ref.held for hit in hits], set(added)


def test_every_meeting_is_searched(state: Snapshot) -> None:
    meetings = {meeting.held for meeting in state.meetings(OPEN_ONLY)}

    before, added = found(state, "Hvordan forløb sagen om Fyrtårnet?", 1)

    assert len(meetings) == 5
    assert {*before, *added} >= meetings


def test_a_period_asked_for_is_kept_to(state: Snapshot) -> None:
    _, added = found(state, "Hvordan var forløbet om Fyrtårnet fra 2024 til 2025?", 1)

    assert added == {JUNE, AUTUMN, SPRING}


def test_one_year_alone_is_no_period(state: Snapshot) -> None:
    _, added = found(state, "Hvordan udviklede Fyrtårnet sig efter 2023?", 1)

    assert added > {JUNE, AUTUMN, SPRING}


def test_hits_stay_in_the_order_of_their_scores_and_none_twice(state: Snapshot) -> None:
    question = "Hvordan forløb sagen om Fyrtårnet?"
    hits = state.search(question, Filters(), 60)

    wider = with_times(state, understood(question), hits, Filters())

    scores = [hit.score for hit in wider]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.passage.id for hit in wider}) == len(wider)


def test_a_meeting_adds_its_best_passages_only(state: Snapshot) -> None:
    question = "Hvordan forløb sagen om Fyrtårnet?"

    wider = with_times(state, understood(question), [], Filters())

    held = [hit.passage.ref.held for hit in wider]
    assert max(held.count(day) for day in set(held)) <= OF_EACH


def test_other_filters_are_kept_to(state: Snapshot) -> None:
    question = "Hvordan forløb sagen om Fyrtårnet?"
    decisions = Filters(section="Beslutning")

    wider = with_times(state, understood(question), [], decisions)

    assert wider
    assert {hit.passage.ref.section for hit in wider} == {"Beslutning"}


def test_what_is_closed_stays_so(state: Snapshot) -> None:
    question = "Hvordan var forløbet om køb af ejendom?"

    wider = with_times(state, understood(question), [], Filters())

    assert {hit.passage.ref.visibility for hit in wider} <= OPEN_ONLY
