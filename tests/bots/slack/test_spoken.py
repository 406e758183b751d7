"""What is said to the bot in a conversation that is no question."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.asker import Place
from service import texts
from service.access.visitor import Channel
from tests.bots.slack.flows import ANNE, BO, CHANNEL, Flow, a_flow
from tests.bots.slack.workspace import TEAM


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def said(flow: Flow, text: str, channel: str = CHANNEL) -> str:
    """What the bot says to somebody who mentions it with that."""
    before = len(flow.slack.workspace.ours(channel))
    flow.slack.mentions(channel, ANNE, text)
    return flow.slack.answers(before + 1, channel)[-1].shown


def followed(flow: Flow) -> list[tuple[Place, str]]:
    return [(each.place, each.subject) for each in flow.memory.following(Channel.SLACK)]


def test_greeting_is_answered_with_what_can_be_asked(flow):
    flow.slack.asks(ANNE, "Hej med dig")

    assert texts.SLACK_ASK in flow.slack.answers()[0].shown
    assert flow.desk.asked == []


def test_thanks_are_not_searched_for(flow):
    assert said(flow, "tusind tak for hjælpen :+1:") == texts.THANKED
    assert flow.desk.asked == []


def test_help_is_told_without_the_command(flow):
    flow.slack.asks(ANNE, "hjælp")

    assert texts.COMMAND_HELP.splitlines()[0] in flow.slack.answers()[0].shown


def test_mention_follows_a_subject_in_the_whole_channel(flow):
    told = said(flow, "følg takster")

    assert followed(flow) == [(Place(Channel.SLACK, TEAM, CHANNEL), "takster")]
    assert "/aftale stop takster" in told
    assert flow.slack.answers()[0].thread_ts


def test_mention_stops_what_the_command_follows(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")
    flow.slack.answers(1, CHANNEL)

    said(flow, "stop takster")

    assert followed(flow) == []


def test_what_is_followed_is_listed(flow):
    said(flow, "følg takster")

    assert said(flow, "følger") == texts.FOLLOWED_HERE.format(subjects="„takster“")


@pytest.mark.parametrize("words", ["følg", "stop", "stop bananer", "følg 010165-1234"])
def test_order_that_cannot_be_done_is_told_why(flow, words):
    assert "emne" in said(flow, words).lower() or "følge" in said(flow, words)
    assert followed(flow) == []


def test_order_between_colleagues_in_our_thread_is_none_to_us(flow):
    asked = flow.slack.mentions(CHANNEL, ANNE, "Hvad er taksten?")
    flow.slack.answers(1, CHANNEL)

    flow.slack.says(CHANNEL, BO, "stop takster", thread=asked.ts)
    flow.slack.says(CHANNEL, BO, "hjælp", thread=asked.ts)

    said(flow, "følger")
    assert len(flow.slack.workspace.ours(CHANNEL)) == 2
