"""What everybody may know: decisions of a subject that are known again, and what is here."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bots import build
from bots.newsroom import OpenNewsroom
from bots.ports import Item, Newsroom, Shelf
from index import IndexMissing
from service import texts
from service.answer import Outcome
from service.archive.of_index import IndexArchive
from service.archive.port import Allowed
from service.archive.records import Decision, Decisions, DecisionsQuery, Window
from service.assistant import ExtractiveAssistant
from service.errors import QuestionRefused
from service.settings import Settings
from tests.bots.minutes import Collection

TAXES = "takster"
DECISION = Decision(
    document="referat.txt",
    document_id="referat",
    title="Referat",
    kind="referat",
    body="Styregruppe Social",
    meeting_date=date(2025, 3, 12),
    punkt="5",
    item_title="Takster",
    section="Beslutning",
    page=None,
    page_label=None,
    url="/kilder/referat",
    outcome=Outcome.DECIDED,
    draft=False,
    struck=False,
    proposed=False,
    edition=None,
    decision="Godkendt.",
    recommendation=None,
    start=0,
    end=9,
)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    made = Collection(tmp_path)
    made.write(0)
    made.index()
    return made


@pytest.fixture(scope="module")
def of_sample(sample_home: Path) -> Newsroom:
    """The newsroom of the sample documents."""
    return build.parts(Settings(home=sample_home)).newsroom


@pytest.fixture(scope="module")
def one_meeting(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """A collection that no test changes."""
    made = Collection(tmp_path_factory.mktemp("newsroom"))
    made.write(0)
    made.index()
    return made


def decided(collection: Collection, subject: str = TAXES) -> list[Item]:
    """What was decided, asked anew."""
    newsroom = build.parts(Settings(home=collection.home)).newsroom
    return asyncio.run(newsroom.decisions(subject))


def keys(items: list[Item]) -> set[str]:
    return {item.key for item in items}


def shelf(newsroom: Newsroom) -> Shelf:
    return asyncio.run(newsroom.shelf())


def test_a_decision_is_told_word_for_word_with_its_place(one_meeting: Collection) -> None:
    (item,) = decided(one_meeting)

    assert item.text == "Forslaget fra Fjordby om 3 pladser blev godkendt."
    assert item.title == "Takster for botilbud"
    assert item.where.startswith("Styregruppe Social, 14. januar 2021, punkt 1")
    assert item.status == texts.OUTCOMES["besluttet"]
    assert item.url is None


def test_where_the_page_is_known_a_decision_opens_there(one_meeting: Collection) -> None:
    site = "https://aftalesvar.example"
    settings = Settings(home=one_meeting.home, public_url=site)
    (item,) = asyncio.run(build.parts(settings).newsroom.decisions(TAXES))

    assert item.url
    assert item.url.startswith(f"{site}/kilder/")


def test_a_decision_is_known_again_when_others_came(collection: Collection) -> None:
    before = keys(decided(collection))
    collection.write(8)
    collection.index()
    after = keys(decided(collection))

    assert len(after) == 2
    assert before < after


def test_a_decision_is_known_again_in_a_file_of_another_name(collection: Collection) -> None:
    before = keys(decided(collection))
    (collection.documents / "referat-0.txt").rename(collection.documents / "Møde jan.txt")
    collection.index()

    assert keys(decided(collection)) == before


def test_minutes_that_are_here_twice_are_told_once(collection: Collection) -> None:
    collection.write(0, "kopi.txt", **{"Udgiften": "Prisen"})
    collection.index()

    assert len(decided(collection)) == 1


def test_a_decision_that_was_changed_is_another(collection: Collection) -> None:
    before = keys(decided(collection))
    collection.write(0, **{"3 pladser blev godkendt": "2 pladser blev godkendt"})
    collection.index()

    assert keys(decided(collection)).isdisjoint(before)


def test_what_was_not_decided_is_no_news(tmp_path: Path) -> None:
    collection = Collection(tmp_path)
    collection.write(0, **{"Beslutning:": "Bemærkning:"})
    collection.write(8, **{"blev godkendt": "blev drøftet"})
    collection.write(16, **{"Beslutning:\n\nForslaget": "Forslaget"})
    collection.write(24)
    collection.index()

    assert [item.where.split(", ")[1] for item in decided(collection)] == ["4. maj 2023"]


class Drawer(IndexArchive):
    """An archive of one decision, with some of what is known of it changed."""

    def __init__(self, **changed: Any) -> None:
        self._found = replace(DECISION, **changed)

    def decisions(self, query: DecisionsQuery, window: Window, allowed: Allowed) -> Decisions:
        return Decisions((self._found,), 1, 1, (), {}, "g1")


@pytest.mark.parametrize(
    ("changed", "told"),
    [({}, 1), ({"draft": True}, 0), ({"struck": True}, 0), ({"decision": None}, 0)],
)
def test_a_draft_is_told_of_when_it_is_approved(
    assistant: ExtractiveAssistant, changed: dict[str, Any], told: int
) -> None:
    newsroom = OpenNewsroom(Drawer(**changed), assistant)

    assert len(asyncio.run(newsroom.decisions(TAXES))) == told


def test_what_only_an_agenda_has_is_no_news(of_sample: Newsroom) -> None:
    found = asyncio.run(of_sample.decisions("Fyrtårnet"))

    assert found
    assert not any("2023" in item.where for item in found)


def test_what_is_newest_comes_first(of_sample: Newsroom) -> None:
    found = asyncio.run(of_sample.decisions("Fyrtårnet"))

    assert [item.where.split(", ")[1] for item in found][:2] == [
        "12. marts 2025",
        "5. september 2024",
    ]


@pytest.mark.parametrize("subject", ["", "  ", "?", "og det"])
def test_a_subject_without_words_is_refused(one_meeting: Collection, subject: str) -> None:
    with pytest.raises(QuestionRefused):
        decided(one_meeting, subject)


def test_an_update_is_another_generation(collection: Collection) -> None:
    def generation() -> str:
        return asyncio.run(build.parts(Settings(home=collection.home)).newsroom.generation())

    before = generation()
    collection.write(1)
    collection.index()

    assert generation() != before


def test_before_anything_is_indexed_there_is_no_newsroom(tmp_path: Path) -> None:
    newsroom: OpenNewsroom = build.parts(Settings(home=tmp_path)).newsroom  # type: ignore[assignment]

    for asked in (newsroom.generation, newsroom.shelf, lambda: newsroom.decisions(TAXES)):
        with pytest.raises(IndexMissing):
            asyncio.run(asked())


def test_the_shelf_says_what_is_here(of_sample: Newsroom) -> None:
    holds = shelf(of_sample).holds

    assert holds[0] == "9 dokumenter"
    assert "Referat: 4" in holds[1]
    assert holds[2] == "Seneste møde: 12. marts 2025"


def test_the_shelf_says_what_is_missing(of_sample: Newsroom) -> None:
    assert shelf(of_sample).missing == (
        "Kun dagsordenen er her, så beslutningerne kendes ikke: "
        "Styregruppe Social 16. november 2023.",
        "Ét dokument er et udkast og ikke vedtaget.",
    )


def test_the_shelf_has_the_latest_matters_and_no_formalities(of_sample: Newsroom) -> None:
    latest = shelf(of_sample).latest

    assert len(latest) == 5
    assert all("12. marts 2025" in item.where for item in latest[:3])
    assert not any("dagsorden" in item.title.lower() for item in latest)


def test_the_shelf_has_questions_that_can_be_asked(of_sample: Newsroom) -> None:
    assert len(shelf(of_sample).examples) == 3
