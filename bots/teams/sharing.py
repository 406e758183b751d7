"""The button "Del i kanalen": what was asked privately, asked anew for everybody there."""

import asyncio
from dataclasses import dataclass, replace

from microsoft_teams.api.activities.message import MessageActivity
from microsoft_teams.apps import ActivityContext

from bots.faults import told
from bots.ports import Remembered
from bots.teams import answering, cards, dialogs, messages
from bots.teams.addresses import Address, conversation
from bots.teams.bot import Bot, failed
from bots.teams.writing import NotWritten, Removed
from service import texts


def register(bot: Bot) -> None:
    """Listen to the button."""
    bot.app.on_message(Sharing(bot).clicked)


@dataclass(frozen=True, slots=True)
class Click:
    """What is to be shared: by whom, by which name (foreign text), and where they are told."""

    key: str
    user: str
    sender: str
    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Sharing:
    """Shares an answer once, however often the button is clicked."""

    bot: Bot

    async def clicked(self, ctx: ActivityContext[MessageActivity]) -> None:
        """Acknowledged at once."""
        activity = ctx.activity
        key = dialogs.key_of(activity.value, cards.SHARE)
        if key is None:
            await ctx.next()
            return
        person = activity.from_
        user = self.bot.stranger(activity).user
        click = Click(key, user, person.id, person.name or "", Address.of(activity))
        self.bot.tasks.start(self._done(click))

    async def _done(self, click: Click) -> None:
        memory = self.bot.parts.memory
        remembered = await asyncio.to_thread(memory.recall, click.key)
        if remembered is None or remembered.asked.asker.user != click.user:
            said = texts.TEAMS_TOO_OLD
        elif await asyncio.to_thread(memory.seen, f"share {click.key}"):
            said = texts.TEAMS_SHARED_ALREADY
        else:
            said = await self._shared(click, remembered)
        await self.bot.writer.say(click.address, messages.refused(said))

    async def _shared(self, click: Click, remembered: Remembered) -> str:
        """What is told of it; what surely was not posted may be tried again."""
        place = replace(remembered.asked.place, private=False)
        there = Address(click.address.service, conversation(place))
        try:
            if not await self.bot.writer.inside(there, click.sender):
                raise Removed("who shares it is not there")
            asked = replace(remembered.asked, place=place, earlier=remembered.earlier)
            made = await self.bot.parts.desk.answer(asked)
            before = messages.shared(click.name, asked.question)
            said = await answering.compose(self.bot, asked, made, begins=messages.Begins(before))
            await answering.post(self.bot, there, said)
        except Removed:
            await self._again(click)
            return texts.TEAMS_NOT_THERE
        except NotWritten as error:
            # It may stand there all the same, so it is not offered once more.
            failed("An answer may not have been shared; it", error)
            return texts.TEAMS_SHARE_UNSURE
        except Exception as error:
            if told(error) == texts.BOT_BROKEN:
                failed("There was no answer to share; it", error)
            await self._again(click)
            return told(error)
        return texts.TEAMS_SHARED

    async def _again(self, click: Click) -> None:
        await asyncio.to_thread(self.bot.parts.memory.unseen, f"share {click.key}")
