"""Asking the secretariat."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.teams import secretariat
from service import texts
from tests.bots.teams.activities import CHANNEL, KARLA, thread
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import QUOTE, House, house
from tests.bots.teams.limits import broken_dialog
from tests.bots.teams.server import BotFramework

DESK = "19:sekretariat@thread.tacv2"


@pytest.fixture(scope="module")
def with_secretariat(
    framework: BotFramework, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    with house(framework, tmp_path_factory.mktemp("bot"), secretariat=DESK) as running:
        yield running


@pytest.fixture
def bot(with_secretariat: House, teams: BotFramework) -> House:
    with_secretariat.forget()
    return with_secretariat


def asked(bot: House) -> dict[str, Any]:
    """What the button under an answer in a channel sends."""
    bot.send(bot.teams.make.message("Hvad er taksten?", thread("17")))
    eventually(lambda: bot.teams.said())
    (button,) = bot.teams.said()[0].activity["attachments"][0]["content"]["body"][0]["actions"]
    return dict(button["data"])


def invoked(bot: House, name: str, data: Any, **more: Any) -> Any:
    """What Teams shows after that."""
    said = bot.send(bot.teams.make.invoke(name, {"data": data}, thread("17"), **more))
    assert said.status_code == 200
    assert broken_dialog(said.json()) == []
    return said.json()["task"]


def sent(bot: House, data: Any, remark: str = "") -> Any:
    """The answer to the dialog that was filled in."""
    return invoked(bot, "task/submit", data | {"remark": remark})["value"]


def test_the_dialog_shows_the_question_and_what_is_sent(bot: House) -> None:
    task = invoked(bot, "task/fetch", asked(bot))

    shown = str(task["value"]["card"]["content"])
    assert "Hvad er taksten?" in shown
    assert texts.HAND_OVER_HELP in shown


def test_the_secretariat_gets_the_question_the_remark_and_what_was_found(bot: House) -> None:
    said = sent(bot, asked(bot), "Gælder den også **næste** år?")

    assert said == texts.TEAMS_HANDED
    (handed,) = bot.teams.said(DESK)
    assert "> Hvad er taksten?" in handed.text
    assert "> Gælder den også \\*\\*næste\\*\\* år?" in handed.text
    assert QUOTE.split(" kr")[0] in handed.text


def test_who_asks_is_mentioned_by_us(bot: House) -> None:
    sent(bot, asked(bot))

    mention = bot.teams.said(DESK)[0].entity("mention")
    assert mention is not None
    assert mention["mentioned"]["id"] == KARLA.id
    assert mention["text"] == "<at>Karla Kvist</at>"


def test_who_is_not_in_that_conversation_is_named_and_not_mentioned(bot: House) -> None:
    data = asked(bot)
    del bot.teams.people[KARLA.id]

    sent(bot, data)

    (handed,) = bot.teams.said(DESK)
    assert handed.entity("mention") is None
    assert handed.text.startswith("**Karla Kvist** har et spørgsmål")


def test_what_was_found_is_asked_with_open_rights(bot: House) -> None:
    sent(bot, asked(bot))

    last = bot.desk.asked[-1]
    assert (last.place.conversation, last.place.private) == (DESK, False)
    assert last.question == "Hvad er taksten?"


def test_a_question_is_handed_over_once(bot: House) -> None:
    data = asked(bot)

    said = [sent(bot, data) for _ in range(3)]

    assert said == [texts.TEAMS_HANDED] + [texts.TEAMS_HANDED_ALREADY] * 2
    assert len(bot.teams.said(DESK)) == 1


def test_what_was_not_handed_over_may_be_sent_again(bot: House) -> None:
    data = asked(bot)
    bot.teams.left.add(DESK)
    first = sent(bot, data)
    bot.teams.left.clear()

    assert first == texts.TEAMS_NOT_HANDED
    assert sent(bot, data) == texts.TEAMS_HANDED


def test_a_dialog_does_not_wait_for_a_slow_answer(
    bot: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secretariat, "PATIENCE", 0.1)
    data = asked(bot)
    bot.desk.held = True

    said = sent(bot, data)
    bot.desk.held = False

    assert said == texts.TEAMS_HANDED_SOON
    eventually(lambda: bot.teams.said(DESK))


def test_of_trouble_after_the_dialog_they_are_told_where_they_clicked(
    bot: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secretariat, "PATIENCE", 0.1)
    data = asked(bot)
    bot.desk.held = True
    bot.teams.left.add(DESK)

    sent(bot, data)
    bot.desk.held = False

    there = f"{CHANNEL};messageid=17"
    eventually(lambda: bot.teams.said(there)[-1].text == texts.TEAMS_NOT_HANDED)


def test_cpr_numbers_in_a_remark_are_masked(bot: House) -> None:
    sent(bot, asked(bot), "Det handler om 010190-1234.")

    assert "1234" not in bot.teams.said(DESK)[0].text


@pytest.mark.parametrize("data", [None, {}, {"flow": "secretariat"}, {"flow": "x", "key": "k"}])
@pytest.mark.parametrize("name", ["task/fetch", "task/submit"])
def test_what_no_button_of_ours_sends_opens_nothing(bot: House, name: str, data: Any) -> None:
    assert invoked(bot, name, data) == {"type": "message", "value": texts.TEAMS_TOO_OLD}


def test_without_a_secretariat_there_is_no_button(teams: BotFramework, tmp_path: Path) -> None:
    with house(teams, tmp_path) as bot:
        bot.send(teams.make.message("Hvad er taksten?"))
        eventually(lambda: teams.said())

    assert "attachments" not in teams.said()[0].activity
