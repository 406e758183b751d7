""" "privat:" in a channel, and sharing the answer there afterwards."""

from typing import Any

import pytest

from service import texts
from service.access.visitor import Channel
from tests.bots.teams.activities import ALONE, CHANNEL, GUEST, KARLA, Where, thread
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import QUOTE, House
from tests.bots.teams.server import Message

HERS = f"a:new-{KARLA.id}"
MINE = Where("personal", HERS)
THERE = f"{CHANNEL};messageid=17"


def ask(bot: House, text: str = "privat: Hvad er taksten?") -> Message:
    """The answer in the personal chat."""
    bot.send(bot.teams.make.message(text, thread("17")))
    eventually(lambda: bot.teams.said(HERS) and bot.teams.said(THERE))
    return bot.teams.said(HERS)[0]


def click(bot: House, answer: Message, **more: Any) -> str:
    """What the bot says to a click on "Del i kanalen"."""
    before = len(bot.teams.said(HERS))
    sent = bot.teams.make.of("message", MINE, value=_button(answer)["data"], **more)
    bot.send(sent)
    eventually(lambda: len(bot.teams.said(HERS)) > before)
    return bot.teams.said(HERS)[-1].text


def test_the_answer_comes_in_the_personal_chat(bot: House) -> None:
    answer = ask(bot)

    assert QUOTE.split(" kr")[0] in answer.text
    assert [each.text for each in bot.teams.said(THERE)] == [texts.TEAMS_ANSWERED_ALONE]


def test_it_is_asked_with_the_rights_of_the_asker(bot: House) -> None:
    ask(bot)

    (asked,) = bot.desk.asked
    assert asked.question == "Hvad er taksten?"
    assert (asked.asker.user, asked.asker.guest) == (KARLA.object_id, False)
    assert (asked.place.conversation, asked.place.private) == (HERS, True)


@pytest.mark.parametrize("text", ["privat:", "Privat"])
def test_without_a_question_it_is_told_what_is_missing(bot: House, text: str) -> None:
    bot.send(bot.teams.make.message(text, thread("17")))
    eventually(lambda: bot.teams.said(THERE))

    assert "Skriv også dit spørgsmål" in bot.teams.said(THERE)[0].text
    assert bot.desk.asked == []


@pytest.mark.parametrize(
    "text",
    ["privat: Hvad er taksten?", "Privat, Hvad er taksten?", "privat Hvad er taksten?"],
)
def test_the_wish_may_be_written_in_several_ways(bot: House, text: str) -> None:
    ask(bot, text)

    assert bot.desk.asked[0].question == "Hvad er taksten?"


@pytest.mark.parametrize("text", ["Private leverandører i 2024?", "privat institution takst"])
def test_a_question_about_private_things_is_answered_there(bot: House, text: str) -> None:
    bot.send(bot.teams.make.message(text, thread("17")))

    eventually(lambda: bot.teams.said(THERE))
    assert bot.desk.asked[0].question == text
    assert not bot.desk.asked[0].place.private


def test_a_wish_that_comes_twice_is_answered_once(bot: House) -> None:
    message = bot.teams.make.message("privat: Hvad er taksten?", thread("17"))

    for _ in range(3):
        bot.send(message)
    eventually(lambda: bot.teams.said(HERS) and bot.teams.said(THERE))

    assert len(bot.desk.asked) == 1


def test_who_cannot_be_written_to_is_told_what_to_do(bot: House) -> None:
    bot.teams.fail("conversation", status=403, code="ForbiddenOperationException")

    bot.send(bot.teams.make.message("privat: Hvad er taksten?", thread("17")))

    eventually(lambda: bot.teams.said(THERE))
    assert bot.teams.said(THERE)[0].text == texts.TEAMS_NO_PERSONAL
    assert bot.desk.asked == []


def test_only_an_answer_from_a_channel_can_be_shared(bot: House) -> None:
    bot.send(bot.teams.make.message("Hvad er taksten?", ALONE))

    eventually(lambda: bot.teams.said())
    assert "attachments" not in bot.teams.said()[0].activity


def test_a_shared_answer_is_asked_anew_with_open_rights(bot: House) -> None:
    answer = ask(bot)

    said = click(bot, answer)

    assert said == texts.TEAMS_SHARED
    private, public = bot.desk.asked
    assert (public.place.conversation, public.place.thread) == (CHANNEL, "17")
    assert not public.place.private
    assert public.question == private.question


