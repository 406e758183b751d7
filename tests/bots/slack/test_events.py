"""What is a question to us in Slack, and what is none."""

import threading
from typing import Any

import pytest

from bots.slack.wording import asks_us, plain
from tests.bots.slack.conftest import ANNE, BO, CHANNEL, EXAMPLES, Running
from tests.bots.slack.desks import TOLD, gated
from tests.bots.slack.workspace import BOT_ID, BOT_USER, TEAM, Message

QUESTION = "Hvad er besluttet om takster?"


def quiet(bot: Running) -> None:
    """Everything that was sent to the bot has had its time: a last question was answered."""
    bot.slack.asks(BO, "Hvad er det sidste spørgsmål?")
    bot.slack.until(lambda: any("sidste" in asked.question for asked in bot.desk.asked))
    bot.slack.until(lambda: bot.slack.workspace.ours(bot.slack.workspace.direct(BO).id))


def asked(bot: Running) -> list[str]:
    """What the bot was asked, but for the last question."""
    return [each.question for each in bot.desk.asked if "sidste" not in each.question]


def test_the_mention_is_no_part_of_the_question(bot: Running) -> None:
    bot.slack.says(CHANNEL, ANNE, f"Hej <@{BOT_USER}>, {QUESTION} <#C1|takster> &amp; mere")
    bot.slack.answers()

    assert asked(bot) == [f"Hej , {QUESTION} #takster & mere"]


def test_a_mention_that_slack_tells_of_twice_is_answered_once(bot: Running) -> None:
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    quiet(bot)

    assert [got.status for got in bot.slack.sender.sent[:2]] == [200, 200]
    assert asked(bot) == [QUESTION]


def test_a_direct_message_is_answered_privately(bot: Running) -> None:
    bot.slack.asks(ANNE, QUESTION)
    bot.slack.answers()

    assert bot.desk.asked[0].place.private


def test_a_follow_up_in_the_thread_needs_no_mention(bot: Running) -> None:
    first = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    bot.slack.answers()
    bot.slack.says(CHANNEL, BO, "og i 2025?", thread=first.ts)
    bot.slack.answers(2)

    assert asked(bot) == [QUESTION, "og i 2025?"]
    assert {each.place for each in bot.desk.asked} == {bot.desk.asked[0].place}


def test_a_group_conversation_is_as_a_channel(bot: Running) -> None:
    bot.slack.workspace.channel("G0GRUPPE01", "mpim").members.add(ANNE)
    bot.slack.says("G0GRUPPE01", ANNE, "vi ses i morgen")
    bot.slack.mentions("G0GRUPPE01", ANNE, QUESTION)
    bot.slack.answers()

    assert asked(bot) == [QUESTION]
    assert not bot.desk.asked[0].place.private


def test_what_colleagues_write_to_each_other_is_none_of_our_business(bot: Running) -> None:
    first = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    bot.slack.answers()
    bot.slack.says(CHANNEL, ANNE, "Hvad med frokost?")
    bot.slack.says(CHANNEL, BO, "<@U0000ANNE> hvad siger du?", thread=first.ts)
    bot.slack.says(CHANNEL, BO, "mange tak", thread=first.ts)
    bot.slack.says(CHANNEL, BO, "👍", thread=first.ts)
    other = bot.slack.says(CHANNEL, BO, "et andet emne")
    bot.slack.says(CHANNEL, ANNE, "hvorfor det?", thread=other.ts)
    quiet(bot)

    assert asked(bot) == [QUESTION]


@pytest.mark.parametrize(
    "fields",
    [
        {"bot_id": "B0ANDEN001"},
        {"bot_id": BOT_ID, "user": BOT_USER},
        {"user": BOT_USER},
        {"user": "USLACKBOT"},
        {"user": None},
        {"subtype": "bot_message", "bot_id": "B0ANDEN001"},
        {"subtype": "channel_join"},
        {"subtype": "channel_topic"},
        {"subtype": "reminder_add"},
        {"subtype": "assistant_app_thread"},
        {"hidden": True},
    ],
)
def test_bots_and_slack_itself_are_not_answered(bot: Running, fields: dict[str, Any]) -> None:
    bot.slack.asks(ANNE, QUESTION, **fields)
    quiet(bot)

    assert asked(bot) == []


def test_a_bot_that_mentions_us_is_not_answered(bot: Running) -> None:
    message = bot.slack.workspace.add(Message(CHANNEL, bot.slack.workspace.ts(), ANNE))
    message.text = f"<@{BOT_USER}> {QUESTION}"
    for event in bot.slack.events_of(message, bot_id="B0ANDEN001", user="U0ANDENBOT"):
        bot.slack.event(event)
    quiet(bot)

    assert asked(bot) == []


def test_an_edited_question_is_not_answered_again(bot: Running) -> None:
    message = bot.slack.asks(ANNE, QUESTION)
    bot.slack.answers()
    bot.slack.edits(message, f"{QUESTION} Og hvornår?")
    quiet(bot)

    assert asked(bot) == [QUESTION]


