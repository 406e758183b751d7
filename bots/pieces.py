"""What a generator makes in a thread, given to the event loop piece by piece."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import CancelledError, Executor
from contextlib import closing
from contextvars import copy_context
from typing import Final, Generic, TypeVar

from service.leaving import AskerLeft, Leaving

AHEAD = 8  # pieces that wait to be taken; the generator rests then
T = TypeVar("T")


class _End:
    """Nothing more comes."""


END: Final = _End()


class _Belt(Generic[T]):
    """What lies between the thread and the event loop."""

    def __init__(self, leaving: Leaving) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[T | Exception | _End] = asyncio.Queue(AHEAD)
        self._leaving = leaving

    async def taken(self) -> T | Exception | _End:
        """The next piece."""
        return await self._queue.get()

    def put(self, piece: T | Exception | _End) -> bool:
        """Give a piece, in the thread; `False` where nobody takes it any more."""
        if self._leaving.left:
            return False
        given = asyncio.run_coroutine_threadsafe(self._queue.put(piece), self._loop)

        def stop() -> None:
            given.cancel()

        with self._leaving.waking(stop):
            try:
                given.result()
            except CancelledError:
                return False
        return not self._leaving.left


async def pieces(make: Callable[[], Generator[T]], threads: Executor) -> AsyncGenerator[T]:
    """What `make` yields in one of `threads`; what it raises is raised here.

    Where the consumer stops, what the generator waits for is woken (`service.leaving`), it is
    closed, and only then this ends, so that limits count what is really done.
    """
    leaving = Leaving()
    belt: _Belt[T] = _Belt(leaving)
    done = asyncio.get_running_loop().run_in_executor(
        threads, copy_context().run, _work, make, leaving, belt
    )
    try:
        while not isinstance(piece := await belt.taken(), _End):
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        leaving.leave()
        await asyncio.wait([done])


def _work(make: Callable[[], Generator[T]], leaving: Leaving, belt: _Belt[T]) -> None:
    """In its thread; the belt gets all, and last that there is no more."""
    try:
        with leaving.here(), closing(make()) as made:
            for piece in made:
                if not belt.put(piece):
                    return
        belt.put(END)
    except AskerLeft:
        pass
    except Exception as error:  # raised where the pieces are taken
        belt.put(error)
