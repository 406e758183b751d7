"""The message shortcut "Find kilder til dette": the places nearest to what somebody wrote."""

import logging
from asyncio import to_thread
from dataclasses import dataclass
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.asker import Asked, Place
from bots.faults import told
from bots.slack import names, views
from bots.slack.blocks import passages, refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.message import Message
from bots.slack.private import team_of, whisper
from bots.slack.rich import Block, context
from bots.slack.wording import plain
from bots.splitting import pieces
from service import texts
from service.access.errors import TooMany
from service.access.visitor import Channel
from service.errors import ServiceError
from service.question import MAX_QUESTION
from service.web.faults import places

log = logging.getLogger(__name__)
MOST = 5  # places


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to the shortcut."""
    app.message_shortcut(names.FIND_SOURCES)(Shortcut(kit).used)


@dataclass(frozen=True, slots=True)
class Use:
    """The text whose sources are sought, by whom and where, and the ways to show them to them."""

    text: str
    user: str
    place: Place
    view: str
    respond: AsyncRespond


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Shows in a dialog, which nobody else sees; where none can be opened, in a private message."""

    kit: Kit

    async def used(self, ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """Opens the dialog within three seconds; the places follow."""
        await ack()
        if await to_thread(self.kit.parts.memory.seen, f"shortcut {body['trigger_id']}"):
            return
        place = Place(Channel.SLACK, team_of(body), body["channel"]["id"], private=True)
        text = plain(body["message"].get("text") or "")
        view = await self._opened(body["trigger_id"])
        self.kit.running.start(self._done(Use(text, body["user"]["id"], place, view, respond)))

    async def _opened(self, trigger: str) -> str:
        """The dialog's id; empty where it could not be opened."""
        wait = views.told_view(texts.SOURCES, texts.SEARCHING)
        try:
            opened = await self.kit.client.views_open(trigger_id=trigger, view=wait)
        except FAILED as error:
            log.warning("The dialog of a shortcut was not opened: %s", code(error))
            return ""
        return str(opened["view"]["id"])

    async def _done(self, use: Use) -> None:
        try:
            messages = await self._found(use)
        except Exception as error:
            if not isinstance(error, (ServiceError, TooMany)):
                log.warning("Nothing was found for a message\n%s", places(error))
            messages = [refused(told(error))]
        if use.view:
            await self._shown(use.view, [block for each in messages for block in each.blocks])
        else:
            for message in messages:
                await whisper(use.respond, message)

    async def _found(self, use: Use) -> list[Message]:
        if not use.text:
            return [refused(texts.MESSAGE_WITHOUT_TEXT)]
        first, *rest = pieces(use.text, MAX_QUESTION)
        asker = await self.kit.guests.asker(use.place.tenant, use.user)
        asked = Asked(first.strip(), asker, use.place)
        found = passages(await self.kit.parts.desk.search(asked, MOST), self.kit.parts.site)
        cut = texts.MESSAGE_CUT.format(count=len(first))
        return [*found, Message(cut, (context(cut),))] if rest else found

    async def _shown(self, view: str, blocks: list[Block]) -> None:
        shown = {**views.told_view(texts.SOURCES, ""), "blocks": blocks}
        try:
            await self.kit.client.views_update(view_id=view, view=shown)
        except FAILED as error:  # they closed it
            log.info("The dialog of a shortcut was not filled: %s", code(error))
