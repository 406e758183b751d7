"""A list of decisions has every item once, says what it is, and never what may not be seen."""

from datetime import date

import pytest

from index import EVERYTHING, OPEN_ONLY
from service.answer import Outcome
from service.archive.of_index import IndexArchive
from service.archive.records import Decision, DecisionsQuery, Period, Window
from service.errors import QuestionRefused, UnknownFilter

ALL = Window(0, 200)
JANUARY, MARCH = date(2025, 1, 10), date(2025, 3, 14)
SPRING = date(2025, 3, 12)
CPR = "010203-1234"


def listed(archive: IndexArchive, allowed=OPEN_ONLY, **conditions: object) -> tuple[Decision, ...]:
    query = DecisionsQuery(**conditions)  # type: ignore[arg-type]
    return archive.decisions(query, ALL, allowed).decisions


def places(found: tuple[Decision, ...]) -> list[tuple[date | None, str | None]]:
    return [(one.meeting_date, one.punkt) for one in found]


def test_items_come_newest_meeting_first_in_the_meetings_order(made):
    assert places(listed(made)) == [
        (MARCH, "1"),
        *((JANUARY, punkt) for punkt in ("1", "2", "4", "5")),
    ]


def test_a_meeting_with_agenda_and_minutes_is_told_by_its_minutes(made):
    found = [one for one in listed(made) if one.meeting_date == JANUARY]

    assert {one.document for one in found} == {"referat-januar.txt"}


def test_what_only_an_agenda_has_is_no_decision(made):
    (item,) = listed(made, outcomes=frozenset({Outcome.AGENDA_ONLY}))

    assert (item.meeting_date, item.decision) == (MARCH, None)
    assert item.recommendation == (
        "Det indstilles, at Styregruppe Nord\n1. Godkender de nye takster"
    )


def test_struck_text_is_no_decision(made):
    rates, forest = [one for one in listed(made) if one.punkt in ("1", "2")][1:]

    assert (rates.decision, rates.outcome) == ("Punktet udskydes til marts.", Outcome.POSTPONED)
    assert (forest.decision, forest.outcome) == (None, Outcome.RECOMMENDED)


def test_proposed_text_is_no_decision(made):
    (pool,) = [one for one in listed(made) if one.item_title == "Lånepuljen"]

    assert (pool.decision, pool.outcome) == (None, Outcome.RECOMMENDED)


def test_an_item_of_which_minutes_record_nothing_is_left_out(made):
    assert "Eventuelt" not in [one.item_title for one in listed(made)]


def test_a_closed_item_is_there_for_those_who_may_see_it_alone(made):
    closed = set(listed(made, EVERYTHING)) - set(listed(made))

    assert [one.item_title for one in closed] == ["Køb af Kastanjegården"]


def test_nothing_of_a_closed_item_is_counted_for_others(made):
    found = made.decisions(DecisionsQuery(), ALL, OPEN_ONLY)

    assert found.total == 5
    assert Outcome.DECIDED.value not in found.facets["outcome"]


def test_a_closed_item_changes_no_position_of_others(made):
    assert set(listed(made)) < set(listed(made, EVERYTHING))


def test_a_decision_is_whole_and_stands_where_it_says(archive, sample):
    (guide,) = [one for one in listed(archive) if one.item_title.startswith("Guide til sags")]
    text = (sample / guide.document).read_text("utf-8")

    assert guide.decision.startswith("Styregruppe Social godkendte guiden med den ændring")
    assert guide.decision.endswith("sekretariatet samler op på erfaringerne efter et år.")
    assert text[guide.start : guide.end].split() == guide.decision.split()
    assert guide.url == f"/kilder/{guide.document_id}?fra={guide.start}&til={guide.end}#citat"


def test_minutes_printed_in_others_have_their_own_day(archive):
    june = listed(archive, period=Period(date(2024, 6, 1), date(2024, 6, 30)))

    assert {one.meeting_date for one in june} == {date(2024, 6, 13)}
    assert {one.document_id for one in june} == {"referat-2024-09-05.2024-06-13"}


def test_a_subject_gives_what_is_about_it_and_not_all_that_names_it(archive):
    found = listed(archive, text="Fyrtårnet")

    assert places(found) == [
        (SPRING, "3"),
        (date(2024, 9, 5), "4"),
        (date(2024, 6, 13), "3"),
        (date(2023, 11, 16), "4"),
    ]


def test_a_subject_is_found_inside_compounds_and_by_other_words(archive):
    assert (SPRING, "5") in places(listed(archive, text="takster"))


def test_of_an_item_of_many_points_those_about_the_subject_are_given_and_judged(archive):
    (points,) = [one for one in listed(archive, text="styringsaftalen") if one.punkt == "8"]

    assert "Styringsaftale 2023-2024 gælder derfor fortsat" in points.decision
    assert "refererede kort fra mødet" not in points.decision


def test_facets_count_as_if_there_were_no_condition_on_them(archive):
    query = DecisionsQuery(outcomes=frozenset({Outcome.POSTPONED}), text="takster")
    found = archive.decisions(query, ALL, OPEN_ONLY)

    assert found.facets["outcome"] == {"udsat": 1, "ikke registreret": 1}
    assert found.facets["year"] == {"2025": 1}


def test_the_list_says_what_was_looked_through(archive):
    found = archive.decisions(DecisionsQuery(), Window(0, 2), OPEN_ONLY)

    assert (len(found.decisions), found.total, found.meetings) == (2, 35, 5)
    assert found.without_minutes == (date(2023, 11, 16),)


def test_a_window_goes_on_where_the_one_before_ended(archive):
    first, second = (
        archive.decisions(DecisionsQuery(), Window(offset, 3), OPEN_ONLY).decisions
        for offset in (0, 3)
    )

    assert first + second == listed(archive)[:6]


@pytest.mark.parametrize(
    "conditions", [{"bodies": {"Styregruppe Syd"}}, {"outcomes": {Outcome.ANNEX}}], ids=str
)
def test_a_value_that_nothing_has_is_refused(made, conditions):
    with pytest.raises(UnknownFilter, match="Brug en af disse"):
        listed(made, **{name: frozenset(values) for name, values in conditions.items()})


def test_a_subject_that_nothing_is_about_is_said(made):
    found = made.decisions(DecisionsQuery(text="svømmehal"), ALL, OPEN_ONLY)

    assert (found.total, found.decisions) == (0, ())
    assert found.notes[0].startswith("Ingen punkter handler om „svømmehal“.")


def test_conditions_that_nothing_meets_are_said(made):
    found = made.decisions(DecisionsQuery(period=Period(end=date(1999, 1, 1))), ALL, OPEN_ONLY)

    assert (found.total, len(found.notes)) == (0, 1)


def test_a_cpr_number_is_neither_searched_for_nor_repeated(made):
    found = made.decisions(DecisionsQuery(text=f"svømmehal {CPR}"), ALL, OPEN_ONLY)

    assert "cpr-nummer er fjernet" in found.notes[0]
    assert CPR not in " ".join(found.notes)


@pytest.mark.parametrize("text", ["?!", "og i på", CPR, "Har Jens Hansen en diagnose?"])
def test_a_text_that_is_no_subject_is_refused(made, text):
    with pytest.raises(QuestionRefused):
        listed(made, text=text)
