"""Where opinions are kept: one file of SQLite in the home, which only its owner may read."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    delete,
    event,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool, StaticPool
from sqlalchemy.schema import CreateTable

from service.access.visitor import Visitor
from service.errors import ServiceError
from service.feedback.opinion import Kept, Opinion, Reason, Verdict
from service.intake import presentable

FILE = "feedback.sqlite"
MOST = 50_000  # opinions; the oldest make room
LONGEST = 2_000  # characters of a comment or a question
metadata = MetaData()
opinions = Table(
    "opinions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("giver", String, nullable=False),
    *(
        Column(name, String)
        for name in (
            "answer",
            "verdict",
            "reason",
            "comment",
            "question",
            "generation",
            "mode",
            "status",
        )
    ),
    UniqueConstraint("giver", "answer"),
)
secret = Table(
    "secret", metadata, Column("id", Integer, primary_key=True), Column("key", LargeBinary)
)


class FeedbackUnreadable(ServiceError):
    """The file of opinions is no such file, or is damaged."""


def _now() -> datetime:
    return datetime.now(UTC)


class Feedback:
    """The opinions in a home; without one they are in memory and go with the process."""

    def __init__(
        self,
        home: Path | None = None,
        *,
        days: int = 365,
        most: int = MOST,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Nothing is older than `days`, and there are never more than `most`."""
        self.path = home / FILE if home else None
        self._days = days
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._engine: Engine | None = None

    def keep(self, visitor: Visitor, opinion: Opinion) -> None:
        """Keep it, with CPR numbers masked; what the same visitor said of that answer is replaced.

        Who it was is kept as a hash that is another one for every answer.
        """
        with self._begun() as connection:
            known = _hash(_key(connection), visitor.name, opinion.answer)
            row = {
                **asdict(_clean(opinion)),
                "at": self._clock().isoformat(timespec="seconds"),
                "channel": visitor.channel.value,
                "giver": known,
            }
            connection.execute(
                insert(opinions)
                .values(row)
                .on_conflict_do_update(index_elements=["giver", "answer"], set_=row)
            )
            self._forget(connection)

    def all(self) -> list[Kept]:
        """Every opinion that is not too old, the newest first; raises `FeedbackUnreadable`."""
        if self.path and not self.path.exists():
            return []
        try:
            return self._listed()
        except DatabaseError as error:
            raise FeedbackUnreadable(
                f"{self.path} cannot be read ({error.orig}); put back a copy, or move it away: "
                "a new one is begun then"
            ) from error

    def _listed(self) -> list[Kept]:
        with self._begun() as connection:
            self._forget(connection)
            rows = connection.execute(
                select(opinions).order_by(opinions.c.at.desc(), opinions.c.id)
            )
            return [_kept(row._asdict()) for row in rows]

    def forget(self) -> None:
        """Delete what is too old."""
        if self.path is None or self.path.exists():
            with self._begun() as connection:
                self._forget(connection)

    def _forget(self, connection: Connection) -> None:
        oldest = (self._clock() - timedelta(days=self._days)).isoformat(timespec="seconds")
        newest = select(opinions.c.id).order_by(opinions.c.at.desc(), opinions.c.id.desc())
        connection.execute(delete(opinions).where(opinions.c.at < oldest))
        connection.execute(
            delete(opinions).where(opinions.c.id.in_(newest.offset(self._most).limit(-1)))
        )

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        """One at a time; other processes wait for the file."""
        with self._lock:
            if self._engine is None:
                engine = _engine(self.path)
                with engine.begin() as connection:  # several processes may begin at once
                    connection.execute(CreateTable(opinions, if_not_exists=True))
                    connection.execute(CreateTable(secret, if_not_exists=True))
                self._engine = engine
            with self._engine.begin() as connection:
                yield connection


def _engine(path: Path | None) -> Engine:
    if path is None:
        shared = {"check_same_thread": False}
        return create_engine("sqlite://", poolclass=StaticPool, connect_args=shared)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # its journal gets the same rights
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    # What is deleted is written over, and cannot be read from the file.
    event.listen(engine, "connect", lambda made, _: made.execute("PRAGMA secure_delete = ON"))
    return engine


def _key(connection: Connection) -> bytes:
    """What makes hashes of this home unlike those of another."""
    connection.execute(
        insert(secret).values(id=1, key=secrets.token_bytes(32)).on_conflict_do_nothing()
    )
    key: bytes = connection.execute(select(secret.c.key)).scalar_one()
    return key


def _hash(key: bytes, visitor: str, answer: str) -> str:
    return hmac.digest(key, f"{answer} {visitor}".encode(), hashlib.sha256).hex()


def _clean(opinion: Opinion) -> Opinion:
    comment, question = (
        presentable(text)[0].strip()[:LONGEST] for text in (opinion.comment, opinion.question)
    )
    return replace(opinion, comment=comment, question=question)


def _kept(row: dict[str, Any]) -> Kept:
    at, channel = datetime.fromisoformat(row.pop("at")), row.pop("channel")
    del row["id"], row["giver"]
    row["verdict"] = Verdict(row["verdict"])
    row["reason"] = Reason(row["reason"]) if row["reason"] else None
    return Kept(at, channel, Opinion(**row))
