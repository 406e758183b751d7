"""Why a file could not be read.

IngestError
├── UnknownFileType   no reader for this kind of file
├── WrongType         the content is not what the file's name says
├── NotText           a text file that holds no text
├── NoText            nothing in it can be read, such as a scan without a text layer
├── Encrypted         it is protected with a password
├── Damaged           it is broken, or not what its kind of file must be
├── Dangerous         it is built to harm its reader: an archive or XML bomb, an external entity
├── FileTooLarge      larger than a document of this kind can be
├── ConverterMissing  it needs a program that is not installed
├── TooMuchWork       reading it took more memory or time than a document may
└── Unreadable        the file system refused
"""

from typing import ClassVar


class IngestError(Exception):
    """A file that cannot be read; the message says which, why and what to do.

    `code` is the reason for machines.
    """

    code: ClassVar[str] = "unreadable"


class UnknownFileType(IngestError):
    """There is no reader for files with this suffix."""

    code = "unknown_type"


class WrongType(IngestError):
    """The file's content is of another kind than its name says."""

    code = "wrong_type"


class NotText(IngestError):
    """The file is named as text but holds something else."""

    code = "not_text"


class NoText(IngestError):
    """There is no text in the file that could be read."""

    code = "no_text"


class Encrypted(IngestError):
    """The file is protected with a password."""

    code = "encrypted"


class Damaged(IngestError):
    """The file is broken."""

    code = "damaged"


class Dangerous(IngestError):
    """The file is built so that reading it would do harm."""

    code = "dangerous"


class FileTooLarge(IngestError):
    """The file is larger than any document of its kind."""

    code = "too_large"


class ConverterMissing(IngestError):
    """A program that this kind of file needs is not installed."""

    code = "converter_missing"


class TooMuchWork(IngestError):
    """Reading the file took more memory or time than a document may."""

    code = "too_much_work"


class Unreadable(IngestError):
    """The file could not be opened."""

    code = "unreadable"