def test_a_question_that_is_deleted_before_its_answer_gets_none(bot: Running) -> None:
    gate = threading.Event()
    bot.desk.will(gated([gate]))
    message = bot.slack.asks(ANNE, QUESTION)
    bot.slack.until(lambda: bot.desk.asked)
    bot.slack.deletes(message)
    gate.set()
    quiet(bot)

    assert not bot.slack.workspace.ours(message.channel)
    assert not bot.memory.earlier(bot.desk.asked[0].place, bot.desk.asked[0].asker)


def test_what_was_begun_of_an_answer_goes_with_its_question(bot: Running) -> None:
    gates = [threading.Event() for _ in range(2)]
    gates[0].set()
    bot.desk.will(gated(gates))
    message = bot.slack.asks(ANNE, QUESTION)
    bot.slack.until(lambda: bot.slack.workspace.ours(message.channel))
    bot.slack.deletes(message)
    gates[1].set()

    bot.slack.until(lambda: not bot.slack.workspace.ours(message.channel))


def test_a_deletion_that_comes_before_its_message_counts(bot: Running) -> None:
    message = bot.slack.workspace.add(Message(CHANNEL, bot.slack.workspace.ts(), ANNE))
    message.text = f"<@{BOT_USER}> {QUESTION}"
    events = bot.slack.events_of(message)
    bot.slack.deletes(message)
    for event in events:
        bot.slack.event(event)
    quiet(bot)

    assert asked(bot) == []


def test_the_words_of_a_deleted_question_are_forgotten(bot: Running) -> None:
    message = bot.slack.asks(ANNE, QUESTION)
    bot.slack.answers()
    who = bot.desk.asked[0]
    bot.slack.until(lambda: bot.memory.earlier(who.place, who.asker))
    bot.slack.deletes(message)

    assert not bot.memory.earlier(who.place, who.asker)


def test_an_empty_mention_is_told_how_to_ask(bot: Running) -> None:
    bot.slack.mentions(CHANNEL, ANNE, "")

    (answer,) = bot.slack.answers()

    assert all(example in answer.shown for example in EXAMPLES)
    assert not bot.desk.asked


def test_a_file_without_words_is_told_that_words_are_needed(bot: Running) -> None:
    bot.slack.asks(ANNE, "", subtype="file_share", files=[{"id": "F1", "name": "referat.pdf"}])

    (answer,) = bot.slack.answers()

    assert "Skriv dit spørgsmål som tekst" in answer.shown


def test_a_question_beside_a_file_is_answered(bot: Running) -> None:
    bot.slack.asks(ANNE, QUESTION, subtype="file_share", files=[{"id": "F1"}])
    bot.slack.answers()

    assert asked(bot) == [QUESTION]


@pytest.mark.parametrize("kind", ["channel_left", "channel_archive", "channel_deleted"])
def test_where_we_were_taken_out_words_are_forgotten(bot: Running, kind: str) -> None:
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    bot.slack.answers()
    place = bot.desk.asked[0].place
    bot.slack.until(lambda: bot.memory.earlier(place))

    bot.slack.removed(CHANNEL, kind)

    assert not bot.memory.earlier(place)


def test_a_question_from_where_we_are_no_longer_is_let_go(bot: Running) -> None:
    bot.slack.workspace.conversations[CHANNEL].members.discard(BOT_USER)
    message = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    event = f"slack message {TEAM} {CHANNEL} {message.ts}"
    bot.slack.until(lambda: bot.desk.asked and not bot.memory.waits(event))

    assert not bot.slack.workspace.ours(CHANNEL)


def test_bad_events_are_acknowledged_and_come_to_nothing(bot: Running) -> None:
    for event in (
        {"type": "message"},
        {"type": "app_mention", "channel": CHANNEL, "ts": "1.1", "text": {"a": 1}},
        {"type": "message", "subtype": "message_deleted", "channel": CHANNEL},
        {"type": "noget_nyt"},
    ):
        assert bot.slack.event(event).status == 200

    assert not bot.desk.asked


def test_an_answer_names_its_sources_and_that_a_machine_made_it(bot: Running) -> None:
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    (answer,) = bot.slack.answers()

    assert all(told in answer.shown for told in TOLD)
    assert "22. maj 2025, punkt 6: Nyt takstskema, side 4" in answer.shown
    assert "maskine" in answer.shown
    assert answer.arguments["unfurl_links"] is answer.arguments["unfurl_media"] is False


def test_a_text_of_slack_reads_as_its_writer_saw_it() -> None:
    text = "<@U1> se <https://a.dk/x|referatet> i <#C1|takster>, <!here> 2 &lt; 3 &amp;amp; 4"

    assert plain(text) == "se referatet i #takster, 2 < 3 &amp; 4"


@pytest.mark.parametrize("text", ["og i 2025?", "hvorfor", "Birkegården", "hvad med Fjordby"])
def test_a_line_in_our_thread_can_be_for_us(text: str) -> None:
    assert asks_us(text)


@pytest.mark.parametrize("text", ["tak", "mange tak", "ok", "<@U2> ved du det?", ":+1:", ""])
def test_a_line_in_our_thread_can_be_for_others(text: str) -> None:
    assert not asks_us(text)
