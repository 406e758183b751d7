"""Accounts of chat platforms with rights, in a file that is asked every time.

So one that is removed has open rights alone from its next question on.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    RowMapping,
    String,
    Table,
    and_,
    delete,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql import ColumnElement

from service.access.account import Account, Linked, account
from service.access.errors import AccountsUnusable, BadAccount, UnknownAccount
from service.access.files import asked_each_time, private
from service.access.key import checked
from service.access.visitor import Channel, Scope, Visitor

log = logging.getLogger(__name__)

FILE = "accounts.sqlite"
READS = frozenset({Scope.READ})
metadata = MetaData()
table = Table(
    "accounts",
    metadata,
    Column("platform", String, primary_key=True),
    Column("tenant", String, primary_key=True),
    Column("user", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("created", Integer, nullable=False),
    Column("expires", Integer, nullable=True),
)


class Accounts:
    """The accounts in a folder, which need not be there before the first one is added."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._engine = asked_each_time(self._path)

    def add(self, of: Account, name: str, days: int | None = None) -> Linked:
        """Let an account see what is closed; what was said of it before is replaced.

        Raises `BadName` and `AccountsUnusable`.
        """
        now = self._now()
        linked = Linked(of, checked(name), now, now + timedelta(days=days) if days else None)
        told = {
            "name": linked.name,
            "created": int(now.timestamp()),
            "expires": int(linked.expires.timestamp()) if linked.expires else None,
        }
        row = insert(table).values(platform=of.platform, tenant=of.tenant, user=of.user, **told)
        with self._usable():
            private(self._path)
            with self._engine.begin() as connection:
                connection.execute(CreateTable(table, if_not_exists=True))
                connection.execute(row.on_conflict_do_update(set_=told))
        return linked

    def listed(self) -> tuple[Linked, ...]:
        """All accounts, expired ones too, oldest first; raises `AccountsUnusable`."""
        if not self._path.exists():
            return ()
        query = select(table).order_by(table.c.created, table.c.tenant, table.c.user)
        with self._usable(), self._engine.connect() as connection:
            return tuple(_linked(row) for row in connection.execute(query).mappings())

    def remove(self, of: Account) -> None:
        """Take its rights away, everywhere at once; raises `UnknownAccount`."""
        known = False
        if self._path.exists():
            with self._usable(), self._engine.begin() as connection:
                known = bool(connection.execute(delete(table).where(_is(of))).rowcount)
        if not known:
            raise UnknownAccount(
                "that account was given no rights; 'aftalesvar-bot accounts list' tells which were"
            )

    def visitor(
        self, platform: Channel, tenant: str, user: str, *, guest: bool, private: bool
    ) -> Visitor:
        """Who asks with that account.

        Closed rights need all of it: an account of the house itself that was given them and still
        has them, asking where nobody else reads along.
        """
        try:
            of = account(platform, tenant, user)
        except BadAccount:  # the platform may change its ids; who cannot be told reads what is open
            return Visitor(f"{platform} {tenant} {user}", platform, READS)
        closed = private and not guest and self._holds(of)
        return Visitor(of.visitor, platform, READS | {Scope.CLOSED} if closed else READS)

    def _holds(self, of: Account) -> bool:
        """Whether it has rights now; a file that cannot be read gives nobody any."""
        try:
            if self._path.exists():
                with self._engine.connect() as connection:
                    row = connection.execute(select(table).where(_is(of))).mappings().one_or_none()
                    return row is not None and _linked(row).holds(self._now())
        except (DatabaseError, ValueError, OSError, OverflowError, TypeError) as error:
            why = str(error.orig) if isinstance(error, DatabaseError) else type(error).__name__
            log.error("The accounts in %s cannot be read: %s", self._path, why)
        return False

    def _now(self) -> datetime:
        return datetime.fromtimestamp(int(self._clock()), UTC)

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, OSError) as error:
            reason = error.orig if isinstance(error, DatabaseError) else error.strerror
            raise AccountsUnusable(
                f"{self._path} cannot be used ({reason}); see that the home is right, that this "
                "user may write there, and that the disk has room"
            ) from error


def _is(of: Account) -> ColumnElement[bool]:
    return and_(
        table.c.platform == of.platform, table.c.tenant == of.tenant, table.c.user == of.user
    )


def _linked(row: RowMapping) -> Linked:
    expires = row["expires"]
    return Linked(
        Account(Channel(row["platform"]), row["tenant"], row["user"]),
        row["name"],
        datetime.fromtimestamp(row["created"], UTC),
        None if expires is None else datetime.fromtimestamp(expires, UTC),
    )
