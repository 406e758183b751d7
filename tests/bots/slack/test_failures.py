"""What goes wrong in Slack or here, and that the whole answer stands there once all the same."""

import threading
from collections.abc import Callable

import pytest

from bots.memory import FileMemory
from service import texts
from service.access.errors import TooMany
from service.access.visitor import Channel
from service.errors import QuestionRefused
from service.unready import IndexMissing
from tests.bots.slack.conftest import ANNE, CHANNEL, GUEST, Running, Start
from tests.bots.slack.desks import TOLD, afresh, at_once, fails, gated, slowly
from tests.bots.slack.faults import Fault, broken, dropped, limited, refused, slow
from tests.bots.slack.server import Slack
from tests.bots.slack.workspace import Message

QUESTION = "Hvad er besluttet om takster?"
LONG = tuple(f"Punkt {n}: {'Taksten følger aftalen. ' * 20}" for n in range(40))


def only(bot: Running) -> Message:
    """The one message that answers, with every sentence once."""
    finished(bot)
    (answer,) = bot.slack.answers()
    assert [answer.shown.count(text) for text in TOLD] == [1, 1], answer.shown
    return answer


def finished(bot: Running) -> None:
    """Nothing waits to be answered any more."""
    bot.slack.until(lambda: not bot.memory.unfinished(Channel.SLACK))


def begun(bot: Running) -> tuple[Message, list[threading.Event]]:
    """An answer whose first sentence stands there, and the gates of the second and the end."""
    gates = [threading.Event() for _ in range(3)]
    gates[0].set()
    bot.desk.will(gated(gates))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    return bot.slack.until(bot.slack.workspace.ours)[0], gates[1:]


@pytest.mark.parametrize(
    "fault",
    [
        limited(1),
        limited("bald"),
        broken(),
        broken(503),
        broken(done=True),
        dropped(done=False),
        dropped(done=True),
        refused("internal_error"),
    ],
)
def test_an_answer_that_cannot_be_posted_at_first_stands_there_once(
    bot: Running, fault: Fault
) -> None:
    bot.slack.will("chat.postMessage", fault)
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    only(bot)


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("chat.startStream", limited(600)),
        ("chat.startStream", broken(done=True)),
        ("chat.startStream", dropped(done=False)),
        ("chat.startStream", dropped(done=True)),
        ("chat.appendStream", limited(600)),
        ("chat.appendStream", broken()),
        ("chat.appendStream", dropped(done=True)),
        ("chat.stopStream", limited(600)),
        ("chat.stopStream", broken(done=True)),
        ("chat.stopStream", dropped(done=False)),
    ],
)
def test_a_stream_that_fails_ends_in_one_whole_answer(
    bot: Running, method: str, fault: Fault
) -> None:
    bot.slack.will(method, fault)
    bot.desk.will(slowly(*TOLD))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    only(bot)
    assert method in [call.method for call in bot.slack.calls]


def test_a_stream_that_must_wait_a_second_goes_on(bot: Running) -> None:
    bot.slack.will("chat.appendStream", limited(1))
    bot.desk.will(slowly(*TOLD))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    assert not only(bot).was


def test_without_streams_the_answer_is_posted_whole(bot: Running) -> None:
    bot.slack.will("chat.startStream", refused("unknown_method"))
    bot.desk.will(slowly(*TOLD))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    assert not only(bot).was


def test_a_stream_that_slack_ended_is_completed(bot: Running) -> None:
    message, gates = begun(bot)
    message.streaming = False
    gates[0].set()
    gates[1].set()

    assert only(bot).ts == message.ts


def test_an_answer_that_was_deleted_midway_is_posted_anew(bot: Running) -> None:
    message, gates = begun(bot)
    message.streaming, message.deleted = False, True
    gates[0].set()
    gates[1].set()

    bot.slack.until(lambda: bot.slack.workspace.ours())
    assert only(bot).ts != message.ts


def test_an_answer_that_begins_afresh_replaces_what_stood_there(bot: Running) -> None:
    gate = threading.Event()
    bot.desk.will(afresh(gate, "Det står her ikke mere.", *TOLD))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    message = bot.slack.until(bot.slack.workspace.ours)[0]
    gate.set()

    bot.slack.until(lambda: message.was)
    assert "ikke mere" not in only(bot).shown


def test_a_long_answer_comes_in_several_messages_in_their_order(bot: Running) -> None:
    bot.desk.will(at_once(*LONG))
    asked = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    finished_answers(bot)

    ours = bot.slack.workspace.ours()
    shown = "\n".join(message.shown for message in ours)
    places = [shown.index(f"Punkt {n}:") for n in range(len(LONG))]
    assert len(ours) > 1
    assert {message.thread_ts for message in ours} == {asked.ts}
    assert places == sorted(places)


def test_a_long_answer_that_breaks_off_is_completed_without_a_part_twice(bot: Running) -> None:
    bot.slack.will("chat.postMessage", slow(0), dropped(done=True), broken())
    bot.desk.will(at_once(*LONG))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    finished_answers(bot)

    shown = "\n".join(message.shown for message in bot.slack.workspace.ours())
    assert [shown.count(f"Punkt {n}:") for n in range(len(LONG))] == [1] * len(LONG)


