"""Search: documents become passages that are found in Danish."""

from index.analysis import words
from index.build import Progress
from index.catalogue import Meeting
from index.census import Census, census, file_names, findings
from index.cues import cues
from index.embed import Embedder
from index.errors import (
    IndexBusy,
    IndexDamaged,
    IndexMissing,
    IndexOutdated,
    NoDocuments,
    NoSources,
    OtherSource,
    SearchIndexError,
    SourceUnreadable,
    UnknownFile,
)
from index.filters import EVERYTHING, OPEN_ONLY, Filters
from index.ledger import remembered
from index.opened import Facts
from index.passage import Hit, Passage, Ref
from index.report import Failure, Renamed, Report
from index.search import Index, Snapshot
from index.sentences import sentences
from index.update import Updater
from ingest import Block, Document, Kind, Part, PartKind, Status, Visibility

__all__ = [
    "EVERYTHING",
    "OPEN_ONLY",
    "Block",
    "Census",
    "Document",
    "Embedder",
    "Facts",
    "Failure",
    "Filters",
    "Hit",
    "Index",
    "IndexBusy",
    "IndexDamaged",
    "IndexMissing",
    "IndexOutdated",
    "Kind",
    "Meeting",
    "NoDocuments",
    "NoSources",
    "OtherSource",
    "Part",
    "PartKind",
    "Passage",
    "Progress",
    "Ref",
    "Renamed",
    "Report",
    "SearchIndexError",
    "Snapshot",
    "SourceUnreadable",
    "Status",
    "UnknownFile",
    "Updater",
    "Visibility",
    "census",
    "cues",
    "file_names",
    "findings",
    "remembered",
    "sentences",
    "words",
]
