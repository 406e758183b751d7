"""Words to the bot that are no question: help, following subjects, and a conversation's id."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from microsoft_teams.api.activities.message import MessageActivity, MessageActivityInput
from microsoft_teams.apps import ActivityContext

from bots import following
from bots.asker import Place
from bots.faults import told
from bots.orders import Order, Wish, order
from bots.ports import Followed
from bots.teams import cards, messages
from bots.teams.addresses import Address, Event
from bots.teams.bot import Bot, failed
from bots.teams.events import PROGRAM, words
from bots.teams.writing import Removed
from service import texts

WHICH = frozenset({"id"})  # asks which conversation this is


def register(bot: Bot) -> None:
    """Listen to what is said to us."""
    bot.app.on_message(Commands(bot).message)


def spoken_to(bot: Bot, activity: MessageActivity) -> bool:
    """Whether a person wrote it to us: alone with us, or by name."""
    if activity.value is not None or activity.from_.id.startswith(PROGRAM):
        return False
    return bot.place(activity).private or activity.is_recipient_mentioned()


@dataclass(frozen=True, slots=True)
class Use:
    """What was wanted, where, and the name of who wanted it, which is foreign text."""

    order: Order
    place: Place
    address: Address
    who: str


@dataclass(frozen=True, slots=True)
class Commands:
    """Does what is wanted; what is a question goes on to the next."""

    bot: Bot

    async def message(self, ctx: ActivityContext[MessageActivity]) -> None:
        """A message to us."""
        activity = ctx.activity
        text = words(activity) if spoken_to(self.bot, activity) else ""
        wanted = order(text)
        which = text.lower() in WHICH
        if not text or (wanted.wish is Wish.ANSWER and not which):
            await ctx.next()
            return
        # A subject is followed in the whole conversation, not in the thread where that was wished.
        place = replace(self.bot.place(activity), thread="")
        use = Use(wanted, place, Address.of(activity), activity.from_.name or "")
        if not await asyncio.to_thread(self.bot.parts.memory.seen, str(Event.of(activity))):
            self.bot.tasks.start(self._done(use))

    async def _done(self, use: Use) -> None:
        does: dict[Wish, Callable[[Use], Awaitable[MessageActivityInput]]] = {
            Wish.ANSWER: self._which,
            Wish.FOLLOW: self._follow,
            Wish.STOP: self._stop,
            Wish.LIST: self._list,
            Wish.HELP: self._help,
            Wish.GREET: self._greet,
            Wish.THANK: self._thank,
        }
        try:
            said = await does[use.order.wish](use)
        except Exception as error:
            if told(error) == texts.BOT_BROKEN:
                failed("A command", error)
            said = messages.refused(told(error))
        try:
            await self.bot.writer.say(use.address, said)
        except Removed:
            await asyncio.to_thread(self.bot.parts.memory.leave, use.place)

    async def _follow(self, use: Use) -> MessageActivityInput:
        followed = Followed(use.place, use.order.text, use.address.service)
        known = await following.startable(self.bot.parts, followed)
        await following.start(self.bot.parts, followed, known)
        stop = f"stop {followed.subject}"
        return self._to_all(use, following.started(followed.subject, len(known), stop))

    async def _stop(self, use: Use) -> MessageActivityInput:
        subject = use.order.text
        if not subject:
            return messages.refused(texts.STOP_WITHOUT_SUBJECT)
        if await following.stopped(self.bot.parts, use.place, subject):
            return self._to_all(use, texts.FOLLOW_ENDED.format(subject=subject))
        said = await following.not_followed(self.bot.parts, use.place, subject)
        return messages.refused(said)

    async def _list(self, use: Use) -> MessageActivityInput:
        return messages.refused(following.told(await following.subjects(self.bot.parts, use.place)))

    async def _help(self, use: Use) -> MessageActivityInput:
        return MessageActivityInput().add_card(cards.help_card())

    async def _greet(self, use: Use) -> MessageActivityInput:
        return messages.welcome(await self.bot.parts.newsroom.shelf())

    async def _thank(self, use: Use) -> MessageActivityInput:
        return messages.refused(texts.THANKED)

    async def _which(self, use: Use) -> MessageActivityInput:
        """The id of this conversation, which the secretariat's setting needs."""
        # As code: it is copied into a setting, where no sign may be added that cannot be seen.
        named = "".join(re.findall(r"[\w:@.;=+/%-]", use.place.conversation))
        return MessageActivityInput(text=texts.TEAMS_CONVERSATION.format(id=f"`{named}`"))

    def _to_all(self, use: Use, text: str) -> MessageActivityInput:
        """With who wanted it, so that nobody wonders; there is nobody else in a personal chat."""
        by = texts.FOLLOW_ASKED_BY.format(who=use.who) if use.who and not use.place.private else ""
        return messages.refused(f"{text} {by}".rstrip())
