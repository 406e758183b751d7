"""Proposals are made of the collection's structure, and stand in the documents."""

from collections.abc import Sequence
from datetime import date

import pytest

from eval.questions import SAMPLE
from eval.sets.checking import checked
from eval.sets.collection import Collection, of_folder
from eval.sets.row import Row, State
from eval.sets.suggest import suggested


@pytest.fixture(scope="module")
def collection() -> Collection:
    return of_folder(SAMPLE / "documents")


@pytest.fixture(scope="module")
def rows(collection: Collection) -> Sequence[Row]:
    return suggested(collection)


def asking(rows: Sequence[Row], words: str) -> list[Row]:
    return [row for row in rows if words in row.question]


def test_the_proposals_need_no_mending(rows: Sequence[Row], collection: Collection) -> None:
    found = checked([row.item() for row in rows], collection)

    assert [(finding.id, finding.says) for finding in found if not finding.doubt] == []


def test_each_waits_for_a_person(rows: Sequence[Row]) -> None:
    assert {row.status for row in rows} == {State.PROPOSED}


def test_the_same_are_proposed_each_time(rows: Sequence[Row], collection: Collection) -> None:
    assert suggested(collection) == rows


def test_the_first_are_of_many_kinds_and_documents(rows: Sequence[Row]) -> None:
    assert {row.type for row in rows[:16]} >= {
        "decision", "trap", "rule", "number", "unanswerable",
    }  # fmt: skip
    assert len({row.gold[0].doc for row in rows[:16] if row.gold}) >= 5


def test_an_outcome_is_asked_with_its_place(rows: Sequence[Row]) -> None:
    row = next(r for r in asking(rows, "vikarkorps") if r.type == "decision")

    assert row.gold[0].quote == (
        "Styregruppe Social besluttede at videreføre vikarkorpset i 2022 og 2023."
    )
    assert (row.meeting, row.punkt, row.gold[0].line_from) == (date(2021, 5, 20), "3", 140)


def test_a_decision_against_the_recommendation_is_a_trap(rows: Sequence[Row]) -> None:
    (row,) = [r for r in asking(rows, "Fremtiden for Fyrtårnet") if r.type == "trap"]

    assert "model B" in row.answer
    assert "model C" in row.answer


def test_an_agenda_without_minutes_has_no_decision(rows: Sequence[Row]) -> None:
    row = next(r for r in rows if r.meeting == date(2023, 11, 16) and r.type == "trap")

    assert row.nuggets[0] == "beslutningen fremgår ikke, der er kun en dagsorden"
    assert row.section == "Indstilling"


def test_a_struck_rule_is_asked_as_one_that_may_not_hold(rows: Sequence[Row]) -> None:
    row = asking(rows, "Gælder reglen om „Ind- og udmelding af tilbud“")[0]

    assert row.nuggets == ["overstreget"]
    assert "dispensation i op til 30 dage" in row.gold[0].quote


def test_a_draft_is_told_as_one(rows: Sequence[Row]) -> None:
    row = asking(rows, "op til om „Frister“, og er det vedtaget?")[0]

    assert row.nuggets == [
        "Driftsherren sender indmeldingen til rammeaftalesekretariatet senest den 15. august "
        "året før",
        "udkast",
    ]


def test_a_cell_of_a_table_is_asked_by_row_and_column(rows: Sequence[Row]) -> None:
    (row,) = [r for r in asking(rows, "„Uanmeldte besøg“") if r.answerable]

    year = next(year for year in ("2021", "2022", "2023") if f" i {year} " in row.question)
    assert row.nuggets == [{"2021": "246", "2022": "281", "2023": "308"}[year]]


def test_a_year_that_is_not_known_has_no_answer(rows: Sequence[Row]) -> None:
    (row,) = [r for r in asking(rows, "„Uanmeldte besøg“") if not r.answerable]

    assert " i 2020 " in row.question or " i 2024 " in row.question
    assert not row.gold


def test_nothing_of_a_closed_item_is_proposed(rows: Sequence[Row]) -> None:
    said = " ".join(row.model_dump_json() for row in rows)

    assert not [word for word in ("Hejrevangen", "8.735.000", "8,2 mio") if word in said]
