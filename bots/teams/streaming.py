"""A message of a personal chat that grows while the answer is made."""

import asyncio

from microsoft_teams.api import TypingActivityInput
from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.models import ChannelData

from bots.teams.addresses import Address
from bots.teams.writing import Gone, NotWritten, Removed, Stopped, Writer

PACE = 1.5  # seconds between two pieces; Teams takes one a second, and asks for more patience


class Stream:
    """Tells that something is done, then what is known so far, then all of it.

    Teams lets a message grow for two minutes, in personal chats alone, and what stands there must
    stay. Where it does not let it, the answer comes whole, in the place of what has come.
    """

    def __init__(self, writer: Writer, address: Address) -> None:
        self._writer = writer
        self._address = address
        self._sequence = 0
        self._shown = ""
        self._next = 0.0
        self._grows = True
        self.message = ""

    @property
    def grew(self) -> bool:
        """Whether something of the answer stands there, and must stay."""
        return bool(self._shown)

    async def begin(self, text: str) -> str:
        """Say what is being done; the message's id, empty where it cannot grow."""
        await self._send(text, "informative")
        self._pause()
        return self.message

    async def show(self, text: str) -> None:
        """What is known so far; left out where it comes too soon or does not go on."""
        now = asyncio.get_running_loop().time()
        if self.message and now >= self._next and text and text.startswith(self._shown):
            await self._send(text, "streaming")
            self._shown = text
            self._pause()

    async def end(self, activity: MessageActivityInput) -> str:
        """The whole message; its id. Raises `NotWritten`."""
        if self._grows and self.message:
            last = activity.model_copy(deep=True).with_id(self.message).add_stream_final()
            try:
                await self._writer.say(self._address, last)
                return self.message
            except (Removed, Stopped):
                raise
            except NotWritten:
                self._grows = False
        return await instead(self._writer, self._address, self.message, activity)

    def _pause(self) -> None:
        self._next = asyncio.get_running_loop().time() + PACE

    async def _send(self, text: str, kind: str) -> None:
        if not self._grows:
            return
        self._sequence += 1
        piece = TypingActivityInput(
            text=text, channel_data=ChannelData.model_validate({"streamType": kind})
        )
        if self.message:
            piece.with_id(self.message)
        try:
            named = await self._writer.say(self._address, piece.add_stream_update(self._sequence))
            self.message = self.message or named
        except (Removed, Stopped):
            raise
        except NotWritten:
            self._grows = False


async def instead(
    writer: Writer, address: Address, message: str, activity: MessageActivityInput
) -> str:
    """Write it in the place of our message, or anew where that is gone; raises `NotWritten`."""
    if message:
        try:
            await writer.rewrite(address, message, activity)
            return message
        except Gone:
            activity.id = None
    return await writer.say(address, activity)
