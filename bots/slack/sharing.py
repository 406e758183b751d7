"""The button "Del i kanalen": what was asked privately, asked anew for everybody in the channel."""

import logging
from asyncio import to_thread
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.asker import Asked
from bots.faults import told
from bots.ports import Remembered
from bots.slack import asking, names
from bots.slack.blocks import refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.message import Message
from bots.slack.notices import shared_by
from bots.slack.offers import Offers
from bots.slack.posting import GONE, post_all
from bots.slack.private import clicked, thread_of, whisper
from service import texts
from service.answer import Answer
from service.web.faults import places

log = logging.getLogger(__name__)


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to the button."""
    app.action(names.SHARE)(Sharing(kit).clicked)


@dataclass(frozen=True, slots=True)
class Click:
    """What is to be shared and by whom, and the way to tell them alone."""

    key: str
    user: str
    thread: str
    respond: AsyncRespond


@dataclass(frozen=True, slots=True)
class Sharing:
    """Shares an answer once, however often the button is clicked."""

    kit: Kit

    async def clicked(self, ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """Acknowledged at once."""
        await ack()
        click = Click(clicked(body), body["user"]["id"], thread_of(body), respond)
        self.kit.running.start(self._done(click))

    async def _done(self, click: Click) -> None:
        memory = self.kit.parts.memory
        remembered = await to_thread(memory.recall, click.key)
        if remembered is None or remembered.asked.asker.user != click.user:
            said = texts.ANSWER_TOO_OLD
        elif await to_thread(memory.seen, f"share {click.key}"):
            said = texts.SHARED_ALREADY
        else:
            said = await self._shared(click, remembered)
        await whisper(click.respond, refused(said), thread=click.thread)

    async def _shared(self, click: Click, remembered: Remembered) -> str:
        """What is told of it; what may have failed may be tried again."""
        try:
            asked, made = await self._open(remembered)
            messages = await self._told(asked, made)
            first = await post_all(self.kit.client, asked.place, messages)
        except Exception as error:
            await to_thread(self.kit.parts.memory.unseen, f"share {click.key}")
            log.warning("An answer was not shared\n%s", places(error))
            return _why(error)
        # Whoever asks further in its thread follows this question.
        thread = replace(asked, place=replace(asked.place, thread=first))
        await to_thread(self.kit.parts.memory.remember, thread, made)
        differs = await self._differs(remembered, made)
        return f"{texts.SHARED} {texts.SHARED_DIFFERS}" if differs else texts.SHARED

    async def _open(self, remembered: Remembered) -> tuple[Asked, Answer]:
        """The question with the rights of the channel, and its answer."""
        place = replace(remembered.asked.place, private=False)
        asked = replace(remembered.asked, place=place, earlier=remembered.earlier)
        return asked, await self.kit.parts.desk.answer(asked)

    async def _told(self, asked: Asked, made: Answer) -> list[Message]:
        """The answer under who shared it and what was asked."""
        key = await to_thread(self.kit.parts.memory.remember, asked, made)
        offers = Offers(key, secretariat=bool(self.kit.settings.secretariat))
        found = await asking.told(self.kit, asked, made)
        return shared_by(asked.asker.user, asked.question, found, offers)

    async def _differs(self, remembered: Remembered, made: Answer) -> bool:
        """Whether the asker alone was told of places that the channel is not told of.

        Who sees no more than the channel has the same answer, so nothing is asked again.
        """
        desk = self.kit.parts.desk
        private = replace(remembered.asked, earlier=remembered.earlier)
        public = replace(private, place=replace(private.place, private=False))
        try:
            if await desk.searched(private) == await desk.searched(public):
                return False
            before = await desk.answer(private)
        except Exception as error:
            log.warning("A shared answer was not compared\n%s", places(error))
            return False
        return _places(before) != _places(made)


def _why(error: Exception) -> str:
    if not isinstance(error, FAILED):
        return told(error)
    return texts.SHARE_INVITE if code(error) in GONE else texts.SHARE_UNSURE


def _places(answer: Answer) -> set[tuple[str, int, int]]:
    return {(each.document_id, each.start, each.end) for each in answer.citations}
