"""The messages that answer a question, each written once, whatever goes wrong on the way.

A block of every message of ours names the question it answers. Where a call fails and nobody knows
whether it was done, the thread is read again, and only what is missing is written.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.models.messages.chunk import BlocksChunk
from slack_sdk.web.async_chat_stream import AsyncChatStream
from tenacity import AsyncRetrying, retry_if_exception, stop_after_delay, wait_random_exponential

from bots.slack.client import FAILED, code, passing
from bots.slack.kit import Kit
from bots.slack.message import BLOCKS, LETTERS, UNFURL, Message, letters
from bots.slack.rich import Block
from bots.slack.turn import Turn

log = logging.getLogger(__name__)
GIVEN_UP = 900.0  # seconds; after that the answer waits for the next start
LONGEST = 60.0  # seconds between two tries
READ = 200  # messages of a thread after the question
Marked = dict[int, str]


@dataclass(frozen=True, slots=True)
class Made:
    """An answer as messages: `whole`, and `closing` what is still to say after its statements.

    `statements` are the blocks that `closing` follows; without them there is no closing.
    """

    whole: tuple[Message, ...]
    closing: tuple[Message, ...] = ()
    statements: tuple[Block, ...] = ()


class Writing:
    """Writes the answer to one question: as a stream where that goes well, whole in any case."""

    def __init__(self, kit: Kit, turn: Turn) -> None:
        self._kit = kit
        self._turn = turn
        self._place = turn.asked.place
        self._stream: AsyncChatStream | None = None
        self._streamed: list[Block] = []
        self._whole_only = turn.again
        self._unsure = turn.again  # whether there are messages that we do not know of
        self._known: Marked = {1: turn.message} if turn.message else {}

    @property
    def streaming(self) -> bool:
        """Whether a part of the answer stands there already."""
        return bool(self._streamed)

    async def tell(self, blocks: Sequence[Block]) -> None:
        """Add what stands for sure; where that fails the answer comes whole at its end."""
        told = [*self._streamed, *blocks]
        if self._whole_only or len(told) > BLOCKS or letters(told) > LETTERS:
            self._whole_only = True
            return
        first = not self._streamed
        shown = self._marked(1, blocks) if first else list(blocks)
        try:
            stream = await self._opened()
            await stream.append(chunks=[BlocksChunk(blocks=shown)])
        except FAILED as error:
            log.info("An answer is not streamed on: %s", code(error))
            self._whole_only, self._unsure = True, first
            return
        self._streamed += blocks
        if first:
            await self._begun(str(stream.ts))

    def afresh(self) -> None:
        """What was told counts no more; what stands there is replaced at the end."""
        self._whole_only = self._whole_only or self.streaming

    async def end(self, made: Made) -> None:
        """Have the whole answer there, once; raises `client.FAILED` where it cannot be."""
        if self._fits(made) and await self._closed(made.closing[0]):
            await self._written(made.closing, done={1})
        else:
            await self._written(made.whole, done=set())

    async def withdraw(self) -> None:
        """Take away what was begun: its question was taken back."""
        for ts in self._known.values():
            try:
                await self._halted(ts)
                await self._kit.client.chat_delete(channel=self._place.conversation, ts=ts)
            except FAILED as error:
                log.info("A part of an answer stays: %s", code(error))

    async def _opened(self) -> AsyncChatStream:
        if self._stream is None:
            self._stream = await self._kit.client.chat_stream(
                channel=self._place.conversation,
                thread_ts=self._place.thread,
                recipient_team_id=self._turn.asked.asker.tenant,
                recipient_user_id=self._turn.asked.asker.user,
                **UNFURL,
            )
        return self._stream

    def _fits(self, made: Made) -> bool:
        """Whether what was streamed is how the answer begins, so that only its end is missing."""
        return (
            self.streaming
            and not self._whole_only
            and bool(made.closing)
            and self._streamed == list(made.statements)
        )

    async def _closed(self, last: Message) -> bool:
        assert self._stream
        try:
            await self._stream.stop(blocks=list(last.blocks))
        except FAILED as error:
            log.info("A stream was not closed: %s", code(error))
            return False
        return True

    async def _written(self, messages: Sequence[Message], done: set[int]) -> None:
        """Write what is not `done`; after a failure only what is not there."""
        tries = AsyncRetrying(
            retry=retry_if_exception(passing),
            wait=wait_random_exponential(multiplier=0.5, max=LONGEST),
            stop=stop_after_delay(GIVEN_UP),
            reraise=True,
        )
        async for attempt in tries:
            with attempt:
                if self._unsure or attempt.retry_state.attempt_number > 1:
                    self._known |= await self._found()
                for part, message in enumerate(messages, 1):
                    if part not in done:
                        await self._write(part, message)
                        done.add(part)
        for part in [part for part in self._known if part > len(messages)]:
            await self._kit.client.chat_delete(
                channel=self._place.conversation, ts=self._known[part]
            )

    async def _write(self, part: int, message: Message) -> None:
        if part in self._known and await self._replaced(self._known[part], part, message):
            return
        posted = await self._kit.client.chat_postMessage(
            channel=self._place.conversation,
            thread_ts=self._place.thread,
            text=message.text,
            blocks=self._marked(part, message.blocks),
            **UNFURL,
        )
        self._known[part] = str(posted["ts"])
        if part == 1:
            await self._begun(self._known[part])

    async def _replaced(self, ts: str, part: int, message: Message) -> bool:
        """Whether our message could be made to say that; not where it was deleted."""
        channel = self._place.conversation
        await self._halted(ts)
        try:
            await self._kit.client.chat_update(
                channel=channel,
                ts=ts,
                text=message.text,
                blocks=self._marked(part, message.blocks),
                **UNFURL,
            )
        except SlackApiError as error:
            if code(error) == "message_not_found":
                return False
            raise
        return True

    async def _halted(self, ts: str) -> None:
        """End the stream of a message: Slack changes none that is streaming."""
        try:
            await self._kit.client.chat_stopStream(channel=self._place.conversation, ts=ts)
        except FAILED as error:
            if passing(error):
                raise

    async def _found(self) -> Marked:
        """Our messages in the thread that answer this question, by their parts."""
        try:
            told = await self._kit.client.conversations_replies(
                channel=self._place.conversation,
                ts=self._place.thread,
                oldest=self._turn.ref,
                limit=READ,
            )
        except SlackApiError as error:
            if passing(error):
                raise
            log.warning("A thread cannot be read: %s", code(error))
            return {}
        found: Marked = {}
        for message in told["messages"]:
            for block in message.get("blocks", ()):
                ref, _, part = str(block.get("block_id", "")).partition(" ")
                if ref == self._turn.ref and part.isdigit() and message.get("bot_id"):
                    found[int(part)] = str(message["ts"])
        return found

    async def _begun(self, ts: str) -> None:
        self._known[1] = ts
        await asyncio.to_thread(self._kit.parts.memory.answering, self._turn.event, ts)

    def _marked(self, part: int, blocks: Sequence[Block]) -> list[Block]:
        first, *rest = blocks
        return [{**first, "block_id": f"{self._turn.ref} {part}"}, *rest]
