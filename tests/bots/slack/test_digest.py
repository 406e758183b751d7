"""New decisions where their subject is followed."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.asker import Place
from bots.digest import Digest
from bots.ports import Followed
from bots.slack.digest import telling
from service.access.visitor import Channel
from tests.bots.slack.faults import broken, limited, refused
from tests.bots.slack.flows import CHANNEL, Flow, a_flow
from tests.bots.slack.house import TITLE, item
from tests.bots.slack.workspace import TEAM

PLACE = Place(Channel.SLACK, TEAM, CHANNEL)


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        made.memory.follow(Followed(PLACE, "takster"), [item(1).key])
        yield made


def look(flow: Flow, state: str = "g1") -> None:
    """What happens after an update."""
    flow.newsroom.state = state
    digest = Digest(Channel.SLACK, flow.newsroom, flow.memory, telling(flow.bot.kit.client))
    asyncio.run(_looked(flow, digest))


async def _looked(flow: Flow, digest: Digest) -> None:
    """In a loop of its own, so with a connection of its own."""
    flow.bot.kit.client.session = None
    await digest.look()


def test_news_is_told_with_its_source(flow):
    flow.newsroom.items.insert(0, item(2, "Taksten for 2027 er vedtaget."))

    look(flow)

    told = flow.slack.answers(1, CHANNEL)[0].shown
    assert all(each in told for each in ("takster", "Taksten for 2027", "22. maj 2025", "side 3"))


def test_what_was_known_when_following_began_is_not_told(flow):
    look(flow)

    assert flow.slack.workspace.ours() == []


def test_nothing_is_told_twice(flow):
    flow.newsroom.items.insert(0, item(2))

    for state in ("g1", "g2", "g3"):
        look(flow, state)

    assert len(flow.slack.workspace.ours()) == 1


def test_titles_of_documents_call_nobody(flow):
    flow.newsroom.items.insert(0, item(2))

    look(flow)

    told = flow.slack.answers(1, CHANNEL)[0]
    assert TITLE.split()[1] not in told.text
    assert "'type': 'user'" not in str(told.blocks)


def test_many_news_are_told_in_a_thread_under_the_first(flow):
    flow.newsroom.items = [item(n, "Det er vedtaget. " * 40) for n in range(2, 60)]

    look(flow)

    first, *rest = flow.slack.answers(2, CHANNEL)
    assert not first.thread_ts
    assert {each.thread_ts for each in rest} == {first.ts}


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived"])
def test_channel_that_it_is_out_of_is_left(flow, error):
    flow.newsroom.items.insert(0, item(2))
    flow.slack.will("chat.postMessage", refused(error))

    look(flow)

    assert flow.memory.following(Channel.SLACK) == []


def test_what_slack_refuses_for_now_is_told_later(flow):
    flow.newsroom.items.insert(0, item(2))
    flow.slack.will("chat.postMessage", *[limited(0)] * 9)
    look(flow)
    flow.slack.well()

    look(flow)

    assert len(flow.slack.workspace.ours()) == 1


def test_what_may_have_been_told_is_not_told_again(flow):
    flow.newsroom.items.insert(0, item(2))
    flow.slack.will("chat.postMessage", broken(done=True))

    look(flow)
    look(flow, "g2")

    assert len(flow.slack.workspace.ours()) == 1
