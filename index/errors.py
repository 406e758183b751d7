"""What can be wrong with an index; each message says what to do.

SearchIndexError
├── IndexMissing      nothing has been indexed in this home
├── IndexDamaged      what has been indexed cannot be opened any more
├── IndexOutdated     it was made by another version of the code
├── IndexElsewhere    it is kept where the settings do not look
├── IndexBusy         another process is building it
├── ServerUnreachable the Qdrant server does not answer, or not as one
├── ServerRefused     the Qdrant server does not let us in
├── NoDocuments       a folder without a single readable document
├── NoSources         nobody has said where the documents are
├── SourceUnreadable  a folder is missing, or a site does not answer
├── OtherSource       the index holds another folder or site
├── UnknownFile       no such file waits for its release
├── ModelUnusable     the embedding model is not there, or not what it should be
├── ReaderBroken      no file can be read at all: the installation is broken
└── ReadingDamaged    what was kept of a file cannot be opened any more
"""

from collections.abc import Sequence
from pathlib import Path


class SearchIndexError(Exception):
    """Something is wrong with the index or with the sources it is made from."""


class IndexMissing(SearchIndexError):
    """There is no index yet."""


class IndexDamaged(SearchIndexError):
    """A file or collection of the index cannot be read; the next update makes a new index."""

    def __init__(self, path: Path | str) -> None:
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


class IndexElsewhere(SearchIndexError):
    """The passages are kept by another search engine than the settings name."""

    def __init__(self, kept: str, wanted: str) -> None:
        super().__init__(
            f"the passages are kept in {kept}, and the settings name {wanted}; make the index anew "
            "there with 'aftalesvar update', or set AFTALESVAR_QDRANT_URL as it was"
        )


class IndexBusy(SearchIndexError):
    """Another process is building the index."""


class ServerUnreachable(SearchIndexError):
    """The Qdrant server does not answer, or what answers is none."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"no usable answer from the Qdrant server at {url} ({why}); see to it, or "
            "correct AFTALESVAR_QDRANT_URL, and try again"
        )


class ServerRefused(SearchIndexError):
    """The Qdrant server does not let us in."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"the Qdrant server at {url} refuses ({why}); give it a key that may read and write "
            "collections, in AFTALESVAR_QDRANT_API_KEY"
        )


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


class ModelUnusable(SearchIndexError):
    """The embedding model that is set cannot be loaded or gives no vectors."""

    def __init__(self, model: str, what: str) -> None:
        super().__init__(f"the embedding model {model} {what}")


class ReaderBroken(SearchIndexError):
    """The processes that read files do not start."""


class ReadingDamaged(SearchIndexError):
    """What was kept of files is gone or broken; the next update reads the files again."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"what was read of {', '.join(names)} was damaged and is thrown away; the index in use "
            "is complete; run the command again, and what is missing is read anew"
        )
