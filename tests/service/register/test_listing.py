"""A list holds each item that is about its subject once, with what was done and where it stands."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from index import EVERYTHING, OPEN_ONLY, Index, Snapshot, Updater, Visibility
from service.answer import Outcome
from service.register.asked import register
from service.register.listing import MOST, Entry, Listing, entries
from service.verify import verified

TODAY = date(2025, 6, 1)
AGENDA, JUNE, AUTUMN, SPRING = (
    date(2023, 11, 16),
    date(2024, 6, 13),
    date(2024, 9, 5),
    date(2025, 3, 12),
)
CLOSED = "Drøftelse af køb af ejendom"


@pytest.fixture(scope="module")
def state(sample_home: Path) -> Iterator[Snapshot]:
    with closing(Index(sample_home)) as index, index.snapshot() as made:
        yield made


def listing(state: Snapshot, question: str, allowed: frozenset[Visibility] = OPEN_ONLY) -> Listing:
    asked = register(question, TODAY)
    assert asked
    return entries(asked, state, allowed)


def places(found: tuple[Entry, ...]) -> list[tuple[date | None, str | None]]:
    return [(entry.held, entry.punkt) for entry in found]


def test_decisions_about_a_subject_come_newest_first(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om Fyrtårnet")

    assert places(found.entries) == [(SPRING, "3"), (AUTUMN, "4"), (JUNE, "3")]
    assert {entry.outcome for entry in found.entries} == {Outcome.DECIDED}
    assert (found.total, found.times) == (3, 3)


def test_what_only_an_agenda_has_is_no_decision(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om Fyrtårnet")

    assert places(found.proposed) == [(AGENDA, "4")]
    assert found.proposed[0].outcome is Outcome.AGENDA_ONLY
    assert [entry.held for entry in found.missing] == [AGENDA]


def test_an_item_that_names_a_subject_once_is_not_about_it(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om takster")

    assert places(found.entries) == [(SPRING, "5")]
    assert places(found.proposed) == [(AGENDA, "3")]


def test_a_list_says_what_was_looked_through(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om takster")

    assert (found.searched, found.first, found.last) == (5, date(2021, 5, 20), SPRING)


def test_a_meetings_decisions_are_in_its_order_without_what_says_nothing(state: Snapshot) -> None:
    found = listing(state, "Hvilke beslutninger blev truffet på mødet 5. september 2024?")

    assert [entry.punkt for entry in found.entries] == ["1", "2", "3", "4", "5", "6", "7"]
    assert (found.searched, found.times) == (1, 1)


def test_a_meeting_printed_in_other_minutes_has_its_own_date(state: Snapshot) -> None:
    found = listing(state, "Hvor mange punkter var der på mødet 13. juni 2024?")

    assert found.total == 7
    assert found.entries[2].document == "referat-2024-09-05.2024-06-13"


@pytest.mark.parametrize(
    "question",
    [
        "Alle beslutninger om Fyrtårnet",
        "Hvilke punkter var på dagsordenen den 16.11.2023?",
        "Hvilke beslutninger blev truffet på mødet 13. juni 2024?",
        "Hvilke beslutninger blev truffet på mødet 12. marts 2025?",
        "Hvilke beslutninger blev truffet på mødet 20. maj 2021?",
    ],
)
@pytest.mark.parametrize("allowed", [OPEN_ONLY, EVERYTHING])
def test_every_quote_stands_in_its_document(
    state: Snapshot, question: str, allowed: frozenset[Visibility]
) -> None:
    found = listing(state, question, allowed)
    quoted = [e.quoted for e in (*found.entries, *found.proposed)]

    assert all(quoted)
    assert verified([q for q in quoted if q], partial(state.document, allowed=allowed))


def test_a_quote_opens_where_what_was_decided_is_told(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om Fyrtårnet i 2024")

    assert found.entries[0].quoted
    assert "Fyrtårnet omlægges efter model B" in found.entries[0].quoted.text
    assert found.entries[0].quoted.ref.section == "Beslutning"


def test_an_item_of_many_points_is_quoted_and_judged_at_the_point_asked_for(
    state: Snapshot,
) -> None:
    found = listing(state, "Alle beslutninger om styringsaftalen i 2025")

    assert places(found.entries) == [(SPRING, "8")]
    assert found.entries[0].quoted
    assert "Styringsaftale 2023-2024 gælder derfor fortsat" in found.entries[0].quoted.text
    assert "refererede kort" not in found.entries[0].quoted.text


def test_what_a_body_named_after_a_subject_does_is_not_about_it(state: Snapshot) -> None:
    found = listing(state, "Alle beslutninger om styringsaftalen")

    assert (SPRING, "5") not in places(found.entries)


def test_times_are_meetings_with_minutes(state: Snapshot) -> None:
    found = listing(state, "Hvor mange gange har Styregruppe Social drøftet Fyrtårnet?")

    assert found.times == 3


def test_what_stood_on_an_agenda_needs_no_minutes(state: Snapshot) -> None:
    found = listing(state, "Hvornår har Fyrtårnet været på dagsordenen?")

    assert [entry.held for entry in found.entries] == [SPRING, AUTUMN, JUNE, AGENDA]


def test_meetings_of_a_year_are_oldest_first(state: Snapshot) -> None:
    found = listing(state, "Hvilke møder har SGS holdt i 2024?")

    assert [entry.held for entry in found.entries] == [JUNE, AUTUMN]


def test_a_body_that_is_not_here_has_no_list(state: Snapshot) -> None:
    assert listing(state, "Hvilke møder har KKR holdt i 2024?") == Listing(unknown="KKR")


def test_postponed_items_are_found_by_what_the_minutes_say(state: Snapshot) -> None:
    assert places(listing(state, "Hvilke sager blev udsat i 2025?").entries) == [(SPRING, "5")]
    assert not listing(state, "Hvilke sager blev udsat i 2024?").entries


def test_the_last_meeting_is_the_last_with_minutes(state: Snapshot) -> None:
    found = listing(state, "Hvad blev besluttet på det seneste møde?")

    assert {entry.held for entry in found.entries} == {SPRING}


def test_a_day_without_a_meeting_has_no_list(state: Snapshot) -> None:
    asked = "Hvad blev besluttet på styregruppens møde den 7. marts 2024?"

    assert listing(state, asked) == Listing()


def test_editions_of_an_agreement_are_its_documents(state: Snapshot) -> None:
    found = listing(state, "Hvilke udgaver af styringsaftalen findes?")

    assert [(e.edition, e.status.value) for e in found.entries] == [
        ("2023-2024", "vedtaget"),
        ("2025-2026", "udkast"),
    ]


def test_meetings_without_minutes_are_those_with_an_agenda_alone(state: Snapshot) -> None:
    found = listing(state, "Hvor mangler der referater?")

    assert [entry.held for entry in found.entries] == [AGENDA]
    assert found.searched == 5


def test_annexes_that_are_only_named_are_listed_with_their_items(state: Snapshot) -> None:
    found = listing(state, "Hvilke bilag er kun nævnt ved navn?")

    assert [(e.held, e.punkt, e.named) for e in found.entries if e.held == JUNE] == [
        (JUNE, "3", "Handleplan for Fyrtårnet, februar 2024")
    ]
    assert AUTUMN not in {entry.held for entry in found.entries}


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke lukkede punkter var der på mødet 12. marts 2025?",
        "Hvilke beslutninger blev truffet på mødet 12. marts 2025?",
        "Hvor mange punkter var der på mødet 12. marts 2025?",
        "Alle beslutninger om køb af ejendom",
        "Hvilke punkter handler om køb af ejendom?",
    ],
)
def test_a_closed_item_is_neither_listed_nor_counted(state: Snapshot, question: str) -> None:
    some, every = (listing(state, question, allowed) for allowed in (OPEN_ONLY, EVERYTHING))

    assert CLOSED not in {entry.item_title for entry in some.entries}
    assert CLOSED in {entry.item_title for entry in every.entries}
    assert some.total < every.total


def test_minutes_stand_for_their_agenda(state: Snapshot, sample: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(sample, tmp_path / "dokumenter")
    agenda = (folder / "dagsorden-2023-11-16.txt").read_text("utf-8")
    (folder / "dagsorden-2024-09-05.txt").write_text(
        agenda.replace("16.11.2023", "05.09.2024"), encoding="utf-8"
    )
    Updater(tmp_path / "home").update(folder)
    asked = "Hvilke punkter var på dagsordenen den 5. september 2024?"

    with closing(Index(tmp_path / "home")) as index, index.snapshot() as both:
        assert [p.held for p in both.papers(OPEN_ONLY)].count(AUTUMN) == 2
        assert listing(both, asked) == listing(state, asked)


def test_more_than_are_shown_are_counted(tmp_path: Path) -> None:
    (tmp_path / "dokumenter").mkdir()
    for month in range(1, 11):
        day = f"05.{month:02}.2024"
        told = "".join(
            f"Mødet den {day} Styregruppe Social\n\nÅben\n\nPunkt {n}.\n\nTakster {n}\n\n"
            "Beslutning:\n\nGodkendt.\n\n"
            for n in range(1, 5)
        )
        (tmp_path / "dokumenter" / f"referat-{month:02}.txt").write_text(told, encoding="utf-8")
    Updater(tmp_path / "home").update(tmp_path / "dokumenter")

    with closing(Index(tmp_path / "home")) as index, index.snapshot() as state:
        found = listing(state, "Alle beslutninger om takster")

    assert (found.total, found.times, len(found.entries)) == (40, 10, MOST)
