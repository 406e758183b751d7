"""What private conversations are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bots.slack.faults import refused
from tests.bots.slack.flows import ANNE, CHANNEL, Flow, a_flow
from tests.bots.slack.house import OPEN


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def test_conversation_is_called_by_its_first_source_and_not_by_the_question(flow):
    asked = flow.slack.asks(ANNE, "Hvad med Anne Andersens takst?")

    title = flow.slack.until(lambda: flow.slack.workspace.titles)[asked.channel, asked.ts]
    assert "Takster" in title
    assert "Andersen" not in title


def test_later_questions_do_not_rename_it(flow):
    asked = flow.slack.asks(ANNE, "Hvad er taksten?")
    flow.slack.answers(1)
    flow.slack.until(lambda: flow.slack.workspace.titles)

    flow.slack.asks(ANNE, "Hvad er den i 2026?", thread=asked.ts)

    flow.slack.answers(2)
    assert len(flow.slack.called("assistant.threads.setTitle")) == 1


def test_threads_of_channels_have_no_titles(flow):
    flow.slack.mentions(CHANNEL, ANNE, "Hvad er taksten?")

    flow.slack.answers(1, CHANNEL)
    assert flow.slack.workspace.titles == {}


def test_title_that_fails_does_not_cost_the_answer(flow):
    flow.slack.will("assistant.threads.setTitle", refused("invalid_thread_ts"))

    flow.slack.asks(ANNE, "Hvad er taksten?")

    assert OPEN in flow.slack.answers(1)[0].shown
