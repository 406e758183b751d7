"""Whose question is worked on next: nobody's many questions keep others' waiting."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import ceil

from service.access.errors import TooMany

AT_ONCE = 2  # questions of one visitor
# Of all visitors. Each is worked on in a thread, of which there are 40; the rest are for pages,
# sources and files, whatever a language model keeps waiting.
AT_ONCE_IN_ALL = 30
PATIENCE = 10.0  # seconds that a question waits for its turn
LATELY = 5.0  # seconds; others who asked since then are likely to ask again
# Who has questions waiting while others ask rests nine times as long as the last one took: both
# turns together then take a fifth of one core's time (measured: docs/access.md). A language model
# is mostly waited for, hence the longest rest.
REST, LONGEST_REST = 9, 1.0


@dataclass(slots=True)
class _Place:
    """A visitor's turns, kept only while they have questions here."""

    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    here: int = 0
    took: float = 0.0


class Turns:
    """The questions in work in one process; used from its event loop."""

    def __init__(
        self,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._in_all = asyncio.Semaphore(AT_ONCE_IN_ALL)
        self._places: dict[str, _Place] = {}
        # Who asked last and who before them, with the time: all that tells whether others ask.
        self._last = self._before = ("", float("-inf"))

    @asynccontextmanager
    async def of(self, name: str) -> AsyncIterator[None]:
        """While a visitor's question is worked on; raises `TooMany` where its turn never came."""
        self._note(name)
        place = self._places.setdefault(name, _Place())
        place.here += 1
        try:
            await self._turn(name, place)
            began = self._clock()
            try:
                yield
            finally:
                place.took = self._clock() - began
                self._in_all.release()
                place.turns.release()
        finally:
            place.here -= 1
            if not place.here:
                del self._places[name]

    async def _turn(self, name: str, place: _Place) -> None:
        try:
            async with asyncio.timeout(self._patience):
                waiting = place.turns.locked()
                await place.turns.acquire()
                try:
                    if waiting and self._others_ask(name):
                        await self._sleep(min(REST * place.took, LONGEST_REST))
                    await self._in_all.acquire()
                except BaseException:
                    place.turns.release()
                    raise
        except TimeoutError:
            raise TooMany(ceil(self._patience)) from None

    def _note(self, name: str) -> None:
        if name != self._last[0]:
            self._before = self._last
        self._last = name, self._clock()

    def _others_ask(self, name: str) -> bool:
        _, when = self._before if name == self._last[0] else self._last
        return self._clock() - when < LATELY
