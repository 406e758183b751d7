"""Where a question names its place for certain, search looks there first and says so."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index import Filters, Index, Kind, Meeting, Snapshot
from service.narrowing import Narrowed, narrow, searched

LATEST, AUTUMN, AGENDA = date(2025, 3, 12), date(2024, 9, 5), date(2023, 11, 16)


TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def state(sample_home: Path) -> Iterator[Snapshot]:
    with closing(Index(sample_home)) as index, index.snapshot() as made:
        yield made


def read(state: Snapshot, question: str, filters: Filters | None = None) -> Narrowed | None:
    """What is read off the question."""
    chosen = filters or Filters()
    return narrow(question, chosen, state.meetings(chosen.visibility), TODAY)


def days(state: Snapshot, question: str, *, limit: int = 5) -> list[date | None]:
    hits, _ = searched(state, question, Filters(), limit)
    return [hit.passage.ref.held for hit in hits]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet på det seneste møde?",
        "Hvad skete der på sidste møde i styregruppen?",
        "Hvad står der i det seneste referat?",
        "What was decided at the latest meeting?",
    ],
)
def test_the_latest_meeting_is_the_last_of_the_collection(state: Snapshot, question: str) -> None:
    narrowed = read(state, question)

    assert narrowed
    assert (narrowed.filters.start, narrowed.filters.end) == (LATEST, LATEST)
    assert narrowed.place == "det seneste møde, 12. marts 2025"


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Hvad blev besluttet på mødet den 12. marts 2025?", LATEST),
        ("Hvad blev besluttet om takster på mødet 12.03.2025?", LATEST),
        ("Hvad står der i referatet fra 5. september 2024 om tomme pladser?", AUTUMN),
        ("referatet af styregruppens møde d. 13. juni 2024", date(2024, 6, 13)),
        ("Hvad stod på dagsordenen den 16. november 2023?", AGENDA),
        ("Which items were in the minutes of 5/9-2024?", AUTUMN),
        ("Hvad blev besluttet i punkt 6 den 12. marts 2025?", LATEST),
    ],
)
def test_a_meeting_is_named_by_its_day(state: Snapshot, question: str, day: date) -> None:
    narrowed = read(state, question)

    assert narrowed
    assert (narrowed.filters.start, narrowed.filters.end) == (day, day)


@pytest.mark.parametrize(
    ("question", "kind", "year"),
    [
        ("Hvad siger referater fra 2024 om Fyrtårnet?", Kind.REFERAT, 2024),
        ("Hvad stod der i dagsordener for 2023?", Kind.DAGSORDEN, 2023),
        ("dagsordenerne i 2023 om takster", Kind.DAGSORDEN, 2023),
    ],
)
def test_papers_of_a_year_are_a_kind_and_a_year(
    state: Snapshot, question: str, kind: Kind, year: int
) -> None:
    narrowed = read(state, question)

    assert narrowed
    assert narrowed.filters == Filters(
        kinds=frozenset({kind}), start=date(year, 1, 1), end=date(year, 12, 31)
    )


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet på mødet den 22. maj 2025?",  # no meeting was that day
        "Hvad gjaldt den 12. marts 2025?",  # the day is no meeting here
        "Kortlægningen er fra før mødet. Den gælder fra 12. marts 2025",
        "mødet den 12. marts 2025 og mødet den 5. september 2024",  # two of them
        "Hvad koster en plads i 2024?",
        "Hvad siger styringsaftalen for 2023-2024?",
        "Hvad er de seneste regler?",
        "mødet den 31. februar 2025",
        "Hvornår er næste møde?",
    ],
)
def test_what_is_only_a_hint_narrows_nothing(state: Snapshot, question: str) -> None:
    assert read(state, question) is None
    assert searched(state, question, Filters(), 5) == (state.search(question, Filters(), 5), [])


@pytest.mark.parametrize(
    "set_already",
    [Filters(start=AGENDA), Filters(end=AUTUMN), Filters(start=AGENDA, end=AUTUMN)],
)
def test_a_period_that_is_set_stays(state: Snapshot, set_already: Filters) -> None:
    question = "Hvad blev besluttet på det seneste møde?"

    hits, notes = searched(state, question, set_already, 10)

    assert read(state, question, set_already) is None
    assert notes == []
    assert hits == state.search(question, set_already, 10)


def test_kinds_that_are_set_stay(state: Snapshot) -> None:
    chosen = Filters(kinds=frozenset({Kind.DAGSORDEN}))

    named = read(state, "mødet den 16. november 2023", chosen)

    assert read(state, "referater fra 2024", chosen) is None
    assert named
    assert named.filters == replace(chosen, start=AGENDA, end=AGENDA)


def test_passages_of_the_meeting_come_first_and_a_note_says_so(state: Snapshot) -> None:
    question = "Hvad skete der med Fyrtårnet på mødet den 12. marts 2025?"

    hits, notes = searched(state, question, Filters(), 60)
    held = [hit.passage.ref.held for hit in hits]

    inside = held.count(LATEST)
    assert notes == ["Søgt først i mødet 12. marts 2025."]
    assert held[:inside] == [LATEST] * inside
    assert inside < len(held)  # what the rest of the collection says comes after


def test_scores_fall_in_the_order_of_the_hits(state: Snapshot) -> None:
    hits, _ = searched(state, "Fyrtårnets underskud på det seneste møde", Filters(), 60)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.passage.id for hit in hits}) == len(hits)


def test_minutes_of_a_year_come_first(state: Snapshot) -> None:
    held = days(state, "Hvad siger referater fra 2024 om Fyrtårnet?")

    assert {day and day.year for day in held} == {2024}


def test_where_nothing_is_inside_the_whole_is_searched_and_a_note_says_so(state: Snapshot) -> None:
    question = "Hvad siger dagsordener fra 2021 om Kompasrosen?"

    hits, notes = searched(state, question, Filters(), 5)

    assert notes == ["Intet fundet i dagsordener fra 2021. Der er søgt bredere."]
    assert hits == state.search(question, Filters(), 5)
    assert any("Kompasrosen" in hit.passage.text for hit in hits)


def test_widening_stays_inside_what_the_user_chose(state: Snapshot) -> None:
    chosen = Filters(kinds=frozenset({Kind.DAGSORDEN}))

    hits, notes = searched(state, "takster på det seneste møde", chosen, 10)

    assert notes == ["Intet fundet i det seneste møde, 12. marts 2025. Der er søgt bredere."]
    assert {hit.passage.ref.kind for hit in hits} == {Kind.DAGSORDEN}


def meeting(body: str, held: date, *, minutes: bool = True) -> Meeting:
    return Meeting(body, held, agenda=not minutes, minutes=minutes)


@pytest.mark.parametrize(
    ("question", "filters", "day"),
    [
        ("Hvad skete der på det seneste møde?", Filters(), date(2025, 3, 12)),
        ("Hvad skete der på seneste møde i Gruppen?", Filters(), date(2024, 9, 5)),
        ("Hvad skete på seneste møde?", Filters(bodies=frozenset({"Gruppen"})), date(2024, 9, 5)),
    ],
)
def test_the_last_meeting_is_the_bodys_own_held_already_and_with_minutes(
    question: str, filters: Filters, day: date
) -> None:
    meetings = [
        meeting("Gruppen", date(2024, 9, 5)),
        meeting("Rådet", date(2025, 3, 12)),
        meeting("Rådet", date(2025, 5, 20), minutes=False),
        meeting("Rådet", date(2099, 6, 11), minutes=False),
    ]

    found = narrow(question, filters, meetings, TODAY)

    assert found is not None
    assert (found.filters.start, found.filters.end) == (day, day)
