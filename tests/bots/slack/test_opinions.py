"""The thumbs under an answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.slack import names
from service import texts
from service.access.errors import TooMany
from service.feedback.opinion import Opinion, Reason, Verdict
from tests.bots.slack.faults import refused
from tests.bots.slack.flows import ANNE, BO, CHANNEL, Flow, a_flow
from tests.bots.slack.workspace import Message

QUESTION = "Hvad er taksten?"


@pytest.fixture
def flow(tmp_path: Path) -> Iterator[Flow]:
    with a_flow(tmp_path) as made:
        yield made


def answered(flow: Flow) -> Message:
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    return flow.whispers()[0]


def thumb(flow: Flow, answer: Message, way: str, **fields: Any) -> None:
    flow.slack.clicks(answer, ANNE, flow.button(answer, names.OPINION, way), **fields)


def dialog(flow: Flow) -> dict[str, Any]:
    """The dialog that asks why."""
    thumb(flow, answered(flow), names.DOWN)
    return flow.slack.until(lambda: flow.slack.workspace.views)[0]


def filled(reason: str | None = None, comment: str | None = None, *, consent: bool = False) -> Any:
    """What Slack sends of the fields."""
    chosen = {"value": reason} if reason else None
    ticked = [{"value": "yes"}] if consent else []
    return {
        names.REASON: {names.REASON: {"type": "radio_buttons", "selected_option": chosen}},
        names.COMMENT: {names.COMMENT: {"type": "plain_text_input", "value": comment}},
        names.CONSENT: {names.CONSENT: {"type": "checkboxes", "selected_options": ticked}},
    }


def kept(flow: Flow) -> Opinion:
    """The one opinion there is."""
    opinions = flow.slack.until(lambda: list(flow.desk.opinions.values()))
    assert len(opinions) == 1
    return opinions[0]


def test_good_opinion_is_kept_with_how_the_answer_was_made(flow):
    thumb(flow, answered(flow), names.UP)

    assert kept(flow) == Opinion(
        "answer 1", Verdict.UP, generation="g1", mode="extractive", status="answered"
    )


def test_good_opinion_is_thanked_for_to_the_asker_alone(flow):
    thumb(flow, answered(flow), names.UP)

    said = flow.whispers(2)[1]
    assert said.shown == f"{texts.THANKS} {texts.THANKS_WITHOUT_QUESTION}"


def test_bad_opinion_opens_a_dialog(flow):
    assert dialog(flow)["callback_id"] == names.OPINION_VIEW


def test_bad_opinion_is_kept_though_nobody_says_why(flow):
    dialog(flow)

    assert kept(flow).verdict is Verdict.DOWN


def test_reason_and_comment_are_kept_without_the_question(flow):
    view = dialog(flow)
    kept(flow)

    flow.slack.submits(view, ANNE, filled("kilde", " Side 4, ikke 3 "))

    given = kept(flow)
    assert (given.reason, given.comment, given.question) == (Reason.SOURCE, "Side 4, ikke 3", "")


def test_question_is_kept_where_that_was_ticked(flow):
    view = dialog(flow)
    kept(flow)

    flow.slack.submits(view, ANNE, filled(consent=True))

    assert kept(flow).question == QUESTION


def test_dialog_ends_with_thanks(flow):
    view = dialog(flow)

    got = flow.slack.submits(view, ANNE, filled(consent=True))

    assert got.json["response_action"] == "update"
    assert texts.THANKS_WITH_QUESTION in str(got.json["view"])


def test_second_opinion_replaces_the_first(flow):
    answer = answered(flow)
    thumb(flow, answer, names.UP)
    flow.whispers(2)

    thumb(flow, answer, names.DOWN)

    flow.slack.until(lambda: kept(flow).verdict is Verdict.DOWN)


def test_opinion_of_a_forgotten_answer_is_told_kindly(flow):
    answer = answered(flow)
    old = {"action_id": names.OPINION, "type": "feedback_buttons", "value": "up unknown"}

    flow.slack.clicks(answer, ANNE, old)

    assert flow.whispers(2)[1].shown == texts.ANSWER_TOO_OLD


def test_dialog_of_a_forgotten_answer_is_told_kindly(flow):
    view = {**dialog(flow), "private_metadata": "unknown"}

    got = flow.slack.submits(view, ANNE, filled())

    assert texts.ANSWER_TOO_OLD in str(got.json["view"])


def test_where_the_dialog_comes_too_late_the_opinion_is_thanked_for(flow):
    answer = answered(flow)
    flow.slack.will("views.open", refused("expired_trigger_id"))

    thumb(flow, answer, names.DOWN)

    assert texts.THANKS in flow.whispers(2)[1].shown
    assert kept(flow).verdict is Verdict.DOWN


def test_value_that_is_none_of_ours_is_told_kindly(flow):
    answer = answered(flow)
    forged = {"action_id": names.OPINION, "type": "feedback_buttons", "value": "sideways x y z"}

    flow.slack.clicks(answer, ANNE, forged)

    assert flow.whispers(2)[1].shown == texts.ANSWER_TOO_OLD


def test_limit_on_opinions_is_told(flow):
    answer = answered(flow)
    flow.desk.opinions_fault = TooMany(7)

    thumb(flow, answer, names.UP)

    assert "7 sekunder" in flow.whispers(2)[1].shown


def test_others_give_their_own_opinions(flow):
    flow.slack.command(CHANNEL, ANNE, QUESTION)
    answer = flow.whispers()[0]
    flow.slack.clicks(answer, ANNE, flow.button(answer, names.SHARE))
    shared = next(each for each in flow.slack.answers(2, CHANNEL) if not each.only_for)

    for user in (ANNE, BO):
        flow.slack.clicks(shared, user, flow.button(shared, names.OPINION, names.UP))

    flow.slack.until(lambda: len(flow.desk.opinions) == 2)


def test_failure_after_the_dialog_is_told_in_it(flow):
    view = dialog(flow)
    kept(flow)
    flow.desk.opinions_fault = TooMany(7)

    flow.slack.submits(view, ANNE, filled("kilde"))

    told = flow.slack.until(lambda: flow.slack.called("views.update"))
    assert "7 sekunder" in str(told[0]["view"])
