"""The button "Del i kanalen"."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.slack import names
from service import texts
from service.errors import QuestionRefused
from tests.bots.slack.faults import broken, limited, refused
from tests.bots.slack.flows import ANNE, BO, CHANNEL, PRIVATE, Flow, a_flow
from tests.bots.slack.house import CLOSED, OPEN
from tests.bots.slack.workspace import BOT_USER, Message


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def asked(flow: Flow, channel: str = CHANNEL, user: str = ANNE) -> Message:
    """A private answer in a channel."""
    flow.slack.command(channel, user, "Hvad er <!channel> *taksten*?")
    return flow.whispers(user=user)[0]


def share(flow: Flow, answer: Message, user: str = ANNE) -> None:
    flow.slack.clicks(answer, user, flow.button(answer, names.SHARE))


def test_shared_answer_is_in_the_channel_with_who_shared_it(flow):
    share(flow, asked(flow))

    told = flow.slack.answers(2, CHANNEL)[1]
    assert OPEN in told.shown
    assert {"type": "user", "user_id": ANNE} in told.blocks[0]["elements"][0]["elements"]


def test_shared_question_calls_nobody(flow):
    share(flow, asked(flow))

    assert "<!channel>" not in flow.slack.answers(2, CHANNEL)[1].text


def test_closed_items_are_left_out_of_what_is_shared(flow):
    flow.desk.closed_for = frozenset({ANNE})
    answer = asked(flow)

    share(flow, answer)

    flow.whispers(2)
    assert CLOSED in answer.shown
    assert CLOSED not in flow.public()


def test_sharer_is_told_that_closed_items_were_left_out(flow):
    flow.desk.closed_for = frozenset({ANNE})

    share(flow, asked(flow))

    assert flow.whispers(2)[1].shown == f"{texts.SHARED} {texts.SHARED_DIFFERS}"


def test_sharer_without_more_rights_is_told_that_it_is_shared(flow):
    share(flow, asked(flow))

    assert flow.whispers(2)[1].shown == texts.SHARED


def test_five_clicks_share_once(flow):
    answer = asked(flow)

    for _ in range(5):
        share(flow, answer)

    flow.whispers(6)
    assert [each.only_for for each in flow.slack.workspace.ours(CHANNEL)].count("") == 1


def test_where_the_bot_is_not_the_sharer_is_told_how_to_invite_it(flow):
    share(flow, asked(flow, PRIVATE))

    assert flow.whispers(2)[1].shown == texts.SHARE_INVITE


def test_sharing_works_once_the_bot_is_invited(flow):
    answer = asked(flow, PRIVATE)
    share(flow, answer)
    flow.whispers(2)
    flow.slack.workspace.conversations[PRIVATE].members.add(BOT_USER)

    share(flow, answer)

    flow.whispers(3)
    assert OPEN in flow.public(PRIVATE)


def test_nobody_else_shares_somebodys_answer(flow):
    answer = asked(flow)

    share(flow, replace(answer, only_for=BO), BO)

    assert flow.whispers(user=BO)[0].shown == texts.ANSWER_TOO_OLD
    assert flow.public() == ""


def test_answer_that_is_forgotten_is_not_shared(flow):
    answer = asked(flow)
    old = {**flow.button(answer, names.SHARE), "value": "unknown"}

    flow.slack.clicks(answer, ANNE, old)

    assert flow.whispers(2)[1].shown == texts.ANSWER_TOO_OLD


def test_answer_that_cannot_be_found_anew_is_told_and_may_be_shared_later(flow):
    answer = asked(flow)
    flow.desk.fault = QuestionRefused("Nej.")
    share(flow, answer)
    assert flow.whispers(2)[1].shown == "Nej."
    flow.desk.fault = None

    share(flow, answer)

    assert flow.whispers(3)[2].shown == texts.SHARED


def test_rate_limit_is_waited_out(flow):
    answer = asked(flow)
    flow.slack.will("chat.postMessage", limited(0))

    share(flow, answer)

    assert OPEN in flow.slack.answers(2, CHANNEL)[1].shown


def test_what_may_have_been_posted_is_posted_again_only_where_its_asker_says_so(flow):
    answer = asked(flow)
    flow.slack.will("chat.postMessage", broken(done=True))

    share(flow, answer)

    assert flow.whispers(2)[1].shown == texts.SHARE_UNSURE
    assert [each.only_for for each in flow.slack.workspace.ours(CHANNEL)].count("") == 1


def test_archived_channel_is_not_written_to(flow):
    answer = asked(flow)
    flow.slack.will("chat.postMessage", refused("is_archived"))

    share(flow, answer)

    assert flow.whispers(2)[1].shown == texts.SHARE_INVITE


def test_thread_of_what_is_shared_follows_its_question(flow):
    share(flow, asked(flow))
    flow.whispers(2)

    told = next(each for each in flow.slack.answers(2, CHANNEL) if not each.only_for)
    place = replace(flow.desk.asked[0].place, private=False, thread=told.ts)
    assert flow.slack.until(lambda: flow.memory.earlier(place))


def test_private_answer_in_a_direct_message_has_nothing_to_share_in(flow):
    direct = flow.slack.workspace.direct(ANNE)

    flow.slack.command(direct.id, ANNE, "Hvad er taksten?")

    assert names.SHARE not in str(flow.whispers()[0].blocks)
