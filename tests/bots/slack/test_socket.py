"""Socket Mode: the same bot over a connection of its own."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.slack import names
from bots.slack.client import TokenRefused
from bots.slack.socket import connected
from service import texts
from tests.bots.slack.flows import ANNE, CHANNEL, SECRETARIAT, Flow, a_flow
from tests.bots.slack.house import CLOSED, OPEN
from tests.bots.slack.sockets import APP_TOKEN
from tests.bots.slack.workspace import Message

QUESTION = "Hvad er taksten?"


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path, socket_mode=True) as made:
        yield made


def test_mention_is_answered(flow):
    flow.slack.mentions(CHANNEL, ANNE, QUESTION)

    assert OPEN in flow.slack.answers(1, CHANNEL)[0].shown


def test_direct_message_in_a_thread_is_answered_once(flow):
    flow.slack.asks(ANNE, QUESTION, thread=flow.slack.workspace.ts())

    flow.slack.answers(1)
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    flow.whispers()
    assert len(flow.slack.workspace.ours(flow.slack.workspace.direct(ANNE).id)) == 1


def test_every_envelope_is_acknowledged_at_once(flow):
    flow.slack.mentions(CHANNEL, ANNE, QUESTION)

    assert all(got.status == 200 for got in flow.slack.sender.sent)


def test_command_is_acknowledged_with_that_it_is_searched(flow):
    got = flow.slack.command(CHANNEL, ANNE, QUESTION)

    assert got.json["text"] == texts.SEARCHING
    assert OPEN in flow.whispers()[0].shown


def test_shortcut_shows_the_places(flow):
    message = Message(CHANNEL, flow.slack.workspace.ts(), ANNE, text="Taksterne stiger jo")

    flow.slack.shortcut(message, ANNE, names.FIND_SOURCES)

    assert OPEN in str(flow.slack.until(lambda: flow.slack.called("views.update"))[0]["view"])


def test_answer_is_shared_and_nothing_closed(flow):
    flow.desk.closed_for = frozenset({ANNE})
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]

    flow.slack.clicks(answer, ANNE, flow.button(answer, names.SHARE))

    flow.whispers(2)
    assert CLOSED in answer.shown
    assert OPEN in flow.public(CHANNEL)
    assert CLOSED not in flow.public()


def test_dialog_is_acknowledged_with_what_it_shows_next(flow):
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    flow.slack.clicks(answer, ANNE, flow.button(answer, names.HAND_OVER))
    view = flow.slack.until(lambda: flow.slack.workspace.views)[0]
    fields = {name: {name: {"value": QUESTION}} for name in (names.QUESTION, names.REMARK)}

    got = flow.slack.submits(view, ANNE, fields)

    assert got.json["response_action"] == "update"
    assert flow.slack.answers(1, SECRETARIAT)


def test_home_is_shown(flow):
    channel = flow.slack.workspace.direct(ANNE).id
    flow.slack.event({"type": "app_home_opened", "user": ANNE, "channel": channel, "tab": "home"})

    assert flow.slack.until(lambda: flow.slack.workspace.homes.get(ANNE))


def test_connection_is_made_anew_when_slack_asks_for_it(flow):
    flow.slack.ask_to_renew()

    flow.slack.until(lambda: flow.slack.opened == 2)
    flow.slack.mentions(CHANNEL, ANNE, QUESTION)
    assert flow.slack.answers(1, CHANNEL)


def test_connection_that_breaks_is_made_anew(flow):
    flow.slack.cut()

    flow.slack.until(lambda: flow.slack.opened == 2 and flow.slack.links)
    flow.slack.mentions(CHANNEL, ANNE, QUESTION)
    assert flow.slack.answers(1, CHANNEL)


def test_address_that_served_once_is_not_kept_to(flow):
    flow.slack.shut = True
    flow.slack.cut()
    flow.slack.until(lambda: flow.slack.refused > 1)
    flow.slack.shut = False

    flow.slack.until(lambda: flow.slack.opened == 2)
    flow.slack.mentions(CHANNEL, ANNE, QUESTION)
    assert flow.slack.answers(1, CHANNEL)


def test_pings_of_slack_are_answered(flow):
    flow.slack.ping()

    assert flow.slack.until(lambda: flow.slack.pongs)


def test_envelope_that_comes_again_is_answered_once(flow):
    envelope = flow.slack.envelope(
        flow.slack.events_of(
            Message(CHANNEL, "1700000000.000100", ANNE, text="<@U0BOT00001> Takst?")
        )[0]
    )

    for _ in range(3):
        flow.slack.run(flow.slack.sender.event(envelope))

    flow.slack.answers(1, CHANNEL)
    assert len(flow.desk.asked) == 1


def test_nothing_of_tokens_and_words_is_in_the_log(flow, caplog):
    caplog.set_level(logging.DEBUG)
    flow.slack.cut()
    flow.slack.until(lambda: flow.slack.opened == 2 and flow.slack.links)

    flow.slack.mentions(CHANNEL, ANNE, "Kanariefuglens takst?")

    flow.slack.answers(1, CHANNEL)
    assert not [word for word in (APP_TOKEN, "xoxb", "Kanarie", "ticket=") if word in caplog.text]


def test_refused_token_ends_it_with_slacks_reason(flow):
    settings = replace(flow.bot.kit.settings, app_token="xapp-1-another")

    async def connect() -> None:
        async with connected(flow.bot.app, settings):
            raise AssertionError

    with pytest.raises(TokenRefused, match="invalid_auth"):
        asyncio.run(connect())
