"""The bots' memory: all its parts over one file."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from bots.asker import Asked, Place
from bots.memory.file import DAY, MemoryFile
from bots.memory.news import News
from bots.memory.remembering import Remembering
from bots.memory.tables import answered, events, followed, inside, listed, taken, told
from bots.memory.taking import Taking

EVENTS_KEPT = 2 * DAY  # platforms give up on an event after hours
OFTEN = 60.0  # seconds between two sweeps, while something comes


class FileMemory(Taking, Remembering, News):
    """What bots know, in a folder; nothing of anybody's words is older than a day."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        super().__init__(MemoryFile(folder), clock)
        self._swept = clock()

    def take(self, event: str, asked: Asked, ref: str = "") -> bool:
        """As `Taking.take`; now and then also forgets what is too old."""
        if abs(self._clock() - self._swept) >= OFTEN:
            self._swept = self._clock()
            self._forget_old()
        return super().take(event, asked, ref)

    def forget(self, place: Place, ref: str) -> None:
        """The asker took their message back; its thread may be one that began with it."""
        if not ref:
            return
        with self._file.begun() as connection:
            gone = _words(connection, place, ref)
            rows = 0
            for table in (taken, answered):
                of_it = delete(table).where(inside(table, place), table.c.ref == ref)
                rows += connection.execute(of_it).rowcount
            if gone:
                _forget_before(connection, place, gone)
        if rows:  # people delete many messages that we know nothing of
            self._file.tidy()

    def leave(self, place: Place) -> None:
        """We were taken out of that conversation."""
        with self._file.begun() as connection:
            for table in (taken, answered, followed, told):
                connection.execute(delete(table).where(inside(table, place)))
        self._file.tidy()

    def sweep(self) -> None:
        """Forget what is too old, and leave no trace of it in the file."""
        self._forget_old()
        self._file.tidy()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _forget_old(self) -> None:
        oldest = {
            taken: self._oldest(),
            answered: self._oldest(),
            events: self._clock() - EVENTS_KEPT,
        }
        with self._file.begun() as connection:
            for table, at in oldest.items():
                connection.execute(delete(table).where(table.c.at < at))


def _words(connection: Connection, place: Place, ref: str) -> frozenset[str]:
    """What the message said."""
    known = select(answered.c.question).where(inside(answered, place), answered.c.ref == ref)
    return frozenset(connection.execute(known).scalars())


def _forget_before(connection: Connection, place: Place, gone: frozenset[str]) -> None:
    """Take those words out of what stood before other questions."""
    every = select(answered.c.key, answered.c.before).where(inside(answered, place))
    for key, before in connection.execute(every).all():
        left = listed(text for text in json.loads(before) if text not in gone)
        if left != before:
            connection.execute(update(answered).where(answered.c.key == key).values(before=left))
