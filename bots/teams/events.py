"""What happens in Teams: what is a question to us, what is taken back, where we come and go."""

import asyncio
import html

from microsoft_teams.api import ActivityBase, ConversationUpdateActivity
from microsoft_teams.api.activities.install_update import InstalledActivity, UninstalledActivity
from microsoft_teams.api.activities.message import (
    MessageActivity,
    MessageActivityInput,
    MessageDeleteActivity,
)
from microsoft_teams.api.activities.utils import StripMentionsTextOptions, strip_mentions_text
from microsoft_teams.api.models import MentionEntity
from microsoft_teams.apps import ActivityContext

from bots.asker import Asked
from bots.orders import asks
from bots.teams import answering, messages
from bots.teams.addresses import Address, Event
from bots.teams.bot import Bot
from bots.teams.writing import Removed
from service import texts
from service.unready import SearchIndexError

PROGRAM = "28:"  # how the ids of bots begin


def register(bot: Bot) -> None:
    """Listen to what everybody says, and to where the bot is."""
    events = Events(bot)
    bot.app.on_message(events.message)
    bot.app.on_message_delete(events.deleted)
    bot.app.on_install_add(events.installed)
    bot.app.on_install_remove(events.uninstalled)
    bot.app.on_conversation_update(events.members)


class Events:
    """What is done about each."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def message(self, ctx: ActivityContext[MessageActivity]) -> None:
        """A message that is for us is a question, or in need of help."""
        activity = ctx.activity
        if activity.value is not None:  # the button of a card
            await ctx.next()
            return
        if activity.from_.id.startswith(PROGRAM) or activity.from_.role in ("bot", "skill"):
            return
        if not await self._for_us(activity):
            return
        if question := words(activity):
            asked = Asked(question, self._bot.stranger(activity), self._bot.place(activity))
            await answering.take(self._bot, Event.of(activity), asked)
        elif not await self._seen(str(Event.of(activity))):
            self._bot.tasks.start(self._helped(activity))

    async def _for_us(self, activity: MessageActivity) -> bool:
        """Whether we are spoken to: alone with us, by name, or in a thread where we were asked."""
        place = self._bot.place(activity)
        if place.private or activity.is_recipient_mentioned():
            return True
        others = any(isinstance(each, MentionEntity) for each in activity.entities or [])
        if others or not place.thread or not asks(words(activity)):
            return False
        return bool(await asyncio.to_thread(self._bot.parts.memory.earlier, place))

    async def _helped(self, activity: MessageActivity) -> None:
        """What to write, where there was nothing to answer."""
        files = [each for each in activity.attachments or [] if each.content_type != "text/html"]
        if files:
            await self._say(Address.of(activity), messages.refused(texts.TEAMS_NO_FILES), activity)
        else:
            await self._greet(activity)

    async def deleted(self, ctx: ActivityContext[MessageDeleteActivity]) -> None:
        """Who takes a question back gets no answer, and its words are forgotten."""
        place = self._bot.place(ctx.activity)
        await asyncio.to_thread(self._bot.parts.memory.forget, place, ctx.activity.id)

    async def installed(self, ctx: ActivityContext[InstalledActivity]) -> None:
        """Somebody put us here."""
        await self._welcome(ctx.activity)

    async def uninstalled(self, ctx: ActivityContext[UninstalledActivity]) -> None:
        """Somebody took us away."""
        await self._leave(ctx.activity)

    async def members(self, ctx: ActivityContext[ConversationUpdateActivity]) -> None:
        """Somebody came or went; of interest where that was us."""
        activity = ctx.activity
        us = activity.recipient.id
        if any(each.id == us for each in activity.members_added or []):
            await self._welcome(activity)
        if any(each.id == us for each in activity.members_removed or []):
            await self._leave(activity)
        await ctx.next()

    async def _welcome(self, activity: ActivityBase) -> None:
        """Say once what we are: Teams tells of one coming in two ways, and again after a pause."""
        if not await self._seen(f"welcome {self._bot.place(activity).conversation}"):
            self._bot.tasks.start(self._greet(activity))

    async def _leave(self, activity: ActivityBase) -> None:
        await asyncio.to_thread(self._bot.parts.memory.leave, self._bot.place(activity))

    async def _greet(self, activity: ActivityBase) -> None:
        try:
            said = messages.welcome(await self._bot.parts.newsroom.shelf())
        except SearchIndexError:
            said = messages.refused(texts.TEAMS_WELCOME)
        await self._say(Address.of(activity), said, activity)

    async def _say(
        self, address: Address, said: MessageActivityInput, activity: ActivityBase
    ) -> None:
        try:
            await self._bot.writer.say(address, said)
        except Removed:
            await self._leave(activity)

    async def _seen(self, event: str) -> bool:
        return await asyncio.to_thread(self._bot.parts.memory.seen, event)


def words(activity: MessageActivity) -> str:
    """What was written, without our name; of others who are named the names stay."""
    for options in (
        StripMentionsTextOptions(account_id=activity.recipient.id),
        StripMentionsTextOptions(tag_only=True),
    ):
        activity = activity.model_copy(
            update={"text": strip_mentions_text(activity, options) or ""}
        )
    return html.unescape(activity.text).replace("\N{NO-BREAK SPACE}", " ").strip()
