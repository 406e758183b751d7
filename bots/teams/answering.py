"""A question of Teams, from the taking to the answer that stands there."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from microsoft_teams.api.activities.message import MessageActivityInput

from bots.asker import Asked
from bots.faults import told
from bots.ports import Unfinished
from bots.reply import reply, statement
from bots.teams import addresses, messages
from bots.teams.addresses import Address, Event
from bots.teams.bot import Bot, failed
from bots.teams.messages import BARE, Begins
from bots.teams.streaming import Stream, instead
from bots.teams.writing import NotWritten, Removed, Stopped, Unfit
from service import texts
from service.access.visitor import Channel
from service.answer import Answer, Sentence, Sources
from service.question import asks_in_english

# Seconds before an answer that Teams did not take is sent anew; after that at the next start.
LATER = (30.0, 120.0, 600.0)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as messages, and the key that the memory knows it by; empty where it has none."""

    messages: Sequence[MessageActivityInput]
    key: str = ""


async def take(bot: Bot, event: Event, asked: Asked) -> None:
    """Take a question once, and answer it after its acknowledgement."""
    if await asyncio.to_thread(bot.parts.memory.take, str(event), asked, event.activity):
        bot.tasks.start(answer(bot, event, asked))


async def resume(bot: Bot) -> None:
    """Answer what was taken before the process ended."""
    for left in await asyncio.to_thread(bot.parts.memory.unfinished, Channel.TEAMS):
        bot.tasks.start(_resumed(bot, left))


async def _resumed(bot: Bot, left: Unfinished) -> None:
    try:
        event = Event.read(left.event)
    except ValueError:
        await asyncio.to_thread(bot.parts.memory.finish, left.event)
        return
    await answer(bot, event, left.asked, left.message)


async def answer(bot: Bot, event: Event, asked: Asked, begun: str = "") -> None:
    """Answer a question that was taken; `begun` is our message that a former process began.

    What Teams did not take is left unfinished, for the next start.
    """
    memory, address = bot.parts.memory, event.address
    try:
        asker = await bot.roster.asker(address, event.sender, asked.asker.user)
        turn = _Turn(bot, event, replace(asked, asker=asker), begun)
        await turn.run()
    except Removed:
        await asyncio.to_thread(memory.leave, asked.place)
    except Stopped:
        pass
    except NotWritten as error:
        failed("An answer could not be written; it", error)
        return
    await asyncio.to_thread(memory.finish, str(event))


async def compose(
    bot: Bot,
    asked: Asked,
    answered: Answer,
    *,
    ref: str = "",
    begins: Begins = BARE,
    origin: str = "",
) -> Told:
    """An answer as it is told in `asked.place`.

    It can be shared in the conversation `origin`, where there is one.
    """
    searched = await bot.parts.desk.searched(asked)
    key = await asyncio.to_thread(bot.parts.memory.remember, asked, answered, ref)
    shown = messages.final(
        reply(answered, searched, bot.parts.site, asked.question),
        key,
        share=await _shareable(bot, asked, answered, origin, ref),
        secretariat=bot.settings.secretariat is not None,
        begins=begins,
    )
    return Told(shown, key)


async def _shareable(bot: Bot, asked: Asked, answered: Answer, origin: str, ref: str) -> str:
    """The key of the question as one of `origin`, that nobody but the asker has read there."""
    if not origin:
        return ""
    there = replace(addresses.named(origin, asked.place.tenant), private=True)
    again = replace(asked, place=there)
    return await asyncio.to_thread(bot.parts.memory.remember, again, answered, ref)


async def post(bot: Bot, address: Address, said: Told, first: str = "") -> str:
    """Write the messages, unless the `first` stands there already; the last one's id.

    Raises `NotWritten`.
    """
    last = first
    for message in said.messages[1 if first else 0 :]:
        last = await bot.writer.say(address, message)
    if said.key:
        await asyncio.to_thread(bot.parts.memory.told, said.key, last)
    return last


