"""What a signed request claims of who asks, where and how to answer widens nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.slack import names
from bots.slack.replying import answering_to
from service import texts
from tests.bots.slack.flows import ANNE, BO, CHANNEL, Flow, a_flow
from tests.bots.slack.sending import FORM, form, signed
from tests.bots.slack.workspace import Message

ELSEWHERE, STRANGER = "T0FREMMED1", "U0FREMMED1"
QUESTION = "Hvad er taksten?"


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        made.slack.workspace.user(STRANGER, team=ELSEWHERE)
        yield made


def asked_directly(flow: Flow, user: str, **envelope: str) -> None:
    """A direct message, in an envelope as Slack puts it around those of Slack Connect."""
    channel, ts = flow.slack.workspace.direct(user).id, flow.slack.workspace.ts()
    message = flow.slack.workspace.add(Message(channel, ts, user, text=QUESTION))
    (event,) = flow.slack.events_of(message)
    assert flow.slack.event(event, **envelope).status == 200
    flow.slack.answers(channel=channel)


@pytest.mark.parametrize("team", [ELSEWHERE, "E0KONCERN1"])
def test_an_account_of_the_workspace_that_a_request_names_is_a_guest_in_ours(
    flow: Flow, team: str
) -> None:
    asked_directly(flow, STRANGER, team_id=team)

    assert flow.desk.asked[0].asker.guest


def test_our_own_account_is_a_guest_in_another_workspaces_name(flow: Flow) -> None:
    asked_directly(flow, ANNE, team_id=ELSEWHERE)

    assert flow.desk.asked[0].asker.guest


def test_a_channel_that_is_called_a_direct_message_is_none(flow: Flow) -> None:
    message = Message(CHANNEL, flow.slack.workspace.ts(), ANNE, text=QUESTION)
    (event,) = flow.slack.events_of(message)

    flow.slack.event(event | {"channel_type": "im"})
    asked_directly(flow, BO)

    assert [each.asker.user for each in flow.desk.asked] == [BO]


@pytest.mark.parametrize(
    "address",
    [
        "https://ond.example/hemmeligt",
        "https://hooks.slack.com.ond.example/x",
        "https://hooks.slack.com@ond.example/x",
        "https://hooks.slack.com\\@ond.example/x",
        "http://hooks.slack.com/x",
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_private_answer_is_sent_to_no_other_address_than_slacks(flow: Flow, address: str) -> None:
    fields = flow.command(CHANNEL, ANNE, text=QUESTION, trigger_id="1", response_url=address)
    body = form(fields)

    got = flow.slack.send(body, signed(body, FORM))

    assert got.status == 401
    assert flow.desk.asked == []


@pytest.mark.parametrize(
    ("api", "address"),
    [
        ("https://slack.com/api/", "https://hooks.slack.com/commands/T1/2/x"),
        ("https://slack.com/api/", "https://hooks.slack.com/actions/T1/2/x"),
        ("https://slack-gov.com/api/", "https://hooks.slack-gov.com/app/T1/2/x"),
    ],
)
def test_slacks_own_addresses_are_answered_at(api: str, address: str) -> None:
    came: list[str] = []

    async def next_() -> None:
        came.append(address)

    body = {"response_urls": [{"response_url": address}]}
    assert asyncio.run(answering_to(api)(body, next_)) is None
    assert came == [address]


@pytest.mark.parametrize("action", [names.HAND_OVER, names.OPINION])
def test_the_key_of_a_private_answer_is_worth_nothing_to_others(flow: Flow, action: str) -> None:
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]

    flow.slack.clicks(answer, BO, flow.button(answer, action))

    assert flow.whispers(user=BO)[0].shown == texts.ANSWER_TOO_OLD
    assert flow.slack.workspace.views == []
    assert flow.desk.opinions == {}


def test_a_dialog_with_anothers_key_keeps_nothing(flow: Flow) -> None:
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    flow.slack.clicks(answer, ANNE, flow.button(answer, names.OPINION, names.DOWN))
    view = flow.slack.until(lambda: flow.slack.workspace.views)[-1]
    flow.desk.opinions.clear()

    flow.slack.submits(view, BO, {})

    assert flow.desk.opinions == {}
