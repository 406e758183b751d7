"""Which reader reads a file, by its suffix, and how large such a file may be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from ingest.errors import FileTooLarge, UnknownFileType
from ingest.extract import Extract, Options
from ingest.readers import text

Reader = Callable[[bytes, str, Options], Extract]
MB = 10**6


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its reader, and its largest size in bytes."""

    reader: Reader
    largest: int


TEXT = Format(text.extract, 25 * MB)
FORMATS = {
    ".txt": TEXT,
    ".text": TEXT,
}


def format_of(name: str) -> Format:
    """The format of the file with this name; raises `UnknownFileType`."""
    suffix = PurePath(name).suffix
    found = FORMATS.get(suffix.lower())
    if found is None:
        raise UnknownFileType(
            f"{name}: no reader for files of type '{suffix}'; known are {', '.join(FORMATS)}"
        )
    return found


def check_size(name: str, size: int) -> None:
    """Raises `FileTooLarge` or `UnknownFileType`."""
    largest = format_of(name).largest
    if size > largest:
        raise FileTooLarge(
            f"{name}: {size / MB:.0f} MB; the limit for such a file is {largest // MB} MB, "
            "far more than a thousand pages. Split it into its documents"
        )


def extracted(data: bytes, name: str, options: Options) -> Extract:
    """The text and lines in `data`, a file's content; raises an `IngestError`."""
    return format_of(name).reader(data, name, options)
