"""The tables of the memory, and how its values stand in them."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Column, Float, MetaData, RowMapping, String, Table, and_
from sqlalchemy.sql import ColumnElement

from bots.asker import Asked, Asker, Place
from bots.ports import Followed, Remembered, Unfinished
from service.access.visitor import Channel
from service.intake import presentable

metadata = MetaData()


def _place(*, key: bool = False) -> list[Column[Any]]:
    """A place; in some tables it is part of what a row is known by."""
    names = ("platform", "tenant", "conversation", "thread")
    return [Column(name, String, nullable=False, primary_key=key) for name in names]


def _asked() -> list[Column[Any]]:
    """A question; `earlier` is empty where it has none of its own."""
    return [
        Column("private", Boolean, nullable=False),
        Column("asker_tenant", String, nullable=False),
        Column("asker_user", String, nullable=False),
        Column("guest", Boolean, nullable=False),
        Column("question", String, nullable=False),
        Column("earlier", String, nullable=True),
        Column("ref", String, nullable=False),
    ]


# Every event that came, so that none is taken twice.
events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("at", Float, nullable=False),
)
# Questions that are not answered yet; `message` is ours that answers it, where it was begun.
taken = Table(
    "taken",
    metadata,
    Column("event", String, primary_key=True),
    Column("at", Float, nullable=False),
    Column("message", String, nullable=False),
    *_place(),
    *_asked(),
)
# `before` are the questions that stood before it, `message` is ours that tells the answer.
answered = Table(
    "answered",
    metadata,
    Column("key", String, primary_key=True),
    Column("at", Float, nullable=False),
    *_place(),
    *_asked(),
    Column("message", String, nullable=False),
    Column("before", String, nullable=False),
    *(
        Column(name, String, nullable=False)
        for name in ("answer_id", "generation", "mode", "status")
    ),
)
followed = Table(
    "followed",
    metadata,
    *_place(key=True),
    Column("folded", String, primary_key=True),
    Column("subject", String, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("address", String, nullable=False),
)
told = Table("told", metadata, *_place(key=True), Column("news", String, primary_key=True))
TABLES = (events, taken, answered, followed, told)


def place_row(place: Place) -> dict[str, Any]:
    """A place, but for whether it is private."""
    return {
        "platform": place.platform.value,
        "tenant": place.tenant,
        "conversation": place.conversation,
        "thread": place.thread,
    }


def clean(text: str) -> str:
    """Words as they may be kept."""
    return presentable(text)[0].strip()


def asked_row(asked: Asked, ref: str) -> dict[str, Any]:
    """A question in words that may be kept; `ref` is the platform's id of the message."""
    return {
        **place_row(asked.place),
        "private": asked.place.private,
        "asker_tenant": asked.asker.tenant,
        "asker_user": asked.asker.user,
        "guest": asked.asker.guest,
        "question": clean(asked.question),
        "earlier": None if asked.earlier is None else listed(map(clean, asked.earlier)),
        "ref": ref,
    }


def listed(texts: Iterable[str]) -> str:
    """Several texts as one."""
    return json.dumps(list(texts), ensure_ascii=False)


def here(table: Table, place: Place) -> ColumnElement[bool]:
    """What stands in a place."""
    return and_(*(table.c[name] == value for name, value in place_row(place).items()))


def inside(table: Table, place: Place) -> ColumnElement[bool]:
    """What stands in a place's conversation, in whatever thread."""
    row = place_row(place)
    return and_(*(table.c[name] == row[name] for name in ("platform", "tenant", "conversation")))


def place_of(row: RowMapping) -> Place:
    """The place of a row."""
    return Place(
        Channel(row["platform"]),
        row["tenant"],
        row["conversation"],
        row["thread"],
        private=row["private"],
    )


def asked_of(row: RowMapping) -> Asked:
    """The question of a row, who asked it and where."""
    place = place_of(row)
    asker = Asker(place.platform, row["asker_tenant"], row["asker_user"], guest=row["guest"])
    earlier = None if row["earlier"] is None else tuple(json.loads(row["earlier"]))
    return Asked(row["question"], asker, place, earlier)


def unfinished_of(row: RowMapping) -> Unfinished:
    """What is still to be answered."""
    return Unfinished(row["event"], asked_of(row), row["message"])


def remembered_of(row: RowMapping) -> Remembered:
    """What was answered."""
    return Remembered(
        asked_of(row),
        tuple(json.loads(row["before"])),
        row["answer_id"],
        row["generation"],
        row["mode"],
        row["status"],
    )


def followed_of(row: RowMapping) -> Followed:
    """What is followed."""
    return Followed(place_of(row), row["subject"], row["address"])
