"""The memory's file: one of SQLite, which only its owner may read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as Opened
from threading import RLock

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateTable

from bots.memory.tables import TABLES
from service.access.files import private
from service.errors import ServiceError

FILE = "memory.sqlite"
PATIENCE = 10.0  # seconds that a process waits for another to write
DAY = 24 * 60 * 60.0
WORDS_KEPT = DAY


class MemoryUnusable(ServiceError):
    """The memory's file cannot be read or written; the message names it and says what to do."""


class MemoryFile:
    """The file in a folder, made when it is first needed; used by threads and processes.

    Its connection stays open: an event must be acknowledged in time, and a file that is closed
    after each writing waits for the disk each time (measured with ten threads: 107 ms, against 2).
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._lock = RLock()
        self._engine: Engine | None = None
        self._inode = 0

    @contextmanager
    def begun(self) -> Iterator[Connection]:
        """One at a time, and all of it or nothing; raises `MemoryUnusable`."""
        with self._usable(), self._lock, self._made().begin() as connection:
            yield connection

    def tidy(self) -> None:
        """What was deleted is in no file any more; raises `MemoryUnusable`."""
        with self._usable(), self._lock:
            opened = self._made().raw_connection()
            try:
                opened.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                opened.close()

    def close(self) -> None:
        """Give the file back; it is opened again where it is needed."""
        with self._lock:
            if self._engine:
                self._engine.dispose()
                self._engine = None

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, OSError) as error:
            reason = error.orig if isinstance(error, DatabaseError) else error.strerror
            raise MemoryUnusable(
                f"{self.path} cannot be used ({reason}); see that this user may write there and "
                "that the disk has room. If the file is damaged, stop the bot and move it away: a "
                "new one is begun, and subjects must be followed again"
            ) from error

    def _made(self) -> Engine:
        """Its engine; the file is begun anew where somebody took it away or put another there."""
        here = self.path.exists() and self.path.stat().st_ino == self._inode
        if self._engine is None or not here:
            self.close()
            private(self.path)
            engine = _engine(self.path)
            with engine.begin() as connection:
                for table in TABLES:
                    connection.execute(CreateTable(table, if_not_exists=True))
            self._engine, self._inode = engine, self.path.stat().st_ino
        return self._engine


class Part:
    """A part of the memory; all of them share its file."""

    def __init__(self, file: MemoryFile, clock: Callable[[], float]) -> None:
        self._file = file
        self._clock = clock

    def _oldest(self) -> float:
        """When words were kept that are forgotten now."""
        return self._clock() - WORDS_KEPT


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(opened: Opened, _: object) -> None:
    # What is deleted is written over, and cannot be read from the file.
    opened.execute("PRAGMA secure_delete = ON")
    opened.execute("PRAGMA journal_mode = WAL")
    # A process that is killed loses nothing; where the machine fails, a question may come again.
    opened.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    # One that reads before it writes could not wait for another that does the same.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
