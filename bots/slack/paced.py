"""What comes as a stream, in batches: what is there in a moment is told in one go."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def batches(coming: AsyncGenerator[T], pause: float) -> AsyncIterator[list[T]]:
    """What comes within `pause` seconds of the first piece of a batch belongs to it.

    `coming` is closed at the end, whoever ends it.
    """
    waiting: asyncio.Task[T] | None = None
    loop = asyncio.get_running_loop()
    batch: list[T] = []
    until: float | None = None
    try:
        while True:
            waiting = waiting or asyncio.ensure_future(anext(coming))
            left = None if until is None else max(0.0, until - loop.time())
            done, _ = await asyncio.wait({waiting}, timeout=left)
            if not done:
                yield batch
                batch, until = [], None
                continue
            try:
                batch.append(waiting.result())
            except StopAsyncIteration:
                break
            finally:
                waiting = None
            until = until or loop.time() + pause
        if batch:
            yield batch
    finally:
        if waiting:
            waiting.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await waiting
        await coming.aclose()
