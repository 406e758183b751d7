"""Reading: a file becomes a `Document`, a tree of parts with provenance."""

from ingest.document import (
    About,
    Block,
    Cell,
    Concern,
    Document,
    Finding,
    Kind,
    Link,
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
    "Concern",
    "Document",
    "Finding",
    "Kind",
    "Link",
    "Part",
    "PartKind",
    "Run",
    "Status",
    "Validity",
    "Visibility",
]
