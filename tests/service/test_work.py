"""One question worked on: searched, read, picked, and held against what it asks for."""

from dataclasses import replace

from index import OPEN_ONLY, Filters, Snapshot
from service.conditions import Unmet
from service.question import understood
from service.work import Worked, worked


def work(state: Snapshot, question: str, filters: Filters | None = None) -> Worked:
    return worked(state, understood(question), filters or Filters())


def test_what_is_told_is_among_what_was_read_and_found(state: Snapshot) -> None:
    found = work(state, "Blev guiden om midlertidigt botilbud godkendt?")

    read = [section for section, _ in found.read]
    assert found.answers
    assert all(one.section in read for one in found.told)
    assert all(section.units and len(section.units) == len(its) for section, its in found.read)


def test_struck_rules_are_read_but_told_only_where_they_are_asked_for(state: Snapshot) -> None:
    asked = work(state, "Hvilke regler om dispensation er slettet i udkastet?")
    rule = work(state, "Hvornår kan Forretningsudvalget give dispensation?")

    assert {one.section.first.ref.struck for one in asked.told} == {True}
    assert {one.section.first.ref.struck for one in rule.told} == {False}
    assert any(section.first.ref.struck for section, _ in rule.read)


def test_a_rules_standing_is_told_with_what_was_struck(state: Snapshot) -> None:
    found = work(state, "Gælder muligheden for dispensation stadig efter udkastet?")

    struck = [one.section.first.ref.struck for one in found.told]
    assert struck == sorted(struck)
    assert struck[-1]


def test_a_course_of_events_tells_of_several_meetings(state: Snapshot) -> None:
    found = work(state, "Hvordan forløb sagen om Fyrtårnet?")

    held = [one.section.first.ref.held for one in found.told]
    assert len(set(held)) == len(held) >= 3
    assert held == sorted(day for day in held if day)


def test_what_is_refused_is_no_answer_but_shows_what_was_read(state: Snapshot) -> None:
    found = work(state, "Hvor stort var Fyrtårnets underskud i 2017?")

    assert not found.answers
    assert found.unmet.refusal
    assert found.hits
    assert found.read


def test_nothing_found_is_no_answer(state: Snapshot) -> None:
    found = work(state, "Hvad blev besluttet?", replace(Filters(), visibility=frozenset()))

    assert not found.answers
    assert (found.hits, found.read, found.told, found.unmet) == ([], (), (), Unmet())


def test_what_is_closed_is_neither_read_nor_told(state: Snapshot) -> None:
    found = work(state, "Hvad blev besluttet om køb af ejendom?")

    assert {section.first.ref.visibility for section, _ in found.read} <= OPEN_ONLY
