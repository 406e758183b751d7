"""The message shortcut "Find kilder til dette"."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.slack import names
from service import texts
from service.question import MAX_QUESTION
from service.unready import IndexMissing
from tests.bots.slack.faults import refused
from tests.bots.slack.flows import ANNE, BO, CHANNEL, GUEST, PRIVATE, Flow, a_flow
from tests.bots.slack.house import CLOSED, OPEN
from tests.bots.slack.workspace import Message


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def found(flow: Flow, text: str, user: str = ANNE, channel: str = CHANNEL) -> str:
    """What the dialog shows in the end for a message of somebody else."""
    message = Message(channel, flow.slack.workspace.ts(), BO, text=text)
    flow.slack.shortcut(message, user, names.FIND_SOURCES)
    return str(flow.slack.until(lambda: flow.slack.called("views.update"))[0]["view"])


def test_nearest_places_are_shown_with_source_and_status(flow):
    shown = found(flow, "Taksterne stiger jo")

    assert all(each in shown for each in (OPEN, "Styregruppe Social", "22. maj 2025", "side 3"))


def test_nobody_in_the_channel_is_told(flow):
    found(flow, "Taksterne stiger jo")

    assert flow.slack.workspace.ours() == []


def test_dialog_says_at_once_that_it_searches(flow):
    found(flow, "Taksterne stiger jo")

    assert texts.SEARCHING in str(flow.slack.called("views.open")[0]["view"])


def test_marks_of_slack_are_not_searched(flow):
    found(flow, "<@U0BO000001> se <https://x.example|taksten> &amp; prisen")

    assert flow.desk.asked[0].question == "se taksten & prisen"


def test_long_message_is_searched_by_its_beginning(flow):
    shown = found(flow, "Taksten stiger. " * 2_500)

    assert MAX_QUESTION / 2 < len(flow.desk.asked[0].question) <= MAX_QUESTION
    assert "lang" in shown


def test_message_without_text_is_told(flow):
    assert texts.MESSAGE_WITHOUT_TEXT in found(flow, "<@U0BO000001>")


def test_closed_places_are_shown_to_who_may_see_them(flow):
    flow.desk.closed_for = frozenset({ANNE, GUEST})

    assert CLOSED in found(flow, "Hvad synger?")
    assert CLOSED not in flow.public()


def test_guest_sees_nothing_closed(flow):
    flow.desk.closed_for = frozenset({ANNE, GUEST})

    assert CLOSED not in found(flow, "Hvad synger?", GUEST)


def test_it_works_where_the_bot_is_not(flow):
    assert OPEN in found(flow, "Taksterne stiger jo", channel=PRIVATE)


def test_missing_index_is_told(flow):
    flow.desk.fault = IndexMissing("none")

    assert texts.BOT_INDEX_MISSING in found(flow, "Taksterne stiger jo")


def test_where_no_dialog_opens_the_places_are_told_privately(flow):
    flow.slack.will("views.open", refused("expired_trigger_id"))
    message = Message(CHANNEL, flow.slack.workspace.ts(), BO, text="Taksterne stiger jo")

    flow.slack.shortcut(message, ANNE, names.FIND_SOURCES)

    assert OPEN in flow.whispers()[0].shown
