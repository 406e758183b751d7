"""The button "Spørg sekretariatet": a question handed over to people, with what was found."""

import asyncio
from dataclasses import dataclass, replace

from microsoft_teams.api import ActivityBase
from microsoft_teams.api.activities.invoke.task import (
    TaskFetchInvokeActivity,
    TaskSubmitInvokeActivity,
)
from microsoft_teams.api.models import Account, TaskModuleResponse
from microsoft_teams.apps import ActivityContext

from bots.faults import told
from bots.ports import Remembered
from bots.recalling import recalled
from bots.reply import reply
from bots.teams import addresses, cards, dialogs, messages
from bots.teams.addresses import Address
from bots.teams.bot import Bot, failed
from bots.teams.messages import HandedOver
from bots.teams.writing import NotWritten
from service import texts
from service.intake import presentable

LONGEST = 1_000  # characters of a remark
PATIENCE = 4.0  # seconds that a dialog waits for us; Teams gives up after five


def register(bot: Bot) -> None:
    """Listen to the button and to its dialog, where there is a secretariat to ask."""
    if bot.settings.secretariat:
        secretariat = Secretariat(bot, bot.settings.secretariat)
        bot.app.on_dialog_open(secretariat.opened)
        bot.app.on_dialog_submit(secretariat.sent)


@dataclass(frozen=True, slots=True)
class Handed:
    """A question to hand over: by whom, with which remark, and where they are told of trouble."""

    key: str
    who: Account
    remark: str
    address: Address


@dataclass(frozen=True, slots=True)
class Secretariat:
    """Posts questions to the `conversation` of the secretariat, where people answer them."""

    bot: Bot
    conversation: str

    async def opened(self, ctx: ActivityContext[TaskFetchInvokeActivity]) -> TaskModuleResponse:
        """The dialog."""
        key = dialogs.key_of(ctx.activity.value.data, cards.SECRETARIAT)
        remembered = await self._recalled(key, ctx.activity)
        if key is None or remembered is None:
            return dialogs.closed(texts.TEAMS_TOO_OLD)
        card = cards.card(
            [
                cards.plain(remembered.asked.question, bold=True),
                *cards.said(texts.HAND_OVER_HELP),
                cards.text_field(
                    "remark",
                    texts.HAND_OVER_REMARK,
                    texts.HAND_OVER_REMARK_HINT,
                    longest=LONGEST,
                ),
            ],
            [cards.submit(texts.HAND_OVER_SEND, cards.SECRETARIAT, key)],
        )
        return dialogs.opened(texts.HAND_OVER_TITLE, card)

    async def sent(self, ctx: ActivityContext[TaskSubmitInvokeActivity]) -> TaskModuleResponse:
        """Hand the question over once; where that takes long, the dialog does not wait for it."""
        activity, data = ctx.activity, ctx.activity.value.data
        key = dialogs.key_of(data, cards.SECRETARIAT)
        remembered = await self._recalled(key, activity)
        if key is None or remembered is None:
            return dialogs.closed(texts.TEAMS_TOO_OLD)
        remark = presentable(dialogs.field(data, "remark")[:LONGEST])[0]
        handed = Handed(key, activity.from_, remark, Address.of(activity))
        if await asyncio.to_thread(self.bot.parts.memory.seen, _event(handed)):
            return dialogs.closed(texts.TEAMS_HANDED_ALREADY)
        work = asyncio.create_task(self._trouble(handed, remembered))
        done, _ = await asyncio.wait([work], timeout=PATIENCE)
        if not done:
            self.bot.tasks.start(self._late(handed, work))
            return dialogs.closed(texts.TEAMS_HANDED_SOON)
        return dialogs.closed(work.result() or texts.TEAMS_HANDED)

    async def _recalled(self, key: str | None, activity: ActivityBase) -> Remembered | None:
        user = self.bot.stranger(activity).user
        return await recalled(self.bot.parts.memory, key, user) if key else None

    async def _late(self, handed: Handed, work: asyncio.Task[str]) -> None:
        """Of what went wrong after the dialog closed, they are told where they clicked."""
        trouble = await work
        if trouble:
            await self.bot.writer.say(handed.address, messages.refused(trouble))

    async def _trouble(self, handed: Handed, remembered: Remembered) -> str:
        """What went wrong in handing it over, and may be tried again; empty where it stands."""
        try:
            await self._hand_over(handed, remembered)
        except Exception as error:
            failed("A question was not handed over; it", error)
            await asyncio.to_thread(self.bot.parts.memory.unseen, _event(handed))
            return texts.TEAMS_NOT_HANDED if isinstance(error, NotWritten) else told(error)
        return ""

    async def _hand_over(self, handed: Handed, remembered: Remembered) -> None:
        """Post it with what is found with open rights; raises `NotWritten`."""
        bot = self.bot
        place = addresses.named(self.conversation, remembered.asked.place.tenant)
        asked = replace(remembered.asked, place=place, earlier=remembered.earlier)
        answered = await bot.parts.desk.answer(asked)
        searched = await bot.parts.desk.searched(asked)
        found = reply(answered, searched, bot.parts.site, asked.question)
        there = Address(handed.address.service, self.conversation)
        # Teams refuses a mention of somebody who is not in the conversation.
        mentioned = await bot.writer.inside(there, handed.who.id)
        shown = HandedOver(handed.who, asked.question, handed.remark, mentioned=mentioned)
        for each in messages.handed_over(shown, found):
            await bot.writer.say(there, each)


def _event(handed: Handed) -> str:
    """One and the same, however often it is sent."""
    return f"secretariat {handed.key} {handed.who.id}"
