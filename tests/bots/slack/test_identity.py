"""Who the bot is in Slack, asked when it begins."""

import asyncio
from collections.abc import Iterator

import pytest

from bots.settings import SlackSettings
from bots.slack.client import TokenRefused, client
from bots.slack.identity import Identity
from tests.bots.slack.faults import refused
from tests.bots.slack.server import TOKEN, Slack, local_slack
from tests.bots.slack.workspace import BOT_USER


@pytest.fixture
def slack() -> Iterator[Slack]:
    with local_slack() as made:
        yield made


def identity(slack: Slack, token: str = TOKEN) -> Identity:
    return Identity(client(SlackSettings(token, api=slack.api), token))


def test_it_is_known_from_the_beginning(slack):
    me = identity(slack)

    asyncio.run(me.begin())

    assert me.user == BOT_USER


def test_refused_token_is_told_with_what_to_do_and_without_it(slack):
    with pytest.raises(TokenRefused, match=r"invalid_auth.*SLACK_BOT_TOKEN") as told:
        asyncio.run(identity(slack, "xoxb-wrong").begin())

    assert "xoxb-wrong" not in str(told.value)


def test_slack_that_does_not_answer_now_is_asked_again_later(slack):
    me = identity(slack)
    slack.will("auth.test", refused("internal_error"))

    asyncio.run(me.begin())
    asyncio.run(me.known())

    assert me.user == BOT_USER
