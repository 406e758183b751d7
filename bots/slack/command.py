"""The command /aftale: questions whose answers the asker alone sees, and following subjects."""

import logging
from asyncio import to_thread
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond

from bots import following
from bots.asker import Asked, Place
from bots.faults import told
from bots.orders import Order, Wish, order
from bots.ports import Followed
from bots.slack import asking, names
from bots.slack.blocks import refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.message import messages
from bots.slack.posting import NOT_INSIDE, post
from bots.slack.private import whisper
from bots.slack.rich import named, rich, section, words
from service import texts
from service.access.errors import TooMany
from service.access.visitor import Channel
from service.errors import ServiceError
from service.web.faults import places

log = logging.getLogger(__name__)
MOST = 5  # messages that Slack takes over a response URL


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to the command."""
    app.command(names.COMMAND)(Command(kit).used)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of the command: what was wanted, where, by whom, and the way to answer them alone."""

    order: Order
    place: Place
    user: str
    respond: AsyncRespond


@dataclass(frozen=True, slots=True)
class Command:
    """Answers the asker alone, also where the app is not in the channel.

    A question whose answer was not told when the bot stopped is not taken up again: its response
    URL is not kept, and what is told privately must come out nowhere else.
    """

    kit: Kit

    async def used(self, ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """Acknowledged within three seconds, whatever comes of it."""
        wanted = order(body.get("text", ""))
        answer = wanted.wish is Wish.ANSWER
        await (ack(texts.SEARCHING, response_type="ephemeral") if answer else ack())
        if await to_thread(self.kit.parts.memory.seen, f"command {body['trigger_id']}"):
            return
        place = Place(Channel.SLACK, body["team_id"], body["channel_id"])
        self.kit.running.start(self._done(Use(wanted, place, body["user_id"], respond)))

    async def _done(self, use: Use) -> None:
        does: dict[Wish, Callable[[Use], Awaitable[None]]] = {
            Wish.ANSWER: self._answer,
            Wish.FOLLOW: self._follow,
            Wish.STOP: self._stop,
            Wish.LIST: self._list,
            Wish.HELP: self._help,
            Wish.GREET: self._help,
            Wish.THANK: self._thank,
        }
        try:
            await does[use.order.wish](use)
        except Exception as error:
            if not isinstance(error, (ServiceError, TooMany)):
                log.warning("A command was not done\n%s", places(error))
            answer = use.order.wish is Wish.ANSWER
            await whisper(use.respond, refused(told(error)), replace=answer)

    async def _answer(self, use: Use) -> None:
        asker = await self.kit.guests.asker(use.place.tenant, use.user)
        asked = Asked(use.order.text, asker, replace(use.place, private=True))
        direct = use.place.conversation.startswith("D")
        answer = await asking.answer(self.kit, asked, share=not direct)
        if len(answer) > MOST:  # the last has the buttons
            answer = [*answer[: MOST - 2], refused(texts.ANSWER_CUT), answer[-1]]
        for number, message in enumerate(answer):
            await whisper(use.respond, message, replace=number == 0)

    async def _follow(self, use: Use) -> None:
        """It is told in the channel, as it is everybody's there; if it cannot be, it is not so."""
        followed = Followed(use.place, use.order.text)
        known = await following.startable(self.kit.parts, followed)
        await following.start(self.kit.parts, followed, known)
        stop = f"{names.COMMAND} stop {followed.subject}"
        try:
            await self._tell_all(use, following.started(followed.subject, len(known), stop))
        except FAILED as error:
            await following.stopped(self.kit.parts, use.place, followed.subject)
            if code(error) not in NOT_INSIDE:
                raise
            await whisper(use.respond, refused(texts.FOLLOW_INVITE))

    async def _stop(self, use: Use) -> None:
        subject = use.order.text
        if not subject:
            await whisper(use.respond, refused(texts.STOP_WITHOUT_SUBJECT))
        elif await following.stopped(self.kit.parts, use.place, subject):
            await self._tell_all(use, texts.FOLLOW_ENDED.format(subject=subject))
        else:
            said = await following.not_followed(self.kit.parts, use.place, subject)
            await whisper(use.respond, refused(said))

    async def _list(self, use: Use) -> None:
        here = await following.subjects(self.kit.parts, use.place)
        await whisper(use.respond, refused(following.told(here)))

    async def _help(self, use: Use) -> None:
        await whisper(use.respond, refused(texts.COMMAND_HELP))

    async def _thank(self, use: Use) -> None:
        await whisper(use.respond, refused(texts.THANKED))

    async def _tell_all(self, use: Use, said: str) -> None:
        """With who wanted it, so that nobody wonders."""
        told = rich(section(words(f"{said} "), *named(texts.FOLLOW_ASKED_BY, use.user)))
        await post(self.kit.client, use.place, messages([told])[0])
