"""Questions in Teams and what then stands there."""

import json
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from bots.asker import Asked
from bots.teams import answering, outgoing, streaming
from service import texts
from service.access.errors import TooMany
from service.access.visitor import Channel
from service.answer import Answer, Sentence, Sources
from service.unready import IndexMissing
from tests.bots.teams.activities import (
    ALONE,
    CHANNEL,
    GUEST,
    KARLA,
    OUTSIDER,
    PERSONAL,
    TENANT,
    TOGETHER,
    Person,
    Where,
    thread,
)
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import QUOTE, DeskInHand, House, house
from tests.bots.teams.server import BotFramework, Message

QUESTION = "Hvad er taksten på Birkegården?"
SHORT = QUOTE.split(" kr")[0]


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause between pieces, and short ones before a second attempt."""
    monkeypatch.setattr(streaming, "PACE", 0.0)
    monkeypatch.setattr(outgoing, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(answering, "LATER", ())


@pytest.fixture
def asked(bot: House) -> Message:
    """What stands there after a question in a personal chat."""
    return answered(bot)


def answered(bot: House, where: Where = ALONE, who: Person = KARLA, **more: Any) -> Message:
    """Ask, and wait for the one message that answers."""
    before = len(bot.teams.said())
    assert bot.send(bot.teams.make.message(QUESTION, where, who, **more)).status_code == 200
    eventually(lambda: len(bot.teams.said()) > before)
    finished(bot)
    (said,) = bot.teams.said()[before:]
    return said


def finished(bot: House) -> None:
    """Wait until nothing that was taken is left."""
    eventually(lambda: not bot.memory.unfinished(Channel.TEAMS))


def test_a_question_is_answered_where_it_was_asked(asked: Message) -> None:
    assert asked.conversation == PERSONAL
    assert SHORT in asked.text


def test_the_answer_says_that_a_machine_made_it_and_asks_for_an_opinion(asked: Message) -> None:
    message = asked.entity("https://schema.org/Message") or {}

    assert message["additionalType"] == ["AIGeneratedContent"]
    assert asked.activity["channelData"]["feedbackLoop"] == {"type": "custom"}


def test_the_answer_cites_its_source_with_its_address(asked: Message) -> None:
    (cited,) = asked.citations

    assert cited["position"] == 1
    assert cited["appearance"]["url"] == "https://aftalesvar.example/dokument/d1?side=3"


def test_in_a_personal_chat_the_message_says_that_we_look_and_then_grows(asked: Message) -> None:
    kinds = [each["entities"][0]["streamType"] for each in asked.streamed]
    numbers = [each["entities"][0]["streamSequence"] for each in asked.streamed]

    assert asked.streamed[0]["text"] == texts.SEARCHING
    assert kinds == ["informative", *["streaming"] * (len(kinds) - 1)]
    assert len(kinds) > 2
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_grew_is_how_the_whole_begins(asked: Message) -> None:
    assert asked.text.startswith(asked.streamed[-1]["text"])
    assert len(asked.text) > len(asked.streamed[-1]["text"])


@pytest.mark.parametrize("where", [TOGETHER, thread()])
def test_among_others_the_answer_comes_whole_and_in_its_thread(bot: House, where: Where) -> None:
    said = answered(bot, where)

    assert said.conversation == where.conversation["id"]
    assert (said.streamed, said.edits) == ([], 0)
    assert not bot.teams.asked("stream")


@pytest.mark.parametrize("where", [TOGETHER, thread()])
def test_among_others_it_is_seen_that_we_write(bot: House, where: Where) -> None:
    bot.teams.fail("typing", status=500, times=100)

    answered(bot, where)

    assert bot.teams.asked("typing")


@pytest.mark.parametrize(
    ("where", "private"), [(ALONE, True), (TOGETHER, False), (thread(), False)]
)
def test_only_a_personal_chat_is_private(bot: House, where: Where, private: bool) -> None:
    answered(bot, where)

    assert bot.desk.asked[0].place.private is private


def test_a_conversation_of_a_kind_that_is_not_known_is_not_private(bot: House) -> None:
    answered(bot, TOGETHER, conversation={"id": PERSONAL, "tenantId": TENANT})

    assert bot.desk.asked[0].place.private is False


def test_the_place_of_a_channels_question_is_its_thread(bot: House) -> None:
    answered(bot, thread("17"))

    place = bot.desk.asked[0].place
    assert (place.conversation, place.thread) == (CHANNEL, "17")


def test_the_bots_own_name_is_no_part_of_the_question(bot: House) -> None:
    answered(bot, TOGETHER)

    assert bot.desk.asked[0].question == QUESTION


def test_names_of_others_stay_in_the_question(bot: House) -> None:
    us = {"type": "mention", "mentioned": {"id": "28:6c1a9d1e-0b1f-4d5e-9a53-5a2b7c3d4e5f"}}
    her = {"type": "mention", "mentioned": {"id": "29:x", "name": "Ida"}}
    entities = [us | {"text": "<at>Bot</at>"}, her | {"text": "<at>Ida</at>"}]
    text = "<at>Bot</at> spurgte <at>Ida</at> om børn &amp; unge?"

    bot.send(bot.teams.make.overheard(text, TOGETHER) | {"entities": entities})
    eventually(bot.teams.said)

    assert bot.desk.asked[0].question == "spurgte Ida om børn & unge?"


@pytest.mark.parametrize(("who", "guest"), [(KARLA, False), (GUEST, True), (OUTSIDER, True)])
def test_who_is_a_guest_is_asked_of_teams(bot: House, who: Person, guest: bool) -> None:
    answered(bot, ALONE, who)

    asker = bot.desk.asked[0].asker
    assert (asker.user, asker.guest) == (who.object_id, guest)


def test_who_cannot_be_looked_up_is_a_guest(bot: House) -> None:
    new = Person("29:new", "aaaaaaaa-0000-4000-8000-000000000004", "Nanna Ny")
    bot.teams.people[new.id] = new
    bot.teams.fail("member", status=403)

    answered(bot, ALONE, new)

    assert bot.desk.asked[0].asker.guest is True


def test_a_roster_that_names_another_person_makes_a_guest(bot: House) -> None:
    stolen = Person(KARLA.id, GUEST.object_id, "Karla")

    answered(bot, ALONE, stolen)

    assert bot.desk.asked[0].asker.guest is True


def test_who_was_looked_up_is_known_for_a_while(bot: House) -> None:
    answered(bot)
    answered(bot)

    assert len(bot.teams.asked("member")) <= 1


def test_an_activity_that_teams_sends_again_is_answered_once(bot: House) -> None:
    activity = bot.teams.make.message(QUESTION)

    codes = [bot.send(activity).status_code for _ in range(4)]
    eventually(bot.teams.said)
    finished(bot)

    assert codes == [200] * 4
    assert (len(bot.teams.said()), len(bot.desk.asked)) == (1, 1)


def test_it_is_acknowledged_before_it_is_answered(bot: House) -> None:
    bot.desk.held = True

    assert bot.send(bot.teams.make.message(QUESTION)).status_code == 200
    assert bot.teams.said() == []

    bot.desk.held = False
    eventually(bot.teams.said)


def test_a_question_taken_back_before_its_answer_is_not_answered(bot: House) -> None:
    bot.desk.held = True
    activity = bot.teams.make.message(QUESTION)
    bot.send(activity)
    eventually(lambda: bot.desk.waiting)

    bot.send(bot.teams.make.deleted(activity))
    bot.desk.held = False
    eventually(lambda: bot.teams.asked("delete"))

    assert bot.teams.said() == []
    assert [each.deleted for each in bot.teams.messages] == [True]


def test_the_words_of_a_question_taken_back_before_its_answer_are_not_kept(bot: House) -> None:
    bot.desk.held = True
    activity = bot.teams.make.message(QUESTION)
    bot.send(activity)
    eventually(lambda: bot.desk.waiting)

    bot.send(bot.teams.make.deleted(activity))
    bot.desk.held = False
    eventually(lambda: bot.teams.asked("delete"))

    (asked,) = bot.desk.asked
    assert bot.memory.earlier(asked.place, asked.asker) == ()


def test_the_words_of_a_question_taken_back_later_are_forgotten(bot: House) -> None:
    activity = bot.teams.make.message(QUESTION, thread("17"))
    bot.send(activity)
    eventually(bot.teams.said)
    finished(bot)
    place = bot.desk.asked[0].place
    assert bot.memory.earlier(place) == (QUESTION,)

    bot.send(bot.teams.make.deleted(activity))

    assert bot.memory.earlier(place) == ()


def test_an_edited_question_is_not_answered_again(bot: House) -> None:
    activity = bot.teams.make.message(QUESTION)
    bot.send(activity)
    eventually(bot.teams.said)

    assert bot.send(bot.teams.make.edited(activity, "Noget andet?")).status_code == 200
    finished(bot)

    assert len(bot.desk.asked) == 1


# What Teams does not take


def test_a_stream_that_is_not_allowed_becomes_a_whole_message(bot: House) -> None:
    refused = {"status": 403, "code": "ContentStreamNotAllowed"}
    bot.teams.fail("stream", message="Content stream is not allowed", **refused)

    said = answered(bot)

    assert SHORT in said.text
    assert len(bot.teams.asked("stream")) == 1


def test_a_stream_that_took_too_long_is_completed_in_its_place(bot: House) -> None:
    bot.teams.stream_seconds = -1.0

    said = answered(bot)

    assert SHORT in said.text
    assert (said.edits, len(bot.teams.messages)) == (1, 1)


def test_a_stream_that_breaks_is_completed_in_its_place(bot: House) -> None:
    bot.desk.held = True
    bot.send(bot.teams.make.message(QUESTION))
    eventually(lambda: bot.desk.waiting)
    bot.teams.fail("stream", status=400, times=100)
    bot.desk.held = False
    eventually(bot.teams.said)

    (said,) = bot.teams.messages
    assert SHORT in said.text
    assert said.edits == 1


class Hesitant(DeskInHand):
    """Begins with a sentence that its answer then does not have."""

    async def stream(self, asked: Asked) -> AsyncGenerator[Sources | Sentence | Answer]:
        yield Sources(())
        yield Sentence("Det her blev ikke til noget.", ())
        async for piece in super().stream(asked):
            yield piece


def test_an_answer_that_begins_anew_is_completed_in_its_place(
    teams: BotFramework, tmp_path: Path
) -> None:
    with house(teams, tmp_path, Hesitant()) as bot:
        said = answered(bot)

    assert "blev ikke til noget" in said.streamed[-1]["text"]
    assert "blev ikke til noget" not in said.text
    assert (said.edits, len(teams.messages)) == (1, 1)


def test_an_error_in_the_middle_is_told_in_its_place(teams: BotFramework, tmp_path: Path) -> None:
    desk = Hesitant()
    desk.fails = TooMany(7)

    with house(teams, tmp_path, desk) as bot:
        said = answered(bot)

    assert "7 sekunder" in said.text
    assert (said.edits, len(teams.messages)) == (1, 1)


def test_a_reader_who_stops_the_message_gets_no_more_of_it(bot: House) -> None:
    bot.desk.held = True
    bot.send(bot.teams.make.message(QUESTION))
    eventually(lambda: bot.desk.waiting)
    stopped = {"status": 403, "code": "ContentStreamNotAllowed"}
    bot.teams.fail("stream", message="Content stream was canceled by user.", **stopped)
    bot.desk.held = False
    finished(bot)

    assert bot.teams.said() == []
    assert not bot.teams.asked("update")


@pytest.mark.parametrize("status", [412, 429, 500, 502, 503])
@pytest.mark.parametrize("where", [ALONE, TOGETHER])
def test_what_passes_is_waited_out(bot: House, status: int, where: Where) -> None:
    after = {"retry_after": "0"} if status == 429 else {}
    bot.teams.fail("create", status=status, times=2, **after)
    bot.teams.fail("stream", status=status, times=2, **after)

    said = answered(bot, where)

    assert SHORT in said.text


def test_a_connection_that_breaks_does_not_cost_the_answer(bot: House) -> None:
    bot.teams.fail("create", drop=True, status=200)

    assert SHORT in answered(bot, TOGETHER).text


def test_a_wait_that_is_named_too_long_is_not_waited(bot: House) -> None:
    bot.teams.fail("create", status=429, retry_after="86400", times=100)

    bot.send(bot.teams.make.message(QUESTION, TOGETHER))
    eventually(lambda: bot.teams.asked("create"))

    assert len(bot.teams.asked("create")) == 1


@pytest.mark.parametrize("where", [ALONE, TOGETHER])
def test_where_teams_is_down_for_long_the_answer_comes_later(
    bot: House, where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "LATER", (0.01, 0.01))
    bot.teams.fail("create", status=429, retry_after="3600", times=2)
    bot.teams.fail("stream", after=1, status=429, retry_after="3600", times=100)
    bot.teams.fail("update", status=429, retry_after="3600", times=2)

    said = answered(bot, where)

    assert SHORT in said.text
    assert len(bot.desk.asked) == 1


def test_an_answer_that_teams_never_takes_becomes_a_word_of_it(bot: House) -> None:
    bot.teams.fail("stream", after=1, status=413, times=100)
    bot.teams.fail("update", status=413)

    said = answered(bot)

    assert said.text.startswith(texts.BOT_BROKEN[:20])
    assert len(bot.teams.messages) == 1


def test_a_token_of_ours_that_no_longer_holds_is_exchanged(bot: House) -> None:
    answered(bot, TOGETHER)
    bot.teams.issued.clear()
    bot.teams.calls.clear()

    answered(bot, TOGETHER)

    assert len(bot.teams.asked("token")) == 1


def test_a_conversation_that_we_were_taken_out_of_is_left(bot: House) -> None:
    answered(bot, thread("17"))
    place = bot.desk.asked[0].place
    bot.teams.left.add(CHANNEL)

    bot.send(bot.teams.make.message(QUESTION, thread("17")))
    eventually(lambda: bot.memory.earlier(place) == ())

    finished(bot)


def test_nothing_is_written_to_an_address_that_is_not_the_connectors(bot: House) -> None:
    bot.teams.fail("member", status=403)
    token = bot.teams.signer.token(serviceurl="https://smba.trafficmanager.net.ond.dk/")
    activity = bot.teams.make.message(
        QUESTION, serviceUrl="https://smba.trafficmanager.net.ond.dk/"
    )

    assert bot.send(activity, token).status_code == 403
    assert bot.desk.asked == []


# What cannot be answered


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (TooMany(7), "7 sekunder"),
        (IndexMissing("none"), texts.BOT_INDEX_MISSING[:20]),
        (RuntimeError("secret words"), texts.BOT_BROKEN[:20]),
    ],
)
def test_an_error_is_told_in_danish(bot: House, error: BaseException, part: str) -> None:
    bot.desk.fails = error

    said = answered(bot)

    assert part in said.text
    assert "secret" not in json.dumps(said.activity)


@pytest.mark.parametrize("where", [ALONE, TOGETHER, thread()])
def test_an_empty_mention_is_helped_with_an_example(bot: House, where: Where) -> None:
    bot.send(bot.teams.make.message("  ", where))
    eventually(bot.teams.said)

    (said,) = bot.teams.said()
    assert "Hvad blev besluttet om takster" in json.dumps(said.activity, ensure_ascii=False)
    assert bot.desk.asked == []


def test_files_alone_are_not_read(bot: House) -> None:
    file = {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "a.pdf"}

    bot.send(bot.teams.make.message("", attachments=[file]))
    eventually(bot.teams.said)

    assert bot.teams.said()[0].text == texts.TEAMS_NO_FILES
