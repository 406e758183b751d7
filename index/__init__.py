"""Search: documents become passages that are found in Danish."""

from index.asked import Asked
from index.build import Progress
from index.catalogue import Meeting
from index.census import Census, census, file_names, findings
from index.closeness import Closeness
from index.cues import cues
from index.embed import Embedder
from index.embedders import Choice, LlamaEmbedder, SentenceTransformerEmbedder, embedder
from index.english import is_english, translations
from index.errors import (
    IndexBusy,
    IndexDamaged,
    IndexElsewhere,
    IndexMissing,
    IndexOutdated,
    ModelUnusable,
    NoDocuments,
    NoSources,
    OtherSource,
    SearchIndexError,
    ServerRefused,
    ServerUnreachable,
    SourceUnreadable,
    UnknownFile,
)
from index.filters import EVERYTHING, OPEN_ONLY, Filters
from index.ledger import remembered
from index.opened import Facts
from index.original import Original
from index.passage import Hit, Passage, Ref
from index.registers import Item, Paper
from index.report import Failure, Renamed, Report
from index.search import Index, Snapshot
from index.sentences import sentences
from index.stemmed import Stemmed
from index.store import Server
from index.stretches import Stretch, goes_on, stretches
from index.subject import Subject
from index.tokens import words
from index.update import Updater
from ingest import Block, Document, Kind, Part, PartKind, Status, Visibility

__all__ = [
    "EVERYTHING",
    "OPEN_ONLY",
    "Asked",
    "Block",
    "Census",
    "Choice",
    "Closeness",
    "Document",
    "Embedder",
    "Facts",
    "Failure",
    "Filters",
    "Hit",
    "Index",
    "IndexBusy",
    "IndexDamaged",
    "IndexElsewhere",
    "IndexMissing",
    "IndexOutdated",
    "Item",
    "Kind",
    "LlamaEmbedder",
    "Meeting",
    "ModelUnusable",
    "NoDocuments",
    "NoSources",
    "Original",
    "OtherSource",
    "Paper",
    "Part",
    "PartKind",
    "Passage",
    "Progress",
    "Ref",
    "Renamed",
    "Report",
    "SearchIndexError",
    "SentenceTransformerEmbedder",
    "Server",
    "ServerRefused",
    "ServerUnreachable",
    "Snapshot",
    "SourceUnreadable",
    "Status",
    "Stemmed",
    "Stretch",
    "Subject",
    "UnknownFile",
    "Updater",
    "Visibility",
    "census",
    "cues",
    "embedder",
    "file_names",
    "findings",
    "goes_on",
    "is_english",
    "remembered",
    "sentences",
    "stretches",
    "translations",
    "words",
]
