"""The button "Spørg sekretariatet"."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.slack import names
from service import texts
from service.errors import QuestionRefused
from tests.bots.slack.faults import broken, refused
from tests.bots.slack.flows import ANNE, CHANNEL, SECRETARIAT, Flow, a_flow
from tests.bots.slack.house import CLOSED, OPEN
from tests.bots.slack.workspace import BOT_USER

QUESTION = "Hvad er taksten?"


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def dialog(flow: Flow) -> dict[str, Any]:
    """The dialog, opened from a private answer."""
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    flow.slack.clicks(answer, ANNE, flow.button(answer, names.HAND_OVER))
    return flow.slack.until(lambda: flow.slack.workspace.views)[0]


def filled(question: str | None = QUESTION, remark: str | None = None) -> dict[str, Any]:
    return {
        names.QUESTION: {names.QUESTION: {"type": "plain_text_input", "value": question}},
        names.REMARK: {names.REMARK: {"type": "plain_text_input", "value": remark}},
    }


def shown(flow: Flow) -> str:
    """What the dialog says in the end."""

    def said() -> str:
        updated = flow.slack.called("views.update")
        return str(updated[-1]["view"]) if updated else ""

    return flow.slack.until(said)


def test_dialog_has_the_question_to_be_edited(flow):
    assert QUESTION in str(dialog(flow)["blocks"])


def test_question_is_posted_with_who_asks_and_what_was_found(flow):
    flow.slack.submits(dialog(flow), ANNE, filled("Hvad er taksten for 2026?", "Det haster"))

    told = flow.slack.answers(1, SECRETARIAT)[0]
    assert {"type": "user", "user_id": ANNE} in told.blocks[0]["elements"][0]["elements"]
    assert all(each in told.shown for each in ("taksten for 2026?", "Det haster", OPEN))


def test_asker_is_told_that_it_is_sent(flow):
    got = flow.slack.submits(dialog(flow), ANNE, filled())

    assert texts.HAND_OVER_SENDING in str(got.json["view"])
    assert texts.HAND_OVER_DONE in shown(flow)


def test_closed_items_are_not_handed_over(flow):
    flow.desk.closed_for = frozenset({ANNE})

    flow.slack.submits(dialog(flow), ANNE, filled())

    flow.slack.answers(1, SECRETARIAT)
    assert CLOSED not in flow.public()


def test_where_a_private_question_was_asked_is_not_told(flow):
    flow.slack.submits(dialog(flow), ANNE, filled())

    flow.slack.answers(1, SECRETARIAT)
    assert flow.slack.called("chat.getPermalink") == []


def test_cpr_numbers_are_not_handed_over(flow):
    flow.slack.submits(dialog(flow), ANNE, filled("Gælder det 010165-1234?", "Se 010165-1234"))

    told = flow.slack.answers(1, SECRETARIAT)[0]
    assert "1234" not in f"{told.shown} {told.text}"


def test_markup_of_the_question_calls_nobody(flow):
    flow.slack.submits(dialog(flow), ANNE, filled("<!channel> <@U0BO000001> *nu*?"))

    told = flow.slack.answers(1, SECRETARIAT)[0]
    assert "<!channel>" not in told.text
    assert str(told.blocks).count("'type': 'user'") == 1


@pytest.mark.parametrize(
    ("question", "wrong"), [(None, texts.QUESTION_EMPTY), ("  ", texts.QUESTION_EMPTY)]
)
def test_empty_question_is_refused_in_the_dialog(flow, question, wrong):
    got = flow.slack.submits(dialog(flow), ANNE, filled(question))

    assert got.json == {"response_action": "errors", "errors": {names.QUESTION: wrong}}


def test_too_long_question_is_refused_in_the_dialog(flow):
    got = flow.slack.submits(dialog(flow), ANNE, filled("a" * 2_001))

    assert "2000" in got.json["errors"][names.QUESTION]


def test_dialog_that_is_sent_twice_is_posted_once(flow):
    view = dialog(flow)
    for _ in range(2):
        flow.slack.submits(view, ANNE, filled())

    shown(flow)
    assert len(flow.slack.workspace.ours(SECRETARIAT)) == 1


def test_missing_from_the_channel_is_told_to_asker_and_operator(flow, caplog):
    flow.slack.workspace.conversations[SECRETARIAT].members.discard(BOT_USER)

    with caplog.at_level(logging.ERROR):
        flow.slack.submits(dialog(flow), ANNE, filled())

    assert texts.HAND_OVER_UNREACHED in shown(flow)
    assert "Invite the app" in caplog.text


def test_what_slack_breaks_is_told(flow):
    view = dialog(flow)
    flow.slack.will("chat.postMessage", broken())

    flow.slack.submits(view, ANNE, filled())

    assert texts.HAND_OVER_UNSURE in shown(flow)


def test_question_that_is_refused_is_told_with_why(flow):
    view = dialog(flow)
    flow.desk.fault = QuestionRefused("Her svares ikke på det.")

    flow.slack.submits(view, ANNE, filled())

    assert "Her svares ikke på det." in shown(flow)
    assert flow.slack.workspace.ours(SECRETARIAT) == []


def test_who_closed_the_dialog_is_told_directly(flow):
    view = dialog(flow)
    flow.slack.will("views.update", refused("not_found"))

    flow.slack.submits(view, ANNE, filled())

    direct = flow.slack.workspace.direct(ANNE).id
    assert flow.slack.answers(1, direct)[0].shown == texts.HAND_OVER_DONE


def test_dialog_that_cannot_be_opened_is_told(flow):
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    flow.slack.will("views.open", refused("expired_trigger_id"))

    flow.slack.clicks(answer, ANNE, flow.button(answer, names.HAND_OVER))

    assert flow.whispers(2)[1].shown == texts.DIALOG_CLOSED


def test_forgotten_answer_opens_no_dialog(flow):
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    old = {"action_id": names.HAND_OVER, "type": "button", "value": "unknown"}

    flow.slack.clicks(answer, ANNE, old)

    assert flow.whispers(2)[1].shown == texts.ANSWER_TOO_OLD


def test_without_a_secretariat_there_is_no_button(tmp_path):
    with a_flow(tmp_path, secretariat=None) as flow:
        flow.slack.command(CHANNEL, ANNE, QUESTION)

        assert names.HAND_OVER not in str(flow.whispers()[0].blocks)


def test_thread_of_the_secretariat_is_for_people(flow):
    flow.slack.submits(dialog(flow), ANNE, filled())
    told = flow.slack.answers(1, SECRETARIAT)[0]

    flow.slack.says(SECRETARIAT, ANNE, "Hvad gælder der i 2027?", thread=told.ts)
    flow.slack.command(SECRETARIAT, ANNE, "Hvad er taksten?")
    flow.whispers(2)

    assert [each.only_for for each in flow.slack.workspace.ours(SECRETARIAT)] == ["", ANNE]
