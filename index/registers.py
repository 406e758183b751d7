"""The collection as lists: every document and every agenda item that may be seen."""

import json
from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, RowMapping, select

from index.catalogue import documents, items
from ingest import Kind, Status, Visibility


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, or a meeting inside the document `outer`."""

    id: str
    outer: str | None
    source: str
    title: str
    kind: Kind
    body: str | None
    held: date | None
    status: Status
    edition: str | None

    @property
    def file(self) -> str:
        """The id of the document that the file is."""
        return self.outer or self.id


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item as one document has it.

    `position` counts, from 1, those of the document's items that may be seen, as does the document
    that the same people are shown. `recommendation` and `outcome` are the whole texts of those
    sections, `listed` the names of the annexes it says it has.
    """

    paper: Paper
    position: int
    number: str | None
    title: str
    visibility: Visibility
    recommendation: str | None
    outcome: str | None
    listed: tuple[str, ...]


def papers(connection: Connection, allowed: frozenset[Visibility]) -> tuple[Paper, ...]:
    """The documents that may be seen, meetings inside others included, by file and date."""
    query = (
        select(*(documents.c[field.name] for field in fields(Paper)))
        .where(documents.c.visibility.in_(_values(allowed)))
        .order_by(documents.c.source, documents.c.held, documents.c.id)
    )
    return tuple(map(_paper, connection.execute(query).mappings()))


def _paper(row: RowMapping) -> Paper:
    known = {**row, "kind": Kind(row["kind"]), "status": Status(row["status"])}
    return Paper(**known)


def meeting_items(connection: Connection, allowed: frozenset[Visibility]) -> tuple[Item, ...]:
    """The items that may be seen of the documents that may be seen, in the documents' order."""
    known = {paper.id: paper for paper in papers(connection, allowed)}
    query = (
        select(items)
        .where(items.c.visibility.in_(_values(allowed)))
        .order_by(items.c.document, items.c.position)
    )
    rows = connection.execute(query).mappings()
    return tuple(
        _item(known[document], position, row)
        for document, under in groupby(rows, key=itemgetter("document"))
        if document in known
        for position, row in enumerate(under, 1)
    )


def _item(paper: Paper, position: int, row: RowMapping) -> Item:
    return Item(
        paper=paper,
        position=position,
        number=row["number"],
        title=row["title"],
        visibility=Visibility(row["visibility"]),
        recommendation=row["recommendation"],
        outcome=row["outcome"],
        listed=tuple(json.loads(row["listed"])),
    )


def _values(allowed: frozenset[Visibility]) -> list[str]:
    return [visibility.value for visibility in allowed]
