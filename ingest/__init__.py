"""Reading: a file becomes a `Document`, a tree of parts with provenance."""

from ingest.document import (
    About,
    Block,
    Cell,
    Document,
    Finding,
    Kind,
    Part,
    PartKind,
    Run,
    Status,
    Validity,
    Visibility,
)

__all__ = [
    "About",
    "Block",
    "Cell",
    "Document",
    "Finding",
    "Kind",
    "Part",
    "PartKind",
    "Run",
    "Status",
    "Validity",
    "Visibility",
]
