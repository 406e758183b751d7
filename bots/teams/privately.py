""" "privat: <spørgsmål>" in a channel or group: answered in the personal chat, shared from there.

Teams has messages that one person alone sees in a channel ("targeted messages"), in a preview that
not every tenant has. The personal chat is there for everybody who has the app.
"""

import asyncio
import re
from dataclasses import dataclass

from microsoft_teams.api import ActivityBase
from microsoft_teams.api.activities.message import MessageActivity, MessageDeleteActivity
from microsoft_teams.apps import ActivityContext

from bots.asker import Asked, Place
from bots.teams import addresses, answering, messages
from bots.teams.addresses import Address, Event
from bots.teams.bot import Bot, failed
from bots.teams.commands import spoken_to
from bots.teams.events import words
from bots.teams.writing import NotWritten, Removed
from service import texts
from service.access.visitor import Channel

# "Private leverandører …" and "privat institution …" are no wish for privacy.
ASKS = "hv[aeio]|er |kan |skal |må |har |gælder |findes |what |how |who |when "
PRIVATE = re.compile(
    rf"privat(?:\s*[:,–]\s*|\s+(?={ASKS})|\s*$)(?P<question>.*)", re.IGNORECASE | re.DOTALL
)


def register(bot: Bot) -> None:
    """Listen to what is said to us."""
    privately = Privately(bot)
    bot.app.on_message(privately.message)
    bot.app.on_message_delete(privately.deleted)


@dataclass(frozen=True, slots=True)
class Privately:
    """Takes what is to be answered to the asker alone."""

    bot: Bot

    async def message(self, ctx: ActivityContext[MessageActivity]) -> None:
        """A message to us; alone with us everything is private anyway."""
        activity = ctx.activity
        wish = PRIVATE.fullmatch(words(activity)) if spoken_to(self.bot, activity) else None
        if wish is None or self.bot.place(activity).private:
            await ctx.next()
        elif not await self._seen(activity):
            self.bot.tasks.start(self._taken(activity, wish["question"].strip()))

    async def deleted(self, ctx: ActivityContext[MessageDeleteActivity]) -> None:
        """Such a wish is taken back where it was written, and its words stand elsewhere too.

        Where it comes before the wish itself, that is not taken any more.
        """
        activity = ctx.activity
        if not self.bot.place(activity).private and await self._seen(activity):
            self.bot.tasks.start(self._forgotten(activity))
        await ctx.next()

    async def _forgotten(self, activity: MessageDeleteActivity) -> None:
        alone = await self._alone(activity)
        await asyncio.to_thread(self.bot.parts.memory.forget, self._place(alone), activity.id)

    async def _seen(self, activity: ActivityBase) -> bool:
        event = f"private {self.bot.place(activity).conversation} {activity.id}"
        return await asyncio.to_thread(self.bot.parts.memory.seen, event)

    async def _alone(self, activity: ActivityBase) -> Address:
        """The personal chat with who wrote it; raises `NotWritten`."""
        here, person = Address.of(activity), activity.from_.id
        return await self.bot.writer.alone(here, person, self.bot.settings.tenant)

    def _place(self, alone: Address) -> Place:
        tenant = self.bot.settings.tenant.lower()
        return Place(Channel.TEAMS, tenant, alone.conversation, private=True)

    async def _taken(self, activity: MessageActivity, question: str) -> None:
        """Ask in the personal chat, and say in the conversation where the answer is."""
        here = Address.of(activity)
        if not question:
            await self._say(here, texts.TEAMS_PRIVATE_WITHOUT_QUESTION)
            return
        try:
            alone = await self._alone(activity)
        except NotWritten as error:
            failed("A personal chat could not be opened; it", error)
            await self._say(here, texts.TEAMS_NO_PERSONAL)
            return
        asked = Asked(question, self.bot.stranger(activity), self._place(alone))
        event = Event(alone, activity.id, activity.from_.id, here.conversation)
        await answering.take(self.bot, event, asked)
        await self._say(here, texts.TEAMS_ANSWERED_ALONE)

    async def _say(self, address: Address, text: str) -> None:
        try:
            await self.bot.writer.say(address, messages.refused(text))
        except Removed:
            place = addresses.named(address.conversation, self.bot.settings.tenant.lower())
            await asyncio.to_thread(self.bot.parts.memory.leave, place)
