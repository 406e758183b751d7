"""What the web needs of the collection as lists."""

from typing import Protocol

from index import Visibility
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

Allowed = frozenset[Visibility]


class Archive(Protocol):
    """The collection's documents, meetings and items; `allowed` is what the asker may see.

    All raise `IndexMissing` where nothing is indexed yet, and `UnknownFilter` where a condition
    has a value that no document has.
    """

    def decisions(self, query: DecisionsQuery, window: Window, allowed: Allowed) -> Decisions:
        """The agenda items that fit; raises `QuestionRefused` where the text has no words."""
        ...

    def timeline(self, subject: str, query: DecisionsQuery, allowed: Allowed) -> Timeline:
        """What happened to `subject`, within `query`; raises as `decisions`."""
        ...

    def documents(self, query: DocumentsQuery, window: Window, allowed: Allowed) -> Records:
        """The documents that fit."""
        ...

    def detail(self, document_id: str, allowed: Allowed) -> Detail | None:
        """One document with its headings; `None` where there is none that may be seen."""
        ...

    def text(
        self, document_id: str, window: Window, allowed: Allowed
    ) -> tuple[int, tuple[Line, ...]] | None:
        """How many lines a document has, and those in the window; `None` as in `detail`."""
        ...

    def original(self, document_id: str, allowed: Allowed) -> Original | None:
        """A document's file; `None` also where some of it may not be seen, or it has changed."""
        ...

    def collection(self, allowed: Allowed) -> Collection:
        """What is here and what is missing."""
        ...
