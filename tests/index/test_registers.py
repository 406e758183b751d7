"""The lists of a collection hold what may be seen, each item under its document, and no more."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index import EVERYTHING, OPEN_ONLY, Index, Kind, Snapshot, Updater, Visibility
from tests.index.test_closed import NESTED

SPRING = date(2025, 3, 12)


@pytest.fixture(scope="module")
def state(index: Index) -> Iterator[Snapshot]:
    with index.snapshot() as made:
        yield made


def test_a_meeting_inside_another_is_a_paper_of_its_own(state: Snapshot) -> None:
    papers = state.papers(OPEN_ONLY)

    inner = [paper for paper in papers if paper.outer]
    assert [(p.held, p.outer, p.source) for p in inner] == [
        (date(2024, 6, 13), "referat-2024-09-05", "referat-2024-09-05.txt")
    ]
    assert inner[0].file == "referat-2024-09-05"
    assert len(papers) == 9


def test_an_agreement_has_no_date_and_its_edition(state: Snapshot) -> None:
    found = {p.id: p for p in state.papers(OPEN_ONLY)}["styringsaftale-2023-2024"]

    assert (found.kind, found.held, found.edition) == (Kind.STYRINGSAFTALE, None, "2023-2024")


def test_an_item_has_the_whole_text_of_what_was_decided(state: Snapshot) -> None:
    found = next(i for i in state.items(OPEN_ONLY) if i.title == "Kortlægning af tomme pladser")

    assert found.number == "6"
    assert found.outcome == (
        "Kortlægningen blev taget til efterretning.\n"
        "Det blev besluttet, at kortlægningen gentages én gang om året i juni måned."
    )
    assert found.listed == ("Notat om ledige lokaler i Lyngholm",)


def test_an_agenda_has_recommendations_and_no_outcome(state: Snapshot) -> None:
    of_agenda = [i for i in state.items(OPEN_ONLY) if i.paper.kind is Kind.DAGSORDEN]

    assert len(of_agenda) == 8
    assert not any(item.outcome for item in of_agenda)


def test_a_closed_item_is_listed_for_those_with_access_alone(state: Snapshot) -> None:
    some, every = (
        [i for i in state.items(allowed) if i.paper.held == SPRING]
        for allowed in (OPEN_ONLY, EVERYTHING)
    )

    assert {item.title for item in every} - {item.title for item in some} == {
        "Drøftelse af køb af ejendom"
    }
    assert all(item.visibility is Visibility.OPEN for item in some)


@pytest.mark.parametrize("allowed", [OPEN_ONLY, EVERYTHING])
def test_positions_are_those_in_the_document_the_same_people_see(
    state: Snapshot, allowed: frozenset[Visibility]
) -> None:
    for item in state.items(allowed):
        document = state.document(item.paper.id, allowed)

        assert document
        assert document.items[item.position - 1].heading == item.title


def test_a_meeting_printed_in_a_closed_item_is_closed_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    (folder / "referat-2024-09-05.txt").write_text(NESTED, encoding="utf-8")
    Updater(tmp_path / "home").update(folder)

    with closing(Index(tmp_path / "home")) as index, index.snapshot() as state:
        seen = [paper.held for paper in state.papers(OPEN_ONLY)]
        titles = {item.title for item in state.items(OPEN_ONLY)}

    assert seen == [date(2024, 9, 5)]
    assert titles == {"Godkendelse af dagsorden", "Eventuelt"}