def finished_answers(bot: Running) -> None:
    """Everything of a long answer is there."""
    bot.slack.answers()
    finished(bot)


def test_a_long_stream_ends_in_several_messages_with_everything_once(bot: Running) -> None:
    bot.desk.will(slowly(*LONG, pause=0.02))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    finished_answers(bot)

    shown = "\n".join(message.shown for message in bot.slack.workspace.ours())
    assert bot.slack.called("chat.startStream")
    assert [shown.count(f"Punkt {n}:") for n in range(len(LONG))] == [1] * len(LONG)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (QuestionRefused("Skriv et spørgsmål med ord."), "Skriv et spørgsmål med ord."),
        (TooMany(7), "Prøv igen om 7 sekunder"),
        (IndexMissing("none"), texts.BOT_INDEX_MISSING),
        (RuntimeError("hemmelig sti /srv"), texts.BOT_BROKEN),
    ],
)
@pytest.mark.parametrize("before", [(), ("Det første står her.",)])
def test_an_error_is_told_in_danish_and_nothing_of_it_besides(
    bot: Running, error: Exception, told: str, before: tuple[str, ...]
) -> None:
    bot.desk.will(fails(error, *before))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    finished_answers(bot)

    (answer,) = bot.slack.workspace.ours()
    assert told in answer.shown
    assert "Det første" not in answer.shown
    assert "hemmelig" not in answer.shown


def test_a_status_that_cannot_be_shown_holds_nothing_up(bot: Running) -> None:
    bot.slack.will("assistant.threads.setStatus", refused("missing_scope"))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    only(bot)


def test_while_it_searches_that_is_shown(bot: Running) -> None:
    asked = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    only(bot)

    assert bot.slack.workspace.statuses == [(CHANNEL, asked.ts, texts.SEARCHING)]


def test_a_question_that_comes_before_we_know_who_we_are_is_answered_once(
    slack: Slack, start: Start
) -> None:
    slack.will("auth.test", *[refused("internal_error")] * 2)  # at its start, and at the first
    with start() as bot:
        slack.mentions(CHANNEL, ANNE, QUESTION)

        only(bot)
        assert 500 in [got.status for got in slack.sender.sent]


def test_a_call_that_hangs_is_given_up_and_made_again(
    slack: Slack, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.slack.app.TIMEOUT", 0.5)
    slack.will("chat.postMessage", slow(1.2))
    with start() as bot:
        slack.mentions(CHANNEL, ANNE, QUESTION)
        only(bot)


def test_a_message_that_slack_refuses_is_said_to_have_failed(bot: Running) -> None:
    bot.slack.will("chat.postMessage", refused("invalid_blocks"))
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)

    (answer,) = bot.slack.answers()

    assert texts.BOT_BROKEN in answer.shown


def test_while_our_token_is_refused_the_question_waits(bot: Running) -> None:
    bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    only(bot)
    bot.slack.will("*", *[refused("token_revoked")] * 50)
    asked = bot.slack.mentions(CHANNEL, ANNE, QUESTION)
    bot.slack.until(lambda: len(bot.desk.asked) == 2)
    bot.slack.until(lambda: sum(c.method == "chat.postMessage" for c in bot.slack.calls) > 1)

    assert bot.memory.waits(f"slack message T0HJEM0001 {CHANNEL} {asked.ts}")


@pytest.mark.parametrize(
    ("who", "guest", "prepare"),
    [
        (ANNE, False, lambda slack: None),
        (GUEST, True, lambda slack: None),
        (ANNE, True, lambda slack: slack.will("users.info", refused("user_not_found"))),
        (ANNE, True, lambda slack: slack.will("users.info", *[broken()] * 9)),
        ("U0STRANGER", True, lambda slack: slack.workspace.user("U0STRANGER", is_stranger=True)),
        ("U0ANDETSTED", True, lambda slack: slack.workspace.user("U0ANDETSTED", "T0ANDRE001")),
    ],
)
def test_who_is_not_known_to_be_ours_is_a_guest(
    bot: Running, who: str, guest: bool, prepare: Callable[[Slack], object]
) -> None:
    prepare(bot.slack)
    bot.slack.asks(who, QUESTION)
    bot.slack.answers()

    assert bot.desk.asked[0].asker.guest is guest


def test_where_others_read_along_everybody_is_a_guest(bot: Running) -> None:
    bot.slack.workspace.channel("C0DELT0001", shared=True).members.add(ANNE)
    bot.slack.mentions("C0DELT0001", ANNE, QUESTION)
    bot.slack.answers()

    assert bot.desk.asked[0].asker.guest


def test_a_question_is_not_acknowledged_that_could_not_be_kept(
    bot: Running, memory: FileMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OSError("disk full")

    monkeypatch.setattr(FileMemory, "take", full)
    message = Message(CHANNEL, bot.slack.workspace.ts(), ANNE, text=QUESTION)
    got = bot.slack.event(bot.slack.events_of(message, type="app_mention")[0])

    assert got.status == 500
