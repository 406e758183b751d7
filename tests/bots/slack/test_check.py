"""What an operator is told of the bot in Slack."""

import asyncio
from collections.abc import Iterator

import pytest

from bots.checking import Finding
from bots.settings import SlackSettings
from bots.slack.check import looked
from tests.bots.slack.flows import CHANNEL, PRIVATE, SECRETARIAT, furnish
from tests.bots.slack.server import TOKEN
from tests.bots.slack.sockets import APP_TOKEN, SocketSlack, socket_slack
from tests.bots.slack.workspace import BOT_USER


@pytest.fixture
def slack() -> Iterator[SocketSlack]:
    with socket_slack() as slack:
        furnish(slack)
        yield slack


def check(slack: SocketSlack, token: str = TOKEN, **more: str) -> list[Finding]:
    return asyncio.run(looked(SlackSettings(token, api=slack.api, **more)))


def wrong(findings: list[Finding]) -> list[str]:
    return [each.text for each in findings if not each.good]


def test_where_all_is_in_order_nothing_is_wrong(slack):
    findings = check(slack, app_token=APP_TOKEN, secretariat=SECRETARIAT)

    assert len(findings) == 4
    assert wrong(findings) == []


def test_slack_that_cannot_be_reached_is_no_refused_token():
    settings = SlackSettings("xoxb-1", app_token="xapp-1", api="http://127.0.0.1:9/api/")

    told = wrong(asyncio.run(looked(settings)))

    assert len(told) == 1
    assert "cannot be reached at http://127.0.0.1:9/api/" in told[0]
    assert "443" in told[0]


def test_channel_of_the_secretariat_is_not_blamed_for_a_refused_token(slack):
    told = wrong(check(slack, "xoxb-wrong", secretariat=SECRETARIAT))

    assert len(told) == 1
    assert SECRETARIAT not in told[0]


def test_it_is_told_that_questions_are_not_handed_over(slack):
    assert "AFTALESVAR_SLACK_SECRETARIAT is not set" in check(slack)[-1].text


def test_refused_token_is_told_without_it(slack):
    told = wrong(check(slack, "xoxb-wrong"))

    assert len(told) == 1
    assert "invalid_auth" in told[0]
    assert "xoxb-wrong" not in told[0]


def test_missing_scopes_are_named(slack):
    slack.scopes.remove("users:read")

    assert "users:read" in wrong(check(slack))[0]


def test_refused_app_token_is_told_without_it(slack):
    told = wrong(check(slack, app_token="xapp-wrong"))

    assert "connections:write" in told[0]
    assert "xapp-wrong" not in told[0]


@pytest.mark.parametrize("channel", [PRIVATE, "C0UKENDT01"])
def test_secretariat_that_the_bot_is_not_in_is_told(slack, channel):
    assert channel in wrong(check(slack, secretariat=channel))[0]


def test_secretariat_that_the_bot_was_taken_out_of_is_told(slack):
    slack.workspace.conversations[CHANNEL].members.discard(BOT_USER)

    assert "invite" in wrong(check(slack, secretariat=CHANNEL))[0]


def test_archived_secretariat_is_told(slack):
    slack.workspace.conversations[CHANNEL].archived = True

    assert "archived" in wrong(check(slack, secretariat=CHANNEL))[0]


def test_secretariat_that_others_read_along_in_is_told(slack):
    slack.workspace.conversations[CHANNEL].shared = True

    assert "shared with others" in wrong(check(slack, secretariat=CHANNEL))[0]


def test_looking_posts_nothing(slack):
    check(slack, app_token=APP_TOKEN, secretariat=SECRETARIAT)

    assert slack.workspace.ours() == []
