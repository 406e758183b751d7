"""What every flow of the bot has at hand."""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from microsoft_teams.api import ActivityBase
from microsoft_teams.apps import App

from bots.asker import Asker, Place
from bots.parts import Parts
from bots.settings import TeamsSettings
from bots.teams import addresses
from bots.teams.addresses import Address
from bots.teams.asker import Roster, stranger
from bots.teams.writing import Writer
from service.observing.lines import stack

log = logging.getLogger("aftalesvar.teams")


class Tasks:
    """Work that goes on after Teams has its acknowledgement."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin it; that it failed is logged, without its words."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """End all of it where it stands."""
        for task in (stopped := list(self._running)):
            task.cancel()
        await asyncio.gather(*stopped, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            failed("Work for Teams", error)


@dataclass(frozen=True, slots=True)
class Bot:
    """The SDK's application, which routes activities, and what ours is made of."""

    app: App
    parts: Parts
    settings: TeamsSettings
    writer: Writer
    roster: Roster
    tasks: Tasks

    def place(self, activity: ActivityBase) -> Place:
        """Where an activity stands."""
        return addresses.place(activity, self.settings.tenant.lower())

    def stranger(self, activity: ActivityBase) -> Asker:
        """Who sent it, taken for a guest: for what must not wait."""
        return stranger(activity, self.settings.tenant.lower())

    async def asker(self, activity: ActivityBase) -> Asker:
        """Who sent it, with whether they are a guest."""
        user = self.stranger(activity).user
        return await self.roster.asker(Address.of(activity), activity.from_.id, user)


def failed(what: str, error: BaseException) -> None:
    """Log that something failed: the error's name and where in the code, none of its words."""
    where = "; ".join(stack(error.__traceback__))
    log.error("%s failed: %s (%s)", what, type(error).__name__, where)
