"""A timeline has what each meeting did with a subject, and the documents about it, in order."""

from datetime import date

import pytest

from index import EVERYTHING, OPEN_ONLY
from service.answer import Outcome
from service.archive.of_index import IndexArchive
from service.archive.records import DecisionsQuery, Period, Timeline
from service.errors import QuestionRefused, UnknownFilter


def course(archive: IndexArchive, subject: str, allowed=OPEN_ONLY, **within: object) -> Timeline:
    return archive.timeline(subject, DecisionsQuery(**within), allowed)  # type: ignore[arg-type]


def test_a_course_is_told_oldest_first(archive):
    found = course(archive, "Fyrtårnet")

    days = [event.when for event in found.events]
    assert days == sorted(days)
    assert [e.meeting_date for e in found.events if e.punkt and not e.kind.startswith("n")] == [
        date(2023, 11, 16),
        date(2024, 6, 13),
        date(2024, 9, 5),
        date(2025, 3, 12),
    ]


def test_a_day_is_told_in_the_order_of_its_document(archive):
    day = [e for e in course(archive, "takster").events if e.when == date(2024, 9, 5)]

    assert len(day) > 1
    assert [event.start for event in day] == sorted(event.start for event in day)


def test_an_event_says_what_the_meeting_did_in_its_own_words(archive):
    (decided,) = [e for e in course(archive, "Fyrtårnet").events if e.when == date(2024, 9, 5)]

    assert decided.outcome is Outcome.DECIDED
    assert "besluttede, at Fyrtårnet omlægges efter model B" in decided.text


def test_what_was_only_recommended_is_marked(made):
    (forest,) = course(made, "Skovhuset").events

    assert forest.outcome is Outcome.RECOMMENDED


def test_a_meeting_of_which_only_the_agenda_is_here_is_told(archive):
    found = course(archive, "Fyrtårnet")

    assert found.events[0].outcome is Outcome.AGENDA_ONLY
    assert found.without_minutes == (date(2023, 11, 16),)


def test_minutes_printed_in_others_carry_their_own_day_and_body(archive):
    (june,) = [e for e in course(archive, "Fyrtårnet").events if e.when == date(2024, 6, 13)]

    assert (june.body, june.document_id) == (
        "Styregruppe Social",
        "referat-2024-09-05.2024-06-13",
    )


def test_each_edition_that_is_about_it_stands_at_its_first_year(made):
    (edition, *meetings) = course(made, "takster").events

    assert (edition.edition, edition.when, edition.meeting_date) == (
        "2025-2026",
        date(2025, 1, 1),
        None,
    )
    assert (edition.draft, edition.outcome) == (True, Outcome.RULE)
    assert [event.when for event in meetings] == [date(2025, 1, 10), date(2025, 3, 14)]


def test_a_document_without_a_date_stands_apart(archive):
    found = course(archive, "midlertidigt botilbud")

    assert [event.document for event in found.undated] == ["guide-midlertidigt-botilbud.txt"]


def test_a_document_that_names_it_once_is_no_event(made):
    assert course(made, "regler").events == ()


def test_a_closed_item_is_no_event_for_others(made):
    assert course(made, "Kastanjegården").events == ()
    assert [e.punkt for e in course(made, "Kastanjegården", EVERYTHING).events] == ["3"]


def test_a_course_can_be_bounded(archive):
    found = course(archive, "Fyrtårnet", period=Period(date(2024, 9, 1), date(2024, 12, 31)))

    assert {event.when for event in found.events} == {date(2024, 9, 5)}
    assert found.without_minutes == ()


def test_a_subject_that_nothing_is_about_is_said(made):
    found = course(made, "svømmehal")

    assert (found.events, found.undated) == ((), ())
    assert found.notes == (
        "Ingen møder eller dokumenter handler om „svømmehal“. "
        "Søg i dokumenterne for at finde steder, der nævner emnet.",
    )


def test_what_cannot_be_a_course_is_refused(made):
    with pytest.raises(QuestionRefused):
        course(made, "  ")
    with pytest.raises(UnknownFilter):
        course(made, "takster", bodies=frozenset({"Styregruppe Syd"}))
