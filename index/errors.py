"""What can be wrong with an index; each message says what to do.

SearchIndexError
├── IndexMissing     nothing has been indexed in this home
├── IndexDamaged     what has been indexed cannot be opened any more
├── IndexOutdated    it was made by another version of the code
├── IndexBusy        another process is building it
├── NoDocuments      a folder without a single readable document
├── NoSources        nobody has said where the documents are
├── SourceUnreadable a folder is missing, or a site does not answer
├── OtherSource      the index holds another folder or site
├── UnknownFile      no such file waits for its release
├── ReaderBroken     no file can be read at all: the installation is broken
└── ReadingDamaged   what was kept of a file cannot be opened any more
"""

from collections.abc import Sequence
from pathlib import Path


class SearchIndexError(Exception):
    """Something is wrong with the index or with the sources it is made from."""


class IndexMissing(SearchIndexError):
    """There is no index yet."""


class IndexDamaged(SearchIndexError):
    """A file of the index cannot be read; the next update makes a new index."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"the index is damaged: {path} is missing or not what an update writes; "
            "make the index again with 'aftalesvar update FOLDER'"
        )


class IndexOutdated(SearchIndexError):
    """The index was made by another version of the code, which may have read otherwise."""

    def __init__(self) -> None:
        super().__init__(
            "the index was made by another version; bring it up to date with 'aftalesvar update'"
        )


class IndexBusy(SearchIndexError):
    """Another process is building the index."""


class NoDocuments(SearchIndexError):
    """The sources hold nothing that can be read."""


class NoSources(SearchIndexError):
    """Nobody has said where the documents are."""


class SourceUnreadable(SearchIndexError):
    """None of the sources can be listed."""


class OtherSource(SearchIndexError):
    """The index was made from another source."""


class UnknownFile(SearchIndexError):
    """No such file waits for its release."""


class ReaderBroken(SearchIndexError):
    """The processes that read files do not start."""


class ReadingDamaged(SearchIndexError):
    """What was kept of files is gone or broken; the next update reads the files again."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"what was read of {', '.join(names)} was damaged and is thrown away; the index in use "
            "is complete; run the command again, and what is missing is read anew"
        )
