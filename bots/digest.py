"""New decisions, told in the places that follow their subject."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bots.ports import Followed, Item, Memory, Newsroom
from service import texts
from service.access.visitor import Channel
from service.errors import QuestionRefused
from service.unready import SearchIndexError

log = logging.getLogger("aftalesvar.bots")

EVERY = 300.0  # seconds
SHOWN = 20  # decisions; more come when old documents are read in, and nobody reads so many
Tell = Callable[[Followed, Sequence[Item]], Awaitable[None]]


def counted(items: Sequence[Item]) -> str:
    """How many there are, and that not all are shown where there are more than `SHOWN`."""
    if len(items) == 1:
        return texts.NEWS_ONE
    several = texts.NEWS_SEVERAL.format(count=len(items))
    older = texts.NEWS_OLDER.format(shown=SHOWN) if len(items) > SHOWN else ""
    return f"{several} {older}".rstrip()


class NotTold(Exception):
    """It is sure that nothing of the news was posted; it is tried again."""


class TakenOut(Exception):
    """We are not in that conversation any more, or it is no more."""


class Digest:
    """Looks whether the collection changed, and has a platform `tell` what is new, newest first.

    Nothing is told twice in a place. What `tell` fails with, other than `NotTold` and `TakenOut`,
    may have come after the news was posted, and so the news counts as told.
    """

    def __init__(
        self,
        platform: Channel,
        newsroom: Newsroom,
        memory: Memory,
        tell: Tell,
        every: float = EVERY,
    ) -> None:
        self._platform = platform
        self._newsroom = newsroom
        self._memory = memory
        self._tell = tell
        self._every = every
        self._looked = ""

    async def run(self) -> None:
        """Look from time to time, until cancelled; what goes wrong is tried again."""
        while True:
            try:
                await self.look()
            except Exception as error:
                log.error("news could not be looked for: %s", type(error).__name__)
            await asyncio.sleep(self._every)

    async def look(self) -> None:
        """Tell what is new, where the collection changed since it was last told of."""
        try:
            generation = await self._newsroom.generation()
            if generation == self._looked:
                return
            places = await asyncio.to_thread(self._memory.following, self._platform)
            whole = [await self._told(followed) for followed in places]
        except SearchIndexError:  # there is none yet, or another takes its place just now
            return
        if all(whole):
            self._looked = generation

    async def _told(self, followed: Followed) -> bool:
        """Tell what is new of one subject; `False` where that must be tried again."""
        try:
            items = await self._newsroom.decisions(followed.subject)
        except QuestionRefused:  # a subject without words in this collection
            return True
        claimed = await asyncio.to_thread(self._memory.claim, followed, [i.key for i in items])
        news = [item for item in items if item.key in claimed]
        return not news or await self._posted(followed, news)

    async def _posted(self, followed: Followed, news: Sequence[Item]) -> bool:
        try:
            await self._tell(followed, news)
        except NotTold:
            await asyncio.to_thread(self._memory.unclaim, followed, [item.key for item in news])
            return False
        except TakenOut:
            await asyncio.to_thread(self._memory.leave, followed.place)
        except Exception as error:
            log.error("news may not have been told: %s", type(error).__name__)
        return True
