"""Questions in Slack and their answers, over real HTTP."""

import threading

from tests.bots.slack.conftest import ANNE, CHANNEL, Running
from tests.bots.slack.desks import TOLD, gated


def test_a_mention_is_answered_in_a_thread_of_its_own(bot: Running) -> None:
    asked = bot.slack.mentions(CHANNEL, ANNE, "Hvad er besluttet om takster?")

    (answer,) = bot.slack.answers()

    assert answer.thread_ts == asked.ts
    assert all(text in answer.shown for text in TOLD)


def test_an_answer_that_takes_its_time_is_streamed(bot: Running) -> None:
    gates = [threading.Event() for _ in range(3)]
    bot.desk.will(gated(gates))
    bot.slack.asks(ANNE, "Hvad er besluttet om takster?")
    gates[0].set()
    begun = bot.slack.until(lambda: bot.slack.workspace.ours())[0]
    assert begun.streaming
    assert TOLD[0] in begun.shown
    gates[1].set()
    bot.slack.until(lambda: TOLD[1] in begun.shown)
    gates[2].set()

    (answer,) = bot.slack.answers()

    assert answer.shown.count(TOLD[0]) == 1
    assert [call.method for call in bot.slack.calls if call.method.startswith("chat.")] == [
        "chat.startStream",
        "chat.appendStream",
        "chat.stopStream",
    ]
