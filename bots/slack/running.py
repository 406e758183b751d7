"""Work that goes on after Slack has had its acknowledgement."""

import asyncio
import logging
from collections.abc import Coroutine

from service.web.faults import places

log = logging.getLogger(__name__)


class Running:
    """Holds what was started until it is done; of a fault the log gets the place and no words."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[object, object, None]) -> None:
        """Do it beside everything else."""
        task = asyncio.create_task(_watched(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for what is under way; what is not done by then is broken off."""
        if self._tasks:
            _, left = await asyncio.wait(self._tasks, timeout=seconds)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)


async def _watched(work: Coroutine[object, object, None]) -> None:
    try:
        await work
    except Exception as fault:
        log.error("Work for Slack failed\n%s", places(fault))
