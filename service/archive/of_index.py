"""The archive over an index."""

from index import Index
from service.archive.port import Allowed
from service.archive.records import (
    Collection,
    Decisions,
    DecisionsQuery,
    Detail,
    DocumentsQuery,
    Line,
    Original,
    Records,
    Timeline,
    Window,
)


class IndexArchive:
    """The lists of the index in a home."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def decisions(self, query: DecisionsQuery, window: Window, allowed: Allowed) -> Decisions:
        """The agenda items that fit."""
        raise NotImplementedError

    def timeline(self, subject: str, query: DecisionsQuery, allowed: Allowed) -> Timeline:
        """What happened to `subject`."""
        raise NotImplementedError

    def documents(self, query: DocumentsQuery, window: Window, allowed: Allowed) -> Records:
        """The documents that fit."""
        raise NotImplementedError

    def detail(self, document_id: str, allowed: Allowed) -> Detail | None:
        """One document with its headings."""
        raise NotImplementedError

    def text(
        self, document_id: str, window: Window, allowed: Allowed
    ) -> tuple[int, tuple[Line, ...]] | None:
        """A document's lines."""
        raise NotImplementedError

    def original(self, document_id: str, allowed: Allowed) -> Original | None:
        """A document's file."""
        raise NotImplementedError

    def collection(self, allowed: Allowed) -> Collection:
        """What is here and what is missing."""
        raise NotImplementedError
