"""The API keys of a house, in a file that is asked every time, so that one is revoked at once."""

import logging
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, MetaData, RowMapping, String, Table, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateTable

from service.access.errors import KeysUnusable, NotRecognised, UnknownKey
from service.access.files import asked_each_time, private
from service.access.key import Key, new, parted
from service.access.visitor import Channel, Scope, Visitor

log = logging.getLogger(__name__)

FILE = "keys.sqlite"
metadata = MetaData()
table = Table(
    "keys",
    metadata,
    Column("id", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("name", String, nullable=False),
    Column("scopes", String, nullable=False),
    Column("created", Integer, nullable=False),
    Column("expires", Integer, nullable=True),
    Column("revoked", Integer, nullable=True),
)


class Keys:
    """The keys in a folder, which need not be there before the first one is added."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._engine = asked_each_time(self._path)

    def add(
        self, name: str, scopes: Collection[Scope] = (Scope.READ,), days: int | None = None
    ) -> tuple[Key, str]:
        """A new key, and its text, which is nowhere else; raises `BadName` and `KeysUnusable`."""
        now = self._now()
        key, text = new(name, scopes, now, now + timedelta(days=days) if days else None)
        with self._usable():
            private(self._path)
            with self._engine.begin() as connection:
                connection.execute(CreateTable(table, if_not_exists=True))
                connection.execute(table.insert(), _row(key))
        return key, text

    def listed(self) -> tuple[Key, ...]:
        """All keys, revoked and expired ones too, oldest first; raises `KeysUnusable`."""
        if not self._path.exists():
            return ()
        query = select(table).order_by(table.c.created, table.c.id)
        with self._usable(), self._engine.connect() as connection:
            return tuple(_key(row) for row in connection.execute(query).mappings())

    def revoke(self, key_id: str) -> Key:
        """End a key at once, everywhere; raises `UnknownKey` and `KeysUnusable`."""
        found = next((key for key in self.listed() if key.id == key_id), None)
        if found is None:
            raise UnknownKey(
                "no key has that id (the ten signs after 'aft_'); 'aftalesvar keys list' tells them"
            )
        change = (
            update(table)
            .where(table.c.id == key_id, table.c.revoked.is_(None))
            .values(revoked=_seconds(self._now()))
        )
        with self._usable(), self._engine.begin() as connection:
            connection.execute(change)
        return found

    def visitor(self, text: str) -> Visitor:
        """Who holds this key; raises `NotRecognised` for one that does not hold."""
        parts = parted(text)
        key = self._known(parts[0]) if parts else None
        if not parts or not key or not key.opened_by(parts[1]) or not key.holds(self._now()):
            raise NotRecognised
        return Visitor(f"key {key.id}", Channel.KEY, key.scopes)

    def held(self, key_id: str) -> Key | None:
        """The key of that id, while it holds."""
        key = self._known(key_id)
        return key if key and key.holds(self._now()) else None

    def _known(self, key_id: str) -> Key | None:
        """The key of that id; a file that cannot be read lets nobody in."""
        query = select(table).where(table.c.id == key_id)
        try:
            if self._path.exists():
                with self._engine.connect() as connection:
                    row = connection.execute(query).mappings().one_or_none()
                    return _key(row) if row else None
        except (DatabaseError, ValueError, OSError) as error:
            why = str(error.orig) if isinstance(error, DatabaseError) else type(error).__name__
            log.error("The keys in %s cannot be read: %s", self._path, why)
        return None

    def _now(self) -> datetime:
        return datetime.fromtimestamp(int(self._clock()), UTC)

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, OSError) as error:
            reason = error.orig if isinstance(error, DatabaseError) else error.strerror
            raise KeysUnusable(
                f"{self._path} cannot be used ({reason}); see that the home is right, that this "
                "user may write there, and that the disk has room"
            ) from error


def _row(key: Key) -> dict[str, Any]:
    return {
        "id": key.id,
        "digest": key.digest,
        "name": key.name,
        "scopes": " ".join(sorted(key.scopes)),
        "created": _seconds(key.created),
        "expires": _seconds(key.expires),
        "revoked": _seconds(key.revoked),
    }


def _key(row: RowMapping) -> Key:
    return Key(
        row["id"],
        row["digest"],
        row["name"],
        frozenset(map(Scope, row["scopes"].split())),
        datetime.fromtimestamp(row["created"], UTC),
        _moment(row["expires"]),
        _moment(row["revoked"]),
    )


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _seconds(when: datetime | None) -> int | None:
    return None if when is None else int(when.timestamp())
