"""Questions are answered where they were asked: as they were taken, and again after a restart."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bots.faults import told
from bots.orders import Wish, order
from bots.ports import Unfinished
from bots.reply import Reply, address, reply, statement
from bots.slack import spoken
from bots.slack.blocks import answered, closing, refused, stated
from bots.slack.client import FAILED, code, passing
from bots.slack.help import welcome
from bots.slack.identity import REFUSED
from bots.slack.kit import Kit
from bots.slack.offers import Offers
from bots.slack.paced import batches
from bots.slack.rich import Block
from bots.slack.titles import titled
from bots.slack.turn import Turn, turn_of
from bots.slack.writing import Made, Writing
from service import texts
from service.access.errors import TooMany
from service.answer import Answer, Citation, Sentence, Sources
from service.errors import ServiceError
from service.question import asks_in_english
from service.web.faults import places

log = logging.getLogger(__name__)
STATUS = 1.5  # seconds for saying that we search
# We are not there any more, or nobody is.
LEFT = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
# Nothing can be said to anybody until whoever runs the bot has seen to it.
SHUT_OUT = REFUSED | {"missing_scope", "no_permission", "accesslimited", "access_denied"}


@dataclass(slots=True)
class Heard:
    """What came of an answer so far: `fresh` are sentences that are not told yet."""

    cited: dict[int, Citation]
    fresh: list[Sentence]
    answer: Answer | None = None


class Answering:
    """Answers every question that was taken, once."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._memory = kit.parts.memory

    def begin(self, turn: Turn) -> None:
        """Answer it beside everything else."""
        self._kit.running.start(self.answer(turn))

    async def resume(self, left: Sequence[Unfinished]) -> None:
        """Answer what was left when the bot stopped, one after the other."""
        for each in left:
            await self.answer(turn_of(each))

    async def answer(self, turn: Turn) -> None:
        """Answer it, where it still waits for that."""
        if not await self._waits(turn):
            return
        who, place = turn.asked.asker, turn.asked.place
        asker = await self._kit.guests.asker(who.tenant, who.user, shared=turn.shared)
        turn = turn.by(replace(turn.asked, asker=asker))
        await self._status(turn, texts.SEARCHING)
        writing = Writing(self._kit, turn)
        made = await self._made(turn, writing)
        if not await self._waits(turn):
            await asyncio.to_thread(self._memory.forget, place, turn.ref)
            await writing.withdraw()
            await self._status(turn, "")
        elif await self._ended(turn, writing, made):
            await asyncio.to_thread(self._memory.finish, turn.event)
        else:
            log.error("An answer in %s waits for the next start", place.conversation)

    async def _made(self, turn: Turn, writing: Writing) -> Made:
        try:
            if not turn.asked.question:
                return Made(await welcome(self._kit.parts.newsroom, unread=turn.unread))
            wanted = order(turn.asked.question)
            if wanted.wish is not Wish.ANSWER:
                return Made(await spoken.told(self._kit, turn, wanted))
            return await self._rendered(turn, await self._streamed(turn, writing))
        except Exception as error:
            if not isinstance(error, (ServiceError, TooMany)):
                log.error("A question from Slack was not answered\n%s", places(error))
            return Made((refused(told(error)),))

    async def _streamed(self, turn: Turn, writing: Writing) -> Answer:
        """The answer; its statements are told as they come, where it takes its time."""
        heard = Heard({}, [])
        async for batch in batches(self._kit.parts.desk.stream(turn.asked), self._kit.pause):
            for piece in batch:
                _hear(heard, piece, writing)
            if heard.fresh and (heard.answer is None or writing.streaming):
                await writing.tell(self._stated(turn, heard))
                heard.fresh.clear()
        assert heard.answer
        return heard.answer

    def _stated(self, turn: Turn, heard: Heard) -> list[Block]:
        language = "en" if asks_in_english(turn.asked.question) else "da"
        links = {n: address(cited, self._kit.parts.site) for n, cited in heard.cited.items()}
        told_ = (statement(each, heard.cited, language) for each in heard.fresh)
        return [block for each in told_ for block in stated(each, links)]

    async def _rendered(self, turn: Turn, answer: Answer) -> Made:
        parts = self._kit.parts
        searched = await parts.desk.searched(turn.asked)
        shown = reply(answer, searched, parts.site, turn.asked.question)
        key = await asyncio.to_thread(self._memory.remember, turn.asked, answer, turn.ref)
        self._kit.running.start(titled(self._kit, turn.asked, answer))
        offers = Offers(key, secretariat=bool(self._kit.settings.secretariat))
        statements = _statements(shown)
        return Made(
            tuple(answered(shown, offers)),
            tuple(closing(shown, offers, statements)),
            tuple(statements),
        )

    async def _ended(self, turn: Turn, writing: Writing, made: Made) -> bool:
        """Whether nothing is left to do for it."""
        try:
            await writing.end(made)
        except FAILED as error:
            return await self._failed(turn, writing, error)
        return True

    async def _failed(self, turn: Turn, writing: Writing, error: Exception) -> bool:
        why = code(error)
        log.warning("An answer could not be written: %s", why)
        if why in LEFT:
            await asyncio.to_thread(self._memory.leave, turn.asked.place)
            return True
        if passing(error) or why in SHUT_OUT:
            return False
        try:
            await writing.end(Made((refused(texts.BOT_BROKEN),)))
        except FAILED as again:
            log.warning("Nor could it be said that it could not: %s", code(again))
        return True

    async def _status(self, turn: Turn, status: str) -> None:
        """Slack shows it until something is written there; it is no matter if it cannot."""
        place = turn.asked.place
        try:
            async with asyncio.timeout(STATUS):
                await self._kit.client.assistant_threads_setStatus(
                    channel_id=place.conversation, thread_ts=place.thread, status=status
                )
        except FAILED as error:
            log.debug("No status was shown: %s", code(error))

    async def _waits(self, turn: Turn) -> bool:
        return await asyncio.to_thread(self._memory.waits, turn.event)


def _hear(heard: Heard, piece: Sources | Sentence | Answer, writing: Writing) -> None:
    if isinstance(piece, Answer):
        heard.answer = piece
    elif isinstance(piece, Sentence):
        heard.fresh.append(piece)
    else:
        writing.afresh()
        heard.cited = {cited.n: cited for cited in piece.citations}
        heard.fresh.clear()


def _statements(shown: Reply) -> Sequence[Block]:
    """The blocks that are streamed of an answer."""
    links = {source.n: source.url for source in shown.sources}
    return [block for each in shown.statements for block in stated(each, links)]
