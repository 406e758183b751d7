"""The App Home tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.asker import Place
from bots.ports import Followed
from service import texts
from service.access.visitor import Channel
from tests.bots.slack.faults import broken
from tests.bots.slack.flows import ANNE, Flow, a_flow
from tests.bots.slack.house import OPEN
from tests.bots.slack.workspace import TEAM


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def home(flow: Flow) -> str:
    """What somebody sees who opens it."""
    channel = flow.slack.workspace.direct(ANNE).id
    flow.slack.event({"type": "app_home_opened", "user": ANNE, "channel": channel, "tab": "home"})
    return str(flow.slack.until(lambda: flow.slack.workspace.homes.get(ANNE)))


def test_it_tells_what_is_there_what_is_missing_and_what_is_new(flow):
    shown = home(flow)

    assert all(each in shown for each in ("24 dokumenter", "kun dagsorden", OPEN))


def test_it_tells_how_to_ask_and_what_is_kept(flow):
    shown = home(flow)

    assert texts.SLACK_HOW_TITLE in shown
    assert texts.HOME_KEPT_TITLE in shown


def test_it_tells_what_is_followed_in_the_conversation(flow):
    place = Place(Channel.SLACK, TEAM, flow.slack.workspace.direct(ANNE).id)
    flow.memory.follow(Followed(place, "takster"), [])

    assert "„takster“" in home(flow)


def test_without_an_index_it_says_so(flow):
    flow.newsroom.missing = True

    assert texts.BOT_INDEX_MISSING in home(flow)


def test_fault_of_slack_is_tried_again(flow):
    flow.slack.will("views.publish", broken())

    assert "24 dokumenter" in home(flow)


def test_nobody_is_suggested_questions_there(flow):
    home(flow)

    assert flow.slack.workspace.prompts == {}
