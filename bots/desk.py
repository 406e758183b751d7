"""Where the bots ask: who it is, what they may see and how often, looked up for each question."""

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass

from bots.asker import Asked, Asker
from bots.pieces import pieces
from bots.ports import Memory
from service import texts
from service.access.accounts import Accounts
from service.access.port import Limits
from service.access.turns import AT_ONCE_IN_ALL
from service.access.visitor import Visitor
from service.answer import Answer, Ranking, Sentence, Sources
from service.archive.port import Archive
from service.archive.records import Collection
from service.desk import Desk
from service.feedback.opinion import Opinion
from service.feedback.store import Feedback


@dataclass(frozen=True, slots=True)
class House:
    """What the desk asks: answers, lists, who has rights, how often they may ask, and opinions."""

    desk: Desk
    archive: Archive
    accounts: Accounts
    limits: Limits
    feedback: Feedback


class ChatDesk:
    """Questions from chats; everything that waits does so in threads."""

    def __init__(self, house: House, memory: Memory) -> None:
        self._house = house
        self._memory = memory
        # Their own: answers that take long keep nothing else waiting for a thread.
        self._threads = ThreadPoolExecutor(AT_ONCE_IN_ALL, thread_name_prefix="answer")

    async def stream(self, asked: Asked) -> AsyncGenerator[Sources | Sentence | Answer]:
        """The answer as it comes, last the answer."""
        visitor = await self._counted(asked)
        earlier = asked.earlier
        if earlier is None:
            earlier = await asyncio.to_thread(self._memory.earlier, asked.place, asked.asker)
        async with self._house.limits.question(visitor):
            made = pieces(
                lambda: self._house.desk.stream(asked.question, earlier, visitor), self._threads
            )
            async with aclosing(made):
                async for piece in made:
                    yield piece

    async def answer(self, asked: Asked) -> Answer:
        """The whole answer."""
        async with aclosing(self.stream(asked)) as coming:
            last = [piece async for piece in coming][-1]
        assert isinstance(last, Answer)
        return last

    async def search(self, asked: Asked, limit: int) -> Ranking:
        """The best passages for a text."""
        visitor = await self._counted(asked)
        async with self._house.limits.question(visitor):
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, self._house.desk.search, asked.question, visitor, limit
            )

    async def searched(self, asked: Asked) -> str:
        """What is looked through for such an asker, as far as they may know of it."""

        def here() -> Collection:
            return self._house.archive.collection(self._visitor(asked).visibility)

        found = await asyncio.get_running_loop().run_in_executor(self._threads, here)
        return texts.searched(found.documents, found.latest_meeting)

    async def opinion(self, asker: Asker, opinion: Opinion) -> None:
        """Keep what somebody thinks of an answer; counted as a question is."""

        def keep() -> None:
            visitor = self._known(asker, private=False)
            self._house.limits.count(visitor)
            self._house.feedback.keep(visitor, opinion)

        await asyncio.to_thread(keep)

    async def _counted(self, asked: Asked) -> Visitor:
        """Who asks, once the question is counted; raises `TooMany`."""

        def counted() -> Visitor:
            visitor = self._visitor(asked)
            self._house.limits.count(visitor)
            return visitor

        return await asyncio.to_thread(counted)

    def _visitor(self, asked: Asked) -> Visitor:
        return self._known(asked.asker, private=asked.place.private)

    def _known(self, asker: Asker, *, private: bool) -> Visitor:
        return self._house.accounts.visitor(
            asker.platform, asker.tenant, asker.user, guest=asker.guest, private=private
        )
