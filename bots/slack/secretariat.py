"""The button "Spørg sekretariatet": a question handed over to people, with what was found."""

import logging
from asyncio import to_thread
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.asker import Asked, Place
from bots.faults import told
from bots.ports import Remembered
from bots.recalling import recalled
from bots.slack import asking, names, views
from bots.slack.blocks import refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.message import Message
from bots.slack.notices import HandedOver, handed_over
from bots.slack.posting import GONE, post, post_all
from bots.slack.private import clicked, team_of, thread_of, whisper
from bots.slack.rich import link, rich, section
from service import texts
from service.access.visitor import Channel
from service.intake import presentable
from service.question import MAX_QUESTION
from service.web.faults import places

log = logging.getLogger(__name__)


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to the button and to the dialog, where there is a secretariat to ask."""
    if kit.settings.secretariat:
        secretariat = Secretariat(kit, kit.settings.secretariat)
        app.action(names.HAND_OVER)(secretariat.clicked)
        app.view(names.HAND_OVER_VIEW)(secretariat.sent)


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog that was sent: its id, whose it is, and the question and remark in it."""

    view: str
    team: str
    user: str
    question: str
    remark: str


@dataclass(frozen=True, slots=True)
class Secretariat:
    """Posts questions to the `channel` of the secretariat, where people answer them.

    The bot does not remember those threads, so it takes no part in them.
    """

    kit: Kit
    channel: str

    async def clicked(self, ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """Opens the dialog, within three seconds of the click."""
        await ack()
        key, thread = clicked(body), thread_of(body)
        remembered = await recalled(self.kit.parts.memory, key, body["user"]["id"])
        if remembered is None:
            await whisper(respond, refused(texts.ANSWER_TOO_OLD), thread=thread)
            return
        view = views.hand_over_dialog(key, remembered.asked.question)
        try:
            await self.kit.client.views_open(trigger_id=body["trigger_id"], view=view)
        except FAILED as error:
            log.warning("The dialog for the secretariat was not opened: %s", code(error))
            await whisper(respond, refused(texts.DIALOG_CLOSED), thread=thread)

    async def sent(self, ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        """Says that it is being sent; what came of it follows in the same dialog."""
        dialog = _filled(body, view)
        wrong = _wrong(dialog.question)
        if wrong:
            await ack(response_action="errors", errors={names.QUESTION: wrong})
            return
        wait = views.told_view(texts.HAND_OVER_TITLE, texts.HAND_OVER_SENDING)
        await ack(response_action="update", view=wait)
        if not await to_thread(self.kit.parts.memory.seen, f"handed over {dialog.view}"):
            self.kit.running.start(self._done(dialog, view["private_metadata"]))

    async def _done(self, dialog: Dialog, key: str) -> None:
        try:
            remembered = await recalled(self.kit.parts.memory, key, dialog.user)
            said = await self._posted(dialog, remembered)
        except Exception as error:
            log.warning("A question was not handed over\n%s", places(error))
            said = told(error)
        shown = views.told_view(texts.HAND_OVER_TITLE, said)
        try:
            await self.kit.client.views_update(view_id=dialog.view, view=shown)
        except FAILED:  # they closed it; then they read it in their direct messages
            place = Place(Channel.SLACK, dialog.team, dialog.user)
            await post(self.kit.client, place, refused(said))

    async def _posted(self, dialog: Dialog, remembered: Remembered | None) -> str:
        """What is told of it."""
        messages = await self._told(dialog, remembered)
        try:
            await post_all(self.kit.client, self._place(dialog.team), messages)
        except FAILED as error:
            if code(error) in GONE:
                log.error("Invite the app to the channel of the secretariat: %s", code(error))
                return texts.HAND_OVER_UNREACHED
            log.error("The channel of the secretariat was not written to: %s", code(error))
            return texts.HAND_OVER_UNSURE
        return texts.HAND_OVER_DONE

    async def _told(self, dialog: Dialog, remembered: Remembered | None) -> list[Message]:
        """The question, where it was asked, and what is found for it with open rights."""
        asker = await self.kit.guests.asker(dialog.team, dialog.user)
        earlier = remembered.earlier if remembered else ()
        asked = Asked(dialog.question, asker, self._place(dialog.team), earlier)
        made = await self.kit.parts.desk.answer(asked)
        found = await asking.told(self.kit, asked, made)
        first, *more = handed_over(HandedOver(dialog.user, dialog.question, dialog.remark), found)
        where = await self._where(remembered)
        head, *rest = first.blocks
        return [replace(first, blocks=(head, *where, *rest)), *more]

    async def _where(self, remembered: Remembered | None) -> list[dict[str, Any]]:
        """A link to where it was asked; what is private has none."""
        place = remembered.asked.place if remembered else None
        if place is None or place.private or not place.thread:
            return []
        try:
            address = await self.kit.client.chat_getPermalink(
                channel=place.conversation, message_ts=place.thread
            )
        except FAILED:
            return []
        return [rich(section(link(address["permalink"], texts.HANDED_OVER_WHERE)))]

    def _place(self, team: str) -> Place:
        return Place(Channel.SLACK, team, self.channel)


def _filled(body: dict[str, Any], view: dict[str, Any]) -> Dialog:
    """CPR numbers go no further than this."""
    values = view["state"]["values"]
    question, remark = (
        presentable(values[name][name].get("value") or "")[0].strip()
        for name in (names.QUESTION, names.REMARK)
    )
    return Dialog(view["id"], team_of(body), body["user"]["id"], question, remark)


def _wrong(question: str) -> str:
    if not question:
        return texts.QUESTION_EMPTY
    if len(question) > MAX_QUESTION:
        return texts.question_too_long(len(question), MAX_QUESTION)
    return ""