def test_a_shared_answer_says_who_shared_it_and_what_was_asked(bot: House) -> None:
    click(bot, ask(bot))

    shared = bot.teams.said(THERE)[-1]
    assert shared.text.startswith("*Karla Kvist har delt et svar.")
    assert "> Hvad er taksten?" in shared.text
    assert len(shared.citations) == 1


def test_an_answer_is_shared_once(bot: House) -> None:
    answer = ask(bot)

    said = [click(bot, answer) for _ in range(5)]

    assert said == [texts.TEAMS_SHARED] + [texts.TEAMS_SHARED_ALREADY] * 4
    assert len(bot.teams.said(THERE)) == 2


def test_who_left_the_channel_cannot_share_there(bot: House) -> None:
    answer = ask(bot)
    del bot.teams.people[KARLA.id]

    assert click(bot, answer) == texts.TEAMS_NOT_THERE
    assert len(bot.teams.said(THERE)) == 1


def test_where_the_bot_was_taken_out_nothing_is_shared(bot: House) -> None:
    answer = ask(bot)
    bot.teams.left.add(CHANNEL)

    assert click(bot, answer) == texts.TEAMS_NOT_THERE


def test_what_could_not_be_answered_may_be_shared_later(bot: House) -> None:
    answer = ask(bot)
    bot.desk.fails = RuntimeError("made to fail")
    first = click(bot, answer)
    bot.desk.fails = None

    assert first == texts.BOT_BROKEN
    assert click(bot, answer) == texts.TEAMS_SHARED


def test_nobody_shares_what_another_asked(bot: House) -> None:
    answer = ask(bot)

    said = click(bot, answer, **{"from": GUEST.account})

    assert said == texts.TEAMS_TOO_OLD


@pytest.mark.parametrize("data", [{"flow": "share"}, {"flow": "share", "key": "made-up"}])
def test_a_made_up_key_shares_nothing(bot: House, data: dict[str, str]) -> None:
    ask(bot)

    bot.send(bot.teams.make.of("message", MINE, value=data))
    bot.send(bot.teams.make.message("følger", MINE))

    eventually(lambda: texts.FOLLOWED_NOTHING in [each.text for each in bot.teams.said(HERS)])
    assert len(bot.teams.said(THERE)) == 1


def test_a_hostile_name_stays_text(bot: House) -> None:
    answer = ask(bot)
    name = "<at>Alle</at> [klik](https://ond.dk)"

    click(bot, answer, **{"from": KARLA.account | {"name": name}})

    assert "<at>" not in bot.teams.said(THERE)[-1].text
    assert "](https://ond.dk" not in bot.teams.said(THERE)[-1].text


def _button(answer: Message) -> dict[str, Any]:
    (only,) = answer.activity["attachments"][0]["content"]["body"][0]["actions"]
    return dict(only)


@pytest.mark.parametrize("told", [True, False], ids=["answered", "before its answer"])
def test_a_wish_that_is_deleted_in_the_channel_is_forgotten(bot: House, told: bool) -> None:
    bot.desk.held = not told
    wish = bot.teams.make.message("privat: Hvad koster zebrafinken?", thread("17"))
    bot.send(wish)
    eventually(lambda: bot.teams.said(THERE) and (bot.teams.said(HERS) or bot.desk.waiting))

    bot.send(bot.teams.make.deleted(wish))
    eventually(lambda: not bot.memory.unfinished(Channel.TEAMS))
    bot.desk.held = False

    eventually(lambda: not bot.desk.waiting and not _kept(bot, "zebrafinken"))


def test_a_wish_that_was_deleted_before_it_came_is_not_answered(bot: House) -> None:
    wish = bot.teams.make.message("privat: Hvad er taksten?", thread("17"))

    bot.send(bot.teams.make.deleted(wish))
    bot.send(wish)
    bot.send(bot.teams.make.message("Hvad er så taksten?", thread("17")))

    eventually(lambda: bot.teams.said(THERE))
    assert [each.question for each in bot.desk.asked] == ["Hvad er så taksten?"]


def _kept(bot: House, words: str) -> bool:
    """Whether they stand in the memory's files."""
    beside = bot.memory_file.parent.glob(f"{bot.memory_file.name}*")
    return any(words.encode() in each.read_bytes() for each in beside)
