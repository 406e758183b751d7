"""The thumbs under an answer: it helped, or it did not and why."""

import logging
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.faults import told
from bots.ports import Remembered
from bots.recalling import recalled
from bots.slack import names, views
from bots.slack.blocks import refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.private import clicked, team_of, thread_of, whisper
from service import texts
from service.feedback.opinion import Opinion, Reason, Verdict
from service.web.faults import places

log = logging.getLogger(__name__)
VERDICTS = {names.UP: Verdict.UP, names.DOWN: Verdict.DOWN}


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to the thumbs and to the dialog."""
    opinions = Opinions(kit)
    app.action(names.OPINION)(opinions.clicked)
    app.view(names.OPINION_VIEW)(opinions.explained)


@dataclass(frozen=True, slots=True)
class Opinions:
    """Keeps opinions; the desk replaces the same person's earlier one of an answer."""

    kit: Kit

    async def clicked(self, ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """The dialog must be opened within three seconds, so nothing is waited for before it."""
        await ack()
        verdict, _, key = clicked(body).partition(" ")
        remembered = await recalled(self.kit.parts.memory, key, body["user"]["id"])
        if remembered is None or verdict not in VERDICTS:
            await whisper(respond, refused(texts.ANSWER_TOO_OLD), thread=thread_of(body))
            return
        asked_why = verdict == names.DOWN and await self._asked_why(body["trigger_id"], key)
        given = opinion(remembered, VERDICTS[verdict])
        trouble = await self._kept(body, given)
        if trouble or not asked_why:
            said = trouble or thanks_for(given)
            await whisper(respond, refused(said), thread=thread_of(body))

    async def explained(self, ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        """The dialog was sent; that it did not help is kept since the click."""
        key, user = view["private_metadata"], body["user"]["id"]
        remembered = await recalled(self.kit.parts.memory, key, user)
        if remembered is None:
            await ack(response_action="update", view=views.trouble(texts.ANSWER_TOO_OLD))
            return
        given = explained(view, remembered)
        thanks = views.told_view(texts.THANKS_TITLE, thanks_for(given))
        await ack(response_action="update", view=thanks)
        self.kit.running.start(self._replaced(body, view["id"], given))

    async def _asked_why(self, trigger: str, key: str) -> bool:
        try:
            await self.kit.client.views_open(trigger_id=trigger, view=views.opinion_dialog(key))
        except FAILED as error:
            log.warning("The dialog of an opinion was not opened: %s", code(error))
            return False
        return True

    async def _replaced(self, body: dict[str, Any], view: str, given: Opinion) -> None:
        """Keep what the dialog said; they were thanked, so only a failure is told."""
        trouble = await self._kept(body, given)
        if trouble:
            try:
                await self.kit.client.views_update(view_id=view, view=views.trouble(trouble))
            except FAILED as error:  # they closed it
                log.info("A dialog could not tell that it failed: %s", code(error))

    async def _kept(self, body: dict[str, Any], given: Opinion) -> str:
        """What went wrong; empty where nothing did."""
        try:
            asker = await self.kit.guests.asker(team_of(body), body["user"]["id"])
            await self.kit.parts.desk.opinion(asker, given)
        except Exception as error:
            log.warning("An opinion was not kept\n%s", places(error))
            return told(error)
        return ""


def thanks_for(given: Opinion) -> str:
    """Thanks, and whether the question was kept."""
    kept = texts.THANKS_WITH_QUESTION if given.question else texts.THANKS_WITHOUT_QUESTION
    return f"{texts.THANKS} {kept}"


def opinion(remembered: Remembered, verdict: Verdict) -> Opinion:
    """An opinion of that answer, without the question."""
    return Opinion(
        remembered.answer_id,
        verdict,
        generation=remembered.generation,
        mode=remembered.mode,
        status=remembered.status,
    )


def explained(view: dict[str, Any], remembered: Remembered) -> Opinion:
    """What was filled in; the question is there only where that was ticked."""
    values = view["state"]["values"]
    reason = (values[names.REASON][names.REASON].get("selected_option") or {}).get("value")
    comment = values[names.COMMENT][names.COMMENT].get("value") or ""
    ticked = values[names.CONSENT][names.CONSENT].get("selected_options")
    return replace(
        opinion(remembered, Verdict.DOWN),
        reason=Reason(reason) if reason in set(Reason) else None,
        comment=comment.strip(),
        question=remembered.asked.question if ticked else "",
    )
