"""What every source can do: list its files, each with its bytes in a local file."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol


class SourceError(Exception):
    """A source cannot be listed as a whole; what is known of it stays. The message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a source.

    `name` is how it is shown and cited, unique in its source and with the suffix of its format;
    `path` is where its bytes lie, `address` where a person finds it, such as a web page.
    """

    name: str
    path: Path
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a source that is no document; `code` is the reason for machines."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source holds now. `failed` are documents it is known to hold and could not give now,
    so that they are not taken for gone."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()


class Source(Protocol):
    """A place that holds documents."""

    @property
    def id(self) -> str:
        """What tells this source from others, the same at every update: a path, an address."""
        ...

    def listed(self, keep: Path) -> Listing:
        """What it holds now. `keep` is a folder of its own for what it has to keep between calls.

        Raises `SourceError`.
        """
        ...

    def opened(self, entry: Entry) -> BinaryIO:
        """The bytes of one of its files; raises an `IngestError` or `OSError`."""
        ...
