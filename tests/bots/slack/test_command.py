"""The command /aftale."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.slack import names
from service import texts
from service.access.visitor import Channel
from service.unready import IndexMissing
from tests.bots.slack.faults import broken, limited, refused
from tests.bots.slack.flows import ANNE, BO, CHANNEL, GUEST, PRIVATE, Flow, a_flow
from tests.bots.slack.house import CLOSED, OPEN, TITLE, item
from tests.bots.slack.sending import FORM, form, signed


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def test_question_is_acknowledged_with_that_it_is_searched(flow):
    got = flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    assert (got.status, got.json["text"]) == (200, texts.SEARCHING)


def test_answer_is_told_to_the_asker_alone(flow):
    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    assert OPEN in flow.whispers()[0].shown
    assert flow.public() == ""


def test_answer_comes_also_where_the_bot_is_not(flow):
    flow.slack.command(PRIVATE, ANNE, "Hvad er taksten?")

    assert OPEN in flow.whispers()[0].shown


def test_asker_with_rights_sees_closed_items_alone(flow):
    flow.desk.closed_for = frozenset({ANNE})

    flow.slack.command(CHANNEL, ANNE, "Hvad synger?")

    assert CLOSED in flow.whispers()[0].shown
    assert CLOSED not in flow.public()


def test_guest_with_a_linked_account_sees_nothing_closed(flow):
    flow.desk.closed_for = frozenset({GUEST})

    flow.slack.command(CHANNEL, GUEST, "Hvad synger?")

    assert CLOSED not in flow.whispers(user=GUEST)[0].shown


def test_whom_slack_cannot_tell_of_counts_as_a_guest(flow):
    flow.desk.closed_for = frozenset({ANNE})
    flow.slack.will("users.info", refused("user_not_found"))

    flow.slack.command(CHANNEL, ANNE, "Hvad synger?")

    assert CLOSED not in flow.whispers()[0].shown


def test_text_of_documents_calls_nobody(flow):
    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    told = flow.whispers()[0]
    assert TITLE.split()[1] not in told.text
    assert all('"type": "mrkdwn"' not in str(block) for block in told.blocks)


def test_command_that_comes_twice_is_done_once(flow):
    fields = {"text": "Hvad er taksten?", "trigger_id": "1.2.3"}
    for _ in range(2):
        body = form(flow.command(CHANNEL, ANNE, **fields))
        flow.slack.send(body, signed(body, FORM))
    flow.slack.command(CHANNEL, BO, "Hvad er taksten?")
    flow.whispers(user=BO)

    assert [asked.asker.user for asked in flow.desk.asked] == [ANNE, BO]


@pytest.mark.parametrize("line", ["", "hjælp", "?", "hej"])
def test_help_tells_how_to_ask(flow, line):
    flow.slack.command(CHANNEL, ANNE, line)

    assert "/aftale følg takster" in flow.whispers()[0].shown


def test_thanks_are_not_searched_for(flow):
    flow.slack.command(CHANNEL, ANNE, "tak")

    assert flow.whispers()[0].shown == texts.THANKED
    assert flow.desk.asked == []


def test_too_long_question_is_refused_with_how_long_it_may_be(flow):
    flow.slack.command(CHANNEL, ANNE, "a" * 2_001)

    assert "2000" in flow.whispers()[0].shown


def test_missing_index_is_told(flow):
    flow.desk.fault = IndexMissing("/home/x is empty")

    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    assert flow.whispers()[0].shown == texts.BOT_INDEX_MISSING


def test_unforeseen_fault_is_told_without_what_it_says(flow, caplog):
    flow.desk.fault = RuntimeError("kanariefugl")

    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    assert flow.whispers()[0].shown == texts.BOT_BROKEN
    assert "kanariefugl" not in caplog.text


def test_response_url_is_tried_again_after_faults_of_slack(flow):
    flow.slack.will("response_url", limited(0), broken(500))

    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    assert len(flow.whispers()) == 1


def test_follow_up_leans_on_the_question_before(flow):
    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten i 2024?")
    flow.whispers()

    assert flow.memory.earlier(flow.desk.asked[0].place, flow.desk.asked[0].asker)


def test_followed_subject_is_told_to_the_channel_with_who_wanted_it(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")

    told = flow.slack.answers(channel=CHANNEL)[0]
    assert "„takster“" in told.shown
    assert {"type": "user", "user_id": ANNE} in told.blocks[0]["elements"][0]["elements"]


def test_followed_subject_is_told_with_how_to_stop_it(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")

    assert f"{names.COMMAND} stop takster" in flow.slack.answers(channel=CHANNEL)[0].shown


def test_following_where_the_bot_is_not_says_how_to_invite_it(flow):
    flow.slack.command(PRIVATE, ANNE, "følg takster")

    assert flow.whispers()[0].shown == texts.FOLLOW_INVITE


def test_following_that_could_not_be_told_is_undone(flow):
    flow.slack.command(PRIVATE, ANNE, "følg takster")
    flow.whispers()

    assert flow.memory.following(Channel.SLACK) == []


def test_what_is_known_when_following_begins_is_no_news(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")
    flow.slack.answers(channel=CHANNEL)

    followed = flow.memory.following(Channel.SLACK)[0]
    assert flow.memory.claim(followed, [item().key]) == []


def test_anybody_can_stop_it(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")
    flow.slack.answers(channel=CHANNEL)

    flow.slack.command(CHANNEL, BO, "stop TAKSTER")

    flow.slack.answers(2, CHANNEL)
    assert flow.memory.following(Channel.SLACK) == []


def test_what_is_followed_is_listed_for_who_asks(flow):
    flow.slack.command(CHANNEL, ANNE, "følg takster")
    flow.slack.answers(channel=CHANNEL)

    flow.slack.command(CHANNEL, BO, "følger")

    assert "„takster“" in flow.whispers(user=BO)[0].shown


def test_stopping_what_is_not_followed_asks_whether_it_was_a_question(flow):
    flow.slack.command(CHANNEL, ANNE, "stop indtag")

    assert texts.WAS_IT_A_QUESTION in flow.whispers()[0].shown


def test_subject_with_markup_is_text(flow):
    flow.slack.command(CHANNEL, ANNE, "følg <!channel> *takster*")

    told = flow.slack.answers(channel=CHANNEL)[0]
    assert "<!channel>" not in told.text
    assert not [each for each in told.blocks if each["type"] != "rich_text"]


def test_answer_that_is_too_long_for_slack_says_so_and_keeps_its_buttons(flow):
    flow.desk.length = 400

    flow.slack.command(CHANNEL, ANNE, "Hvad er taksten?")

    told = flow.whispers(5)
    assert told[3].shown == texts.ANSWER_CUT
    assert flow.button(told[4], names.SHARE)
