"""Who is logged in, in a file that all processes of the service ask, so that a log-out counts."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe

from service.access.files import private
from service.access.keys import Keys
from service.access.visitor import Channel, Scope, Visitor

log = logging.getLogger(__name__)

FILE = "sessions.sqlite"
LIFE = 8 * 60 * 60  # seconds
TABLE = """
CREATE TABLE IF NOT EXISTS sessions (
    digest BLOB PRIMARY KEY, until INTEGER NOT NULL, key TEXT, name TEXT, scopes TEXT, shown TEXT
) WITHOUT ROWID
"""


class LogIns:
    """The log-ins of a folder. Their cookies are nowhere: a copy of the file opens nothing."""

    def __init__(self, folder: Path, keys: Keys, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._keys = keys
        self._clock = clock

    def begin_with_key(self, key_id: str) -> str:
        """The cookie of a log-in that holds as long as the key does, and `LIFE` at most."""
        return self._begin(key_id, None, None, None)

    def begin(self, visitor: Visitor) -> str:
        """The cookie of a log-in by somebody whom the issuer vouched for."""
        return self._begin(None, visitor.name, " ".join(sorted(visitor.scopes)), visitor.shown)

    def visitor(self, cookie: str) -> Visitor | None:
        """Who is logged in with that cookie; `None` where nobody is, or not any more."""
        query = "SELECT key, name, scopes, shown FROM sessions WHERE digest = ? AND until > ?"
        try:
            if not self._path.exists():
                return None
            with self._file() as file:
                row = file.execute(query, (_digest(cookie), self._clock())).fetchone()
            return self._visitor(*row) if row else None
        except (sqlite3.Error, ValueError, OSError) as error:
            log.error("The log-ins in %s cannot be read: %s", self._path, type(error).__name__)
            return None

    def end(self, cookie: str) -> None:
        """Log out, for good and everywhere."""
        if self._path.exists():
            with self._file() as file, file:
                file.execute("DELETE FROM sessions WHERE digest = ?", (_digest(cookie),))

    def _begin(self, *facts: str | None) -> str:
        cookie = token_urlsafe(32)
        now = self._clock()
        private(self._path)
        with self._file() as file, file:
            file.execute(TABLE)
            file.execute("DELETE FROM sessions WHERE until <= ?", (now,))
            row = (_digest(cookie), int(now) + LIFE, *facts)
            file.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)", row)
        return cookie

    def _visitor(
        self, key_id: str | None, name: str | None, scopes: str | None, shown: str | None
    ) -> Visitor | None:
        """The person as the issuer named them, or the holder of a key as the key is now."""
        if key_id is None:
            held = frozenset(map(Scope, (scopes or "").split()))
            return Visitor(name or "", Channel.SESSION, held, shown or "")
        key = self._keys.held(key_id)
        # Named as with the key itself, so that who uses both has one limit.
        return Visitor(f"key {key.id}", Channel.SESSION, key.scopes, key.name) if key else None

    @contextmanager
    def _file(self) -> Iterator[sqlite3.Connection]:
        """The file, opened each time: one that was put in its place counts from then on."""
        with closing(
            sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=rw", uri=True)
        ) as file:
            file.execute("PRAGMA secure_delete = ON")  # names of people do not stay behind
            yield file


def _digest(cookie: str) -> bytes:
    """What is kept of a cookie: it is random, so a slow hash would protect it no better."""
    return sha256(cookie.encode()).digest()
