"""Following subjects, whatever the platform."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bots import following
from bots.memory import FileMemory
from bots.parts import Parts
from bots.ports import Followed
from service import texts
from service.errors import QuestionRefused
from tests.bots.chats import OPENLY
from tests.bots.slack.house import Desk, Newsroom, item

HERE = replace(OPENLY, thread="")


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(Desk(), FileMemory(tmp_path), Newsroom([item(1), item(2)]))


def startable(parts: Parts, subject: str) -> list[str]:
    return asyncio.run(following.startable(parts, Followed(HERE, subject)))


def start(parts: Parts, *subjects: str) -> None:
    for subject in subjects:
        asyncio.run(following.start(parts, Followed(HERE, subject), []))


def test_subject_is_startable_with_what_is_known_of_it(parts):
    assert startable(parts, "takster") == ["key 1", "key 2"]


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("", texts.FOLLOW_WITHOUT_SUBJECT),
        ("a" * 81, texts.SUBJECT_UNFIT.format(limit=80)),
        ("010165-1234", texts.SUBJECT_UNFIT.format(limit=80)),
    ],
)
def test_subject_that_cannot_be_followed_is_refused(parts, subject, why):
    with pytest.raises(QuestionRefused, match="^" + why.split("(")[0][:20]):
        startable(parts, subject)


def test_subject_that_is_followed_is_refused_whatever_its_capitals(parts):
    start(parts, "takster")

    with pytest.raises(QuestionRefused, match="allerede"):
        startable(parts, "TAKSTER")


def test_twenty_subjects_can_be_followed_in_a_place(parts):
    start(parts, *(f"emne {n}" for n in range(following.MOST)))

    with pytest.raises(QuestionRefused, match="20"):
        startable(parts, "et til")


@pytest.mark.parametrize(
    ("known", "said"),
    [(0, texts.FOLLOW_NOTHING_YET), (1, texts.FOLLOW_ONE_YET), (7, "Der er 7 beslutninger")],
)
def test_what_is_started_says_how_many_there_are(known, said):
    assert said in following.started("takster", known, "stop takster")


def test_subject_is_stopped_whatever_its_capitals(parts):
    start(parts, "takster", "indtag")

    assert asyncio.run(following.stopped(parts, HERE, "Takster"))
    assert asyncio.run(following.subjects(parts, HERE)) == ["indtag"]


def test_subject_that_is_not_followed_cannot_be_stopped(parts):
    assert not asyncio.run(following.stopped(parts, HERE, "takster"))


def test_what_is_followed_is_told_in_a_sentence():
    assert following.told(["takster", "indtag"]) == "Her følges „takster“ og „indtag“."
    assert following.told([]) == texts.FOLLOWED_NOTHING


def test_a_cpr_number_is_not_repeated_where_it_is_not_followed(parts):
    start(parts, "takster")

    said = asyncio.run(following.not_followed(parts, HERE, "sagen om 010165-1234"))

    assert "010165" not in said
    assert "sagen om" in said
    assert "„takster“" in said
