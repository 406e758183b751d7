"""The file a document was read from, exactly as it was read."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from index import ledger as ledgers
from index.filters import EVERYTHING
from index.kept import content
from index.ledger import Known
from ingest import Concern, Document, Visibility
from ingest.errors import IngestError
from ingest.sources.folder import opened
from ingest.sources.source import Entry

# What a file holds and its reading does not may be closed: nobody has looked.
UNSEEN = (Concern.HIDDEN, Concern.COMMENT, Concern.UNREAD, Concern.SCANNED)


@dataclass(frozen=True, slots=True)
class Original:
    """A file's content under the name it is cited by, without its folders."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _File:
    """A file in a folder that was a document's content when it was last looked at."""

    folder: Path
    name: str
    known: Known

    @property
    def entry(self) -> Entry:
        return Entry(self.name, self.folder / self.name)


def original(
    collection: Path, document: Document, allowed: frozenset[Visibility]
) -> Original | None:
    """The file that `document`, all of which may be seen, was read from.

    `None` where its content is not in a folder any more, has CPR numbers, which the reading masked,
    or holds what was not read, for those who may not see everything.
    """
    for file in _files(collection, document, allowed):
        with suppress(IngestError, OSError), opened(file.folder, file.entry) as handle:
            data = handle.read()
            if hashlib.sha256(data).hexdigest() == document.sha256:
                return Original(PurePath(file.name).name, data)
    return None


def is_here(collection: Path, document: Document, allowed: frozenset[Visibility]) -> bool:
    """Whether `original` is likely to find it: the file looks as it did, and is not read."""
    for file in _files(collection, document, allowed):
        with suppress(IngestError, OSError), opened(file.folder, file.entry) as handle:
            if file.known.seen(os.fstat(handle.fileno())):
                return True
    return False


def _files(collection: Path, document: Document, allowed: frozenset[Visibility]) -> Iterator[_File]:
    """The files that are the document's and may be given away."""
    for source, files in ledgers.load(collection).sources.items():
        # A site's files, and those of a reader of others, are copies that are not kept for this.
        for name, known in sorted(files.items()) if Path(source).is_absolute() else ():
            if _may_be(known, document, allowed):
                yield _File(Path(source), name, known)


def _may_be(known: Known, document: Document, allowed: frozenset[Visibility]) -> bool:
    """Whether a file is the document's, was read as it is now, and may be given away."""
    if known.id != document.id or content(known) != document.sha256 or known.code:
        return False
    unseen = any(known.concerns.get(concern.value) for concern in UNSEEN)
    return not known.private and not known.address and (allowed >= EVERYTHING or not unseen)
