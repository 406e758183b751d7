"""What is for the bot and what is not, and where it comes and goes."""

from typing import Any

import httpx
import pytest

from bots.asker import Place
from bots.ports import Followed
from service import texts
from service.access.visitor import Channel
from service.unready import IndexMissing
from tests.bots.teams.activities import (
    ALONE,
    APP,
    BOT,
    CHANNEL,
    ELSEWHERE,
    KARLA,
    PERSONAL,
    TENANT,
    TOGETHER,
    Person,
    Where,
    thread,
)
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import House

QUESTION = "Hvad er taksten?"
HERE = Place(Channel.TEAMS, TENANT, CHANNEL)


def quiet(bot: House) -> bool:
    """Whether nothing was said, nor is being said: a question asked later is alone."""
    before = len(bot.desk.asked)
    bot.send(bot.teams.make.message("Kun den her?", Where("personal", "a:other")))
    eventually(lambda: bot.teams.said("a:other"))
    return len(bot.desk.asked) == before + 1 and len(bot.teams.said()) == 1


@pytest.mark.parametrize("where", [TOGETHER, thread()])
def test_what_is_said_among_others_is_not_for_us(bot: House, where: Where) -> None:
    bot.send(bot.teams.make.overheard(QUESTION, where))

    assert quiet(bot)


def test_a_thread_in_which_we_were_asked_goes_on_without_our_name(bot: House) -> None:
    bot.send(bot.teams.make.message(QUESTION, thread("17")))
    eventually(lambda: bot.memory.earlier(bot.desk.asked[0].place) if bot.desk.asked else ())

    bot.send(bot.teams.make.overheard("Og i 2023?", thread("17")))
    eventually(lambda: len(bot.teams.said()) == 2)

    assert [each.question for each in bot.desk.asked] == [QUESTION, "Og i 2023?"]


def test_another_thread_does_not(bot: House) -> None:
    bot.send(bot.teams.make.message(QUESTION, thread("17")))
    eventually(lambda: bot.memory.earlier(bot.desk.asked[0].place) if bot.desk.asked else ())

    bot.send(bot.teams.make.overheard("Og i 2023?", thread("18")))
    bot.send(bot.teams.make.message("Nyt?", thread("19")))
    eventually(lambda: len(bot.teams.said()) == 2)

    assert [each.question for each in bot.desk.asked] == [QUESTION, "Nyt?"]


def test_thanks_between_people_in_our_thread_are_not_for_us(bot: House) -> None:
    bot.send(bot.teams.make.message(QUESTION, thread("17")))
    eventually(lambda: bot.memory.earlier(bot.desk.asked[0].place) if bot.desk.asked else ())

    bot.send(bot.teams.make.overheard("tak for det", thread("17")))
    bot.send(bot.teams.make.message("Nyt?", thread("19")))
    eventually(lambda: len(bot.teams.said()) == 2)

    assert [each.question for each in bot.desk.asked] == [QUESTION, "Nyt?"]


def test_a_message_to_somebody_else_in_our_thread_is_not_for_us(bot: House) -> None:
    bot.send(bot.teams.make.message(QUESTION, thread("17")))
    eventually(lambda: bot.memory.earlier(bot.desk.asked[0].place) if bot.desk.asked else ())
    her = {"type": "mention", "mentioned": {"id": "29:x", "name": "Ida"}, "text": "<at>Ida</at>"}

    said = bot.teams.make.overheard("<at>Ida</at> vil du?", thread("17")) | {"entities": [her]}
    bot.send(said)
    bot.send(bot.teams.make.message("Nyt?", thread("19")))
    eventually(lambda: len(bot.teams.said()) == 2)

    assert [each.question for each in bot.desk.asked] == [QUESTION, "Nyt?"]


@pytest.mark.parametrize(
    "program",
    [
        {"id": "28:another", "name": "Robot"},
        {"id": f"28:{APP}", "name": "Aftalesvar"},
        {"id": "29:x", "name": "Robot", "role": "bot"},
    ],
)
def test_programs_are_not_answered(bot: House, program: dict[str, Any]) -> None:
    bot.send(bot.teams.make.message(QUESTION) | {"from": program})

    assert quiet(bot)


