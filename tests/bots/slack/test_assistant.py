"""The beginning of a private conversation."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service import texts
from tests.bots.slack.faults import refused
from tests.bots.slack.flows import ANNE, Flow, a_flow


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def opened(flow: Flow, tab: str = "messages") -> str:
    """The conversation that somebody opened."""
    channel = flow.slack.workspace.direct(ANNE).id
    event = {"type": "app_home_opened", "user": ANNE, "channel": channel, "tab": tab}
    assert flow.slack.event(event).status == 200
    return channel


def started(flow: Flow) -> tuple[str, str]:
    """The conversation and the thread of a panel that somebody opened."""
    channel, thread = flow.slack.workspace.direct(ANNE).id, flow.slack.workspace.ts()
    panel = {"user_id": ANNE, "context": {}, "channel_id": channel, "thread_ts": thread}
    event = {"type": "assistant_thread_started", "assistant_thread": panel}
    assert flow.slack.event(event).status == 200
    return channel, thread


def test_opened_conversation_suggests_four_questions_of_the_collection(flow):
    channel = opened(flow)

    prompts = flow.slack.until(lambda: flow.slack.workspace.prompts)[channel, ""]
    assert [each["message"] for each in prompts] == [
        f"Hvad blev besluttet om takster i 20{n}?" for n in range(20, 24)
    ]


def test_opened_conversation_is_not_written_to(flow):
    opened(flow)

    flow.slack.until(lambda: flow.slack.workspace.prompts)
    assert flow.slack.workspace.ours() == []


def test_panel_greets_in_its_thread(flow):
    channel, thread = started(flow)

    told = flow.slack.answers(1, channel)[0]
    assert (told.thread_ts, told.shown) == (thread, texts.ASSISTANT_HELLO)


def test_panel_suggests_questions_in_its_thread(flow):
    place = started(flow)

    assert flow.slack.until(lambda: flow.slack.workspace.prompts.get(place))


def test_without_an_index_the_panel_greets_all_the_same(flow):
    flow.newsroom.missing = True

    channel, _ = started(flow)

    assert flow.slack.answers(1, channel)
    assert flow.slack.workspace.prompts == {}


def test_greeting_that_fails_does_not_cost_the_suggestions(flow):
    flow.slack.will("chat.postMessage", refused("internal_error"))

    place = started(flow)

    assert flow.slack.until(lambda: flow.slack.workspace.prompts.get(place))


def test_what_channel_somebody_looks_at_is_acknowledged_and_left_alone(flow):
    panel = {"user_id": ANNE, "context": {"channel_id": "C1"}, "channel_id": "D1", "thread_ts": "1"}

    got = flow.slack.event({"type": "assistant_thread_context_changed", "assistant_thread": panel})

    assert got.status == 200
    assert flow.slack.calls == [] or {each.method for each in flow.slack.calls} == {"auth.test"}
