"""Why a file could not be read.

IngestError
├── UnknownFileType   no reader for this kind of file
├── NotText           the content is not what the file's name says
├── FileTooLarge      larger than a document of this kind can be
└── Unreadable        the file system refused
"""


class IngestError(Exception):
    """A file that cannot be read; the message says which, why and what to do."""


class UnknownFileType(IngestError):
    """There is no reader for files with this suffix."""


class NotText(IngestError):
    """The file is named as text but holds something else."""


class FileTooLarge(IngestError):
    """The file is larger than any document of its kind."""


class Unreadable(IngestError):
    """The file could not be opened."""
