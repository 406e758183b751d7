"""The thumbs under an answer: a dialog of ours asks why, and the opinion is kept."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from microsoft_teams.api.activities.invoke.message import (
    MessageFetchTaskInvokeActivity,
    MessageSubmitActionInvokeActivity,
)
from microsoft_teams.api.models import TaskModuleResponse
from microsoft_teams.apps import ActivityContext
from microsoft_teams.cards import AdaptiveCard

from bots.faults import told
from bots.ports import Remembered
from bots.recalling import recalled
from bots.teams import cards, dialogs
from bots.teams.bot import Bot, failed
from service import texts
from service.feedback.opinion import Opinion, Reason, Verdict

VERDICTS = {"like": Verdict.UP, "dislike": Verdict.DOWN}
LONGEST = 1_000  # characters of a comment


def register(bot: Bot) -> None:
    """Listen to the thumbs and to what their dialog sends."""
    opinions = Opinions(bot)
    bot.app.on_message_fetch_task(opinions.asked)
    bot.app.on_message_submit_feedback(opinions.given)


def as_read(activity: dict[str, Any]) -> dict[str, Any]:
    """The activity as the SDK can read it.

    Microsoft documents a thumb's `value` with its fields at the top, the SDK takes them in `data`.
    """
    value = activity.get("value")
    if activity.get("name") == "message/fetchTask" and isinstance(value, dict):
        return activity | {"value": {"data": value} | value}
    return activity


@dataclass(frozen=True, slots=True)
class Opinions:
    """Asks for opinions and keeps them."""

    bot: Bot

    async def asked(
        self, ctx: ActivityContext[MessageFetchTaskInvokeActivity]
    ) -> TaskModuleResponse:
        """The dialog behind a thumb."""
        activity = ctx.activity
        memory, place = self.bot.parts.memory, self.bot.place(activity)
        key = await asyncio.to_thread(memory.telling, place, activity.reply_to_id or "")
        if key is None:
            return dialogs.closed(texts.TEAMS_TOO_OLD)
        verdict = VERDICTS[activity.value.data.action_value.reaction]
        return dialogs.opened(texts.FEEDBACK, _dialog(key, verdict))

    async def given(self, ctx: ActivityContext[MessageSubmitActionInvokeActivity]) -> None:
        """Keep what was sent; of what was asked only where that was ticked."""
        activity = ctx.activity
        sent = _fields(activity.value.action_value.feedback)
        key = dialogs.key_of(sent, cards.OPINION)
        user = self.bot.stranger(activity).user
        remembered = await recalled(self.bot.parts.memory, key, user) if key else None
        if remembered is None:
            return
        verdict = VERDICTS[activity.value.action_value.reaction]
        try:
            asker = await self.bot.asker(activity)
            await self.bot.parts.desk.opinion(asker, _opinion(remembered, verdict, sent))
        except Exception as error:
            # Teams shows nothing of a refusal here; of what is no matter of limits we want to know.
            if told(error) == texts.BOT_BROKEN:
                failed("An opinion", error)


def _dialog(key: str, verdict: Verdict) -> AdaptiveCard:
    body = [cards.heading(texts.FEEDBACK_GOOD)]
    if verdict is Verdict.DOWN:
        body = [cards.one_of("reason", texts.FEEDBACK_REASON, texts.OPINION_REASONS)]
    comment = cards.text_field(
        "comment", texts.FEEDBACK_COMMENT, texts.FEEDBACK_COMMENT_HINT, longest=LONGEST
    )
    return cards.card(
        [
            *body,
            comment,
            cards.tick("question", texts.FEEDBACK_QUESTION),
            *cards.said(texts.FEEDBACK_QUESTION_HINT),
        ],
        [cards.submit(texts.FEEDBACK_SEND, cards.OPINION, key)],
    )


def _opinion(remembered: Remembered, verdict: Verdict, sent: Any) -> Opinion:
    reason = dialogs.field(sent, "reason")
    return Opinion(
        answer=remembered.answer_id,
        verdict=verdict,
        reason=Reason(reason) if reason in texts.OPINION_REASONS else None,
        comment=dialogs.field(sent, "comment")[:LONGEST],
        question=remembered.asked.question if dialogs.field(sent, "question") == "true" else "",
        generation=remembered.generation,
        mode=remembered.mode,
        status=remembered.status,
    )


def _fields(feedback: str) -> Any:
    """The dialog's fields, which Teams sends as a text of JSON."""
    try:
        return json.loads(feedback)
    except ValueError:
        return None