class _Turn:
    """One question on its way."""

    def __init__(self, bot: Bot, event: Event, asked: Asked, begun: str) -> None:
        self._bot = bot
        self._event = event
        self._asked = asked
        self._begun = begun
        self._stream: Stream | None = None

    async def run(self) -> None:
        """Answer it; raises `NotWritten`."""
        if self._asked.place.private and not self._begun:
            self._stream = Stream(self._bot.writer, self._event.address)
            begun = await self._stream.begin(texts.SEARCHING)
            if begun:
                memory = self._bot.parts.memory
                await asyncio.to_thread(memory.answering, str(self._event), begun)
        elif not self._begun:
            await self._bot.writer.look_busy(self._event.address)
        said = await self._answered()
        if await self._waits():
            await self._tell(said)
        else:
            await self._take_back()

    async def _answered(self) -> Told:
        try:
            answered = await self._made()
            ref, origin = self._event.activity, self._event.origin
            begins = Begins(grew=self._stream is not None and self._stream.grew)
            return await compose(
                self._bot, self._asked, answered, ref=ref, begins=begins, origin=origin
            )
        except NotWritten:
            raise
        except Exception as error:
            text = told(error)
            if text == texts.BOT_BROKEN:
                failed("An answer", error)
            return Told([messages.refused(text)])

    async def _made(self) -> Answer:
        """The answer, shown as it comes where it can be."""
        cited: Sources = Sources(())
        shown = ""
        async with aclosing(self._bot.parts.desk.stream(self._asked)) as coming:
            async for piece in coming:
                if isinstance(piece, Answer):
                    return piece
                if isinstance(piece, Sources):
                    cited, shown = piece, ""
                    continue
                shown += self._piece(piece, cited)
                if self._stream is not None:
                    await self._stream.show(shown.rstrip())
        raise RuntimeError("the assistant ended without an answer")

    def _piece(self, sentence: Sentence, cited: Sources) -> str:
        numbered = {each.n: each for each in cited.citations}
        language = "en" if asks_in_english(self._asked.question) else "da"
        return messages.sentence(statement(sentence, numbered, language))

    async def _waits(self) -> bool:
        """Whether the question still stands there: people take them back."""
        return await asyncio.to_thread(self._bot.parts.memory.waits, str(self._event))

    async def _tell(self, said: Told) -> None:
        try:
            await self._put(said.messages[0])
        except Unfit as error:
            failed("An answer that Teams would take was not made; it", error)
            said = Told([messages.refused(texts.BOT_BROKEN)])
            await self._put(said.messages[0])
        await post(self._bot, self._event.address, said, self._begun)

    async def _put(self, first: MessageActivityInput) -> None:
        """Write it in the place of what was begun; waits where Teams is down for a while."""
        for pause in (*LATER, None):
            try:
                await self._put_now(first)
                return
            except (Removed, Stopped, Unfit):
                raise
            except NotWritten:
                if pause is None:
                    raise
                await asyncio.sleep(pause)

    async def _put_now(self, first: MessageActivityInput) -> None:
        bot, address = self._bot, self._event.address
        if self._stream is not None:
            self._begun = await self._stream.end(first)
        else:
            self._begun = await instead(bot.writer, address, self._begun, first)
        memory = bot.parts.memory
        await asyncio.to_thread(memory.answering, str(self._event), self._begun)

    async def _take_back(self) -> None:
        """The question is no more: nor are its words, nor what was begun of its answer."""
        place, event = self._asked.place, self._event
        for each in (place, *([addresses.named(event.origin, place.tenant)] * bool(event.origin))):
            await asyncio.to_thread(self._bot.parts.memory.forget, each, event.activity)
        begun = self._stream.message if self._stream is not None else self._begun
        if begun:
            await self._bot.writer.take_back(self._event.address, begun)
