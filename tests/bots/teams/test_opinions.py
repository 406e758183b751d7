"""The thumbs under an answer."""

import json
from typing import Any

import pytest

from bots.asker import Place
from service import texts
from service.access.visitor import Channel
from service.feedback.opinion import Reason, Verdict
from tests.bots.teams.activities import ALONE, KARLA, TENANT, Where, thread
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import House
from tests.bots.teams.limits import broken_dialog


def answered(bot: House, where: Where = ALONE) -> str:
    """The id of the message with an answer."""
    bot.send(bot.teams.make.message("Hvad er taksten?", where))
    eventually(lambda: bot.teams.said())
    place = Place(Channel.TEAMS, TENANT, where.id)
    eventually(lambda: any(bot.memory.telling(place, each.id) for each in bot.teams.said()))
    return bot.teams.said()[-1].id


def thumb(bot: House, message: str, reaction: str, where: Where = ALONE, **value: Any) -> Any:
    """What Teams shows after a click."""
    said = value or {"data": {"actionName": "feedback", "actionValue": {"reaction": reaction}}}
    click = bot.teams.make.invoke("message/fetchTask", said, where, replyToId=message)
    answer = bot.send(click)
    assert answer.status_code == 200
    assert broken_dialog(answer.json()) == []
    return answer.json()["task"]


def send(bot: House, dialog: Any, reaction: str, **fields: str) -> None:
    """Fill in the dialog and send it, as Teams does."""
    data = dialog["value"]["card"]["content"]["body"][-1]["actions"][0]["data"]
    value = {"reaction": reaction, "feedback": json.dumps(data | fields)}
    sent = bot.teams.make.invoke(
        "message/submitAction", {"actionName": "feedback", "actionValue": value}
    )
    assert bot.send(sent).status_code == 200


def test_a_thumb_down_asks_why(bot: House) -> None:
    task = thumb(bot, answered(bot), "dislike")

    reasons = task["value"]["card"]["content"]["body"][0]["choices"]
    assert [each["value"] for each in reasons] == list(texts.OPINION_REASONS)


def test_a_thumb_up_asks_for_no_reason(bot: House) -> None:
    task = thumb(bot, answered(bot), "like")

    assert "choices" not in json.dumps(task)


def test_the_click_is_read_in_the_form_that_microsoft_documents(bot: House) -> None:
    value = {"actionName": "feedback", "actionValue": {"reaction": "dislike"}}

    task = thumb(bot, answered(bot), "dislike", **value)

    assert task["type"] == "continue"


def test_an_opinion_is_kept_with_its_reason(bot: House) -> None:
    task = thumb(bot, answered(bot), "dislike")

    send(bot, task, "dislike", reason="kilde", comment="Det er fra 2019.")

    ((asker, opinion),) = bot.desk.opinions
    assert asker.user == KARLA.object_id
    assert (opinion.verdict, opinion.reason) == (Verdict.DOWN, Reason.SOURCE)
    assert (opinion.answer, opinion.comment) == ("answer-1", "Det er fra 2019.")
    assert (opinion.generation, opinion.mode, opinion.status) == ("g1", "extractive", "answered")


def test_the_question_is_not_kept_unless_that_was_ticked(bot: House) -> None:
    task = thumb(bot, answered(bot), "like")

    send(bot, task, "like", question="false")
    send(bot, task, "like", question="true")

    assert [each.question for _, each in bot.desk.opinions] == ["", "Hvad er taksten?"]


def test_an_opinion_is_given_in_a_channel_too(bot: House) -> None:
    where = thread()

    task = thumb(bot, answered(bot, where), "dislike", where)

    assert task["type"] == "continue"


@pytest.mark.parametrize(
    "feedback",
    ["", "no json", "[]", '{"flow": "opinion"}', '{"flow": "opinion", "key": "made-up"}', "null"],
)
def test_what_is_no_opinion_of_an_answer_is_not_kept(bot: House, feedback: str) -> None:
    value = {"reaction": "like", "feedback": feedback}
    sent = {"actionName": "feedback", "actionValue": value}

    said = bot.send(bot.teams.make.invoke("message/submitAction", sent))

    assert said.status_code == 200
    assert bot.desk.opinions == []


def test_a_reason_that_is_none_is_left_out(bot: House) -> None:
    task = thumb(bot, answered(bot), "dislike")

    send(bot, task, "dislike", reason="<script>", comment="x" * 5_000)

    ((_, opinion),) = bot.desk.opinions
    assert opinion.reason is None
    assert len(opinion.comment) == 1_000


def test_of_an_answer_that_is_forgotten_the_dialog_says_so(bot: House) -> None:
    task = thumb(bot, "1759000000000", "like")

    assert task == {"type": "message", "value": texts.TEAMS_TOO_OLD}
