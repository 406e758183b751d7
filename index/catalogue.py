"""Documents, items and chapters in SQL: for lists and for reading a document again."""

import errno
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    func,
    select,
)
from sqlalchemy.exc import DatabaseError, OperationalError

from index.errors import IndexDamaged
from ingest import Document, Kind, Part, PartKind, Status, Visibility
from ingest.stored import packed, unpacked
from ingest.terms import BACKGROUND, CASE, OUTCOMES, RECOMMENDATION, RESUME

REMEMBERED = 16  # documents kept unpacked; the largest known takes about 10 MB
LONGEST_TITLE = 80  # characters
metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("outer", String, nullable=True),
    Column("source", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", String, nullable=True),
    Column("held", Date, nullable=True),
    Column("status", String, nullable=False),
    Column("edition", String, nullable=True),
    Column("visibility", String, nullable=False),
    Column("tree", LargeBinary, nullable=True),
)
items = Table(
    "items",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("number", String, nullable=True),
    Column("title", String, nullable=False),
    Column("visibility", String, nullable=False),
    Column("case_number", String, nullable=True),
    Column("recommendation", String, nullable=True),
    Column("outcome", String, nullable=True),
    Column("background", Boolean, nullable=False),
    Column("listed", String, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, and whether its agenda and its minutes are in the collection."""

    body: str | None
    held: date
    agenda: bool
    minutes: bool


class Catalogue:
    """A finished catalogue in an SQLite file, open for reading."""

    def __init__(self, path: Path) -> None:
        """Raises `IndexDamaged`."""
        self._path = path
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._unpacked)
        query = {"mode": "ro", "uri": "true"}
        self._engine = create_engine(URL.create("sqlite", database=path.as_uri(), query=query))
        try:
            self.count(frozenset(Visibility))
        except DatabaseError as error:
            self.close()
            raise IndexDamaged(path) from error

    def file_of(self, document_id: str) -> Document | None:
        """The document of the file that is, or holds, the document with this id."""
        outer = select(func.coalesce(documents.c.outer, documents.c.id)).where(
            documents.c.id == document_id
        )
        query = select(documents.c.tree).where(documents.c.id == outer.scalar_subquery())
        with self._engine.connect() as connection:
            tree = connection.execute(query).scalar_one_or_none()
        return self._remembered(tree) if tree else None

    def _unpacked(self, tree: bytes) -> Document:
        """The document in `tree`; raises `IndexDamaged`, also where older code wrote another."""
        try:
            return unpacked(tree)
        except ValueError as error:
            raise IndexDamaged(self._path) from error

    def count(self, allowed: frozenset[Visibility]) -> int:
        """How many documents may be seen, meetings inside others included."""
        query = select(func.count()).select_from(documents).where(_seen(allowed))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def latest_meeting(self, allowed: frozenset[Visibility]) -> date | None:
        """The date of the newest meeting that may be seen."""
        query = select(func.max(documents.c.held)).where(_seen(allowed))
        with self._engine.connect() as connection:
            newest: date | None = connection.execute(query).scalar_one()
        return newest

    def meetings(self, allowed: frozenset[Visibility]) -> tuple[Meeting, ...]:
        """The meetings that may be seen, by body and date, and what is here of each."""
        query = (
            select(documents.c.body, documents.c.held, documents.c.kind)
            .where(_seen(allowed), documents.c.held.is_not(None))
            .where(documents.c.kind.in_([kind.value for kind in (Kind.REFERAT, Kind.DAGSORDEN)]))
        )
        here: dict[tuple[str, date], set[str]] = defaultdict(set)
        with self._engine.connect() as connection:
            for body, held, kind in connection.execute(query):
                here[body or "", held].add(kind)
        return tuple(
            Meeting(body or None, held, Kind.DAGSORDEN in kinds, Kind.REFERAT in kinds)
            for (body, held), kinds in sorted(here.items())
        )

    def drafts(self, allowed: frozenset[Visibility]) -> tuple[str, ...]:
        """The titles of the drafts that may be seen, with their files."""
        query = (
            select(documents.c.title, documents.c.source)
            .where(_seen(allowed), documents.c.status == Status.UDKAST.value)
            .order_by(documents.c.source)
        )
        with self._engine.connect() as connection:
            return tuple(f"{title} ({source})" for title, source in connection.execute(query))

    def recent_items(self, allowed: frozenset[Visibility], limit: int = 3) -> tuple[str, ...]:
        """Titles of items with an outcome and a case of their own, newest meetings first.

        Standing items (agenda approved, any other business) come without a case.
        """
        query = (
            select(items.c.title)
            .join(documents, documents.c.id == items.c.document)
            .where(_seen(allowed), items.c.visibility.in_([v.value for v in allowed]))
            .where(items.c.outcome.is_not(None), items.c.recommendation.is_not(None))
            .where(items.c.background, func.length(items.c.title) < LONGEST_TITLE)
            .order_by(documents.c.held.desc(), items.c.position)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def connect(self) -> Connection:
        """A connection for questions of others' own; it closes with its `with` block."""
        return self._engine.connect()

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()


def _seen(allowed: frozenset[Visibility]) -> ColumnElement[bool]:
    return documents.c.visibility.in_([visibility.value for visibility in allowed])


def write(path: Path, collection: Iterable[Document]) -> None:
    """Make the catalogue of `collection` in the new file `path`; raises `OSError`."""
    try:
        _write(path, collection)
    except OperationalError as error:
        raise OSError(
            errno.EIO, f"the catalogue cannot be written ({error.orig})", str(path)
        ) from error


def _write(path: Path, collection: Iterable[Document]) -> None:
    engine = create_engine(URL.create("sqlite", database=str(path)))
    metadata.create_all(engine)
    with engine.begin() as connection:
        for document in collection:
            rows = [_row(document, None), *(_row(d, document.id) for d in document.documents)]
            connection.execute(documents.insert(), rows)
            inner = [row for one in (document, *document.documents) for row in _items(one)]
            if inner:
                connection.execute(items.insert(), inner)
    engine.dispose()


def _row(document: Document, outer: str | None) -> dict[str, Any]:
    return {
        "id": document.id,
        "outer": outer,
        "source": document.source,
        "sha256": document.sha256,
        "title": document.title,
        "kind": document.kind.value,
        "body": document.body,
        "held": document.held,
        "status": document.status.value,
        "edition": document.edition,
        "visibility": document.visibility.value,
        "tree": None if outer else packed(document),
    }


def _items(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "document": document.id,
            "position": position,
            "number": item.number,
            "title": item.heading,
            "visibility": item.visibility.value,
            "case_number": item.case_number,
            "recommendation": _text(item, (RECOMMENDATION,)),
            "outcome": _text(item, OUTCOMES),
            "background": _text(item, (RESUME, BACKGROUND, CASE)) is not None,
            "listed": json.dumps(item.listed, ensure_ascii=False),
        }
        for position, item in enumerate(document.items, 1)
    ]


def _text(item: Part, labels: tuple[str, ...]) -> str | None:
    """The text of an item's own section; `None` where there is no such section or it is empty.

    Struck and proposed text is not what was said, and what is more closed than the item is no part
    of what the item's readers may see.
    """
    sections = [p for p in item.parts if p.kind is PartKind.SECTION and p.label in labels]
    parts = [p for s in sections for p in s.walk() if p.visibility is item.visibility]
    blocks = [b.text for p in parts for b in p.blocks if not (b.struck or b.inserted)]
    return "\n".join(blocks) or None
