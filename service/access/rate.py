"""How many questions each visitor has asked of late, counted by all processes of a service."""

import logging
import sqlite3
import time
from collections.abc import Callable
from hashlib import blake2b
from math import ceil
from pathlib import Path
from threading import Lock

from service.access.errors import TooMany
from service.access.files import private

log = logging.getLogger(__name__)

FILE = "asked.sqlite"
WINDOW = 60.0  # seconds; also how long a visitor who asks nothing is remembered
SWEPT = 500  # questions after which those who asked nothing of late are forgotten
PATIENCE = 0.25  # seconds that a process waits for another to count
LEEWAY = 1e-6  # 60 / 7 seconds, seven times, are a little more than 60

# A row is when a visitor's bucket is full again. It is one statement, so that two processes cannot
# both give the last question away. A clock that was set back costs a minute at most.
COUNT = """
INSERT INTO asked (visitor, full) VALUES (:visitor, :now + :step)
ON CONFLICT (visitor) DO UPDATE SET full = max(:now, min(full, :now + :window)) + :step
WHERE max(:now, min(full, :now + :window)) + :step <= :now + :window + :leeway
RETURNING full
"""
TABLE = "CREATE TABLE IF NOT EXISTS asked (visitor BLOB PRIMARY KEY, full REAL) WITHOUT ROWID"


class Rate:
    """A bucket of questions for each visitor; it fills up again in a minute."""

    def __init__(self, folder: Path, a_minute: int, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._step = WINDOW / a_minute
        self._clock = clock
        self._lock = Lock()
        self._file: sqlite3.Connection | None = None
        self._counted = 0

    def count(self, name: str) -> None:
        """Take a question out of a visitor's bucket; raises `TooMany` where it is empty.

        Where the file cannot be used the question is let through: a full disk must not keep the
        house from its answers.
        """
        with self._lock:
            try:
                wait = self._wait(name)
            except (sqlite3.Error, OSError) as error:
                why = str(error)
                log.warning("Questions are not counted, %s cannot be used: %s", self._path, why)
                return
        if wait > 0:
            raise TooMany(ceil(wait))

    def _wait(self, name: str) -> float:
        """Seconds until the next question; 0 where this one was let through and counted."""
        file, now = self._opened(), self._clock()
        self._sweep(file, now)
        values = {
            "visitor": blake2b(name.encode(), digest_size=16).digest(),
            "now": now,
            "step": self._step,
            "window": WINDOW,
            "leeway": LEEWAY,
        }
        if file.execute(COUNT, values).fetchall():
            return 0.0
        query = "SELECT min(full, :now + :window) FROM asked WHERE visitor = :visitor"
        full: float = file.execute(query, values).fetchone()[0]
        return max(LEEWAY, full + self._step - now - WINDOW)

    def _sweep(self, file: sqlite3.Connection, now: float) -> None:
        if self._counted % SWEPT == 0:
            file.execute("DELETE FROM asked WHERE full < ?", (now,))
        self._counted += 1

    def _opened(self) -> sqlite3.Connection:
        """The file, opened where the first question is counted; nothing in it outlives a crash."""
        if self._file is None:
            private(self._path)
            file = sqlite3.connect(
                self._path, PATIENCE, isolation_level=None, check_same_thread=False
            )
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = OFF")
            file.execute(TABLE)
            self._file = file
        return self._file
