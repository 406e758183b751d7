"""Search: documents become passages that are found in Danish."""

from index.analysis import words
from index.build import Progress
from index.cues import cues
from index.embed import Embedder
from index.errors import (
    FolderUnreadable,
    IndexBusy,
    IndexDamaged,
    IndexMissing,
    IndexOutdated,
    NoDocuments,
    OtherFolder,
    SearchIndexError,
)
from index.filters import EVERYTHING, OPEN_ONLY, Filters
from index.opened import Facts
from index.passage import Hit, Passage, Ref
from index.search import Index, Snapshot
from index.sentences import sentences
from index.update import Failure, Report, Updater
from ingest import Block, Document, Kind, Part, PartKind, Status, Visibility

__all__ = [
    "EVERYTHING",
    "OPEN_ONLY",
    "Block",
    "Document",
    "Embedder",
    "Facts",
    "Failure",
    "Filters",
    "FolderUnreadable",
    "Hit",
    "Index",
    "IndexBusy",
    "IndexDamaged",
    "IndexMissing",
    "IndexOutdated",
    "Kind",
    "NoDocuments",
    "OtherFolder",
    "Part",
    "PartKind",
    "Passage",
    "Progress",
    "Ref",
    "Report",
    "SearchIndexError",
    "Snapshot",
    "Status",
    "Updater",
    "Visibility",
    "cues",
    "sentences",
    "words",
]
