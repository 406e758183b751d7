"""The archive over an index."""

from index import Index
from service.archive.collection import collection
from service.archive.decisions import decisions
from service.archive.documents import detail, records
from service.archive.files import original
from service.archive.gathered import Gatherer
from service.archive.lines import lines
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
from service.archive.timeline import timeline


class IndexArchive:
    """The lists of the index in a home; each is of one generation."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._gatherer = Gatherer()

    def decisions(self, query: DecisionsQuery, window: Window, allowed: Allowed) -> Decisions:
        """The agenda items that fit."""
        with self._index.snapshot() as state:
            gathered = self._gatherer.gathered(state, allowed)
            return decisions(query, window, state, gathered, allowed)

    def timeline(self, subject: str, query: DecisionsQuery, allowed: Allowed) -> Timeline:
        """What happened to `subject`."""
        with self._index.snapshot() as state:
            gathered = self._gatherer.gathered(state, allowed)
            return timeline(subject, query, state, gathered, allowed)

    def documents(self, query: DocumentsQuery, window: Window, allowed: Allowed) -> Records:
        """The documents that fit."""
        with self._index.snapshot() as state:
            return records(query, window, self._gatherer.gathered(state, allowed))

    def detail(self, document_id: str, allowed: Allowed) -> Detail | None:
        """One document with its headings."""
        with self._index.snapshot() as state:
            document = state.document(document_id, allowed)
            if document is None:
                return None
            gathered = self._gatherer.gathered(state, allowed)
        file = self._index.has_original(document_id, allowed)
        return detail(document, gathered, file=file)

    def text(
        self, document_id: str, window: Window, allowed: Allowed
    ) -> tuple[int, tuple[Line, ...]] | None:
        """A document's lines."""
        with self._index.snapshot() as state:
            document = state.document(document_id, allowed)
        if document is None:
            return None
        every = tuple(lines(document))
        return len(every), every[window.offset : window.offset + window.limit]

    def original(self, document_id: str, allowed: Allowed) -> Original | None:
        """A document's file."""
        found = self._index.original(document_id, allowed)
        return original(found) if found else None

    def collection(self, allowed: Allowed) -> Collection:
        """What is here and what is missing."""
        with self._index.snapshot() as state:
            return collection(self._gatherer.gathered(state, allowed), state.meetings(allowed))