@pytest.mark.parametrize("kind", ["typing", "event", "endOfConversation", "messageReaction"])
def test_what_asks_nothing_is_not_answered(bot: House, kind: str) -> None:
    said = bot.send(bot.teams.make.of(kind, text=QUESTION))

    assert said.status_code in (200, 400)
    assert quiet(bot)


def test_an_edit_that_comes_alone_is_not_answered(bot: House) -> None:
    activity = bot.teams.make.message(QUESTION)

    assert bot.send(bot.teams.make.edited(activity, "Noget andet?")).status_code == 200
    assert quiet(bot)


def test_an_undone_delete_is_not_answered(bot: House) -> None:
    activity = bot.teams.make.edited(bot.teams.make.message(QUESTION), QUESTION)
    activity["channelData"]["eventType"] = "undeleteMessage"

    assert bot.send(activity).status_code == 200
    assert quiet(bot)


def test_a_click_on_a_card_is_no_question(bot: House) -> None:
    bot.send(bot.teams.make.message("", value={"key": "x"}))

    assert quiet(bot)


def test_whoever_installs_us_is_told_once_what_we_are(bot: House) -> None:
    make = bot.teams.make

    bot.send(make.members("membersAdded", ALONE, BOT))
    bot.send(make.installed())
    bot.send(make.installed())
    eventually(bot.teams.said)

    assert [each.conversation for each in bot.teams.said()] == [PERSONAL]
    assert "Hej. Jeg svarer med kilder" in bot.teams.said()[0].text


def test_a_team_is_greeted_in_a_thread_of_its_own(bot: House) -> None:
    bot.send(bot.teams.make.installed(Where("channel", CHANNEL)))
    eventually(bot.teams.said)

    assert [each.conversation for each in bot.teams.said()] == [CHANNEL]


def test_others_who_come_are_not_greeted(bot: House) -> None:
    bot.send(bot.teams.make.members("membersAdded", TOGETHER, KARLA.account))

    assert quiet(bot)


@pytest.mark.parametrize("how", ["uninstalled", "removed"])
def test_where_we_are_taken_away_nothing_is_followed_any_more(bot: House, how: str) -> None:
    where = Where("channel", CHANNEL)
    bot.memory.follow(Followed(HERE, "takster", bot.teams.service), ())

    if how == "uninstalled":
        bot.send(bot.teams.make.installed(where, "remove"))
    else:
        bot.send(bot.teams.make.members("membersRemoved", where, BOT))

    assert bot.memory.following(Channel.TEAMS) == []


def test_others_who_leave_change_nothing(bot: House) -> None:
    bot.memory.follow(Followed(HERE, "takster", bot.teams.service), ())

    where = Where("channel", CHANNEL)
    bot.send(bot.teams.make.members("membersRemoved", where, KARLA.account))

    assert len(bot.memory.following(Channel.TEAMS)) == 1


def test_markup_and_mentions_in_a_question_are_only_text(bot: House) -> None:
    foul = "<at>Alle</at> **fed** [klik](https://ond.dk) <script>alert(1)</script> [1]"

    bot.send(bot.teams.make.message(foul))
    eventually(bot.teams.said)

    (said,) = bot.teams.said()
    assert said.entity("mention") is None
    assert "https://ond.dk" not in said.text
    assert "<" not in said.text


def test_a_guest_house_in_a_shared_channel_has_open_rights(bot: House) -> None:
    other = Person("29:far", "bbbbbbbb-0000-4000-8000-000000000009", "Fie", "user", ELSEWHERE)
    bot.teams.people[other.id] = other

    bot.send(bot.teams.make.message(QUESTION, thread(), other))
    eventually(bot.teams.said)

    assert bot.desk.asked[0].asker.guest is True
    assert bot.desk.asked[0].place.private is False


def test_without_an_index_the_bot_says_what_it_is_all_the_same(bot: House) -> None:
    bot.news.fails = IndexMissing("none")

    bot.send(bot.teams.make.installed())

    eventually(lambda: bot.teams.said())
    assert texts.TEAMS_WELCOME.split(".")[0] in bot.teams.said()[0].text


def test_without_an_index_it_is_not_ready(bot: House) -> None:
    bot.news.fails = IndexMissing("none")

    said = httpx.get(f"{bot.url}/ready")

    assert (said.status_code, said.json()) == (503, {"status": "no index"})
