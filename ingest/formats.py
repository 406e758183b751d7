"""Which reader reads a file, by its suffix, and how large such a file may be.

A reader is imported when it is first needed: their libraries take half a second, and who only asks
a question needs none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from ingest.errors import FileTooLarge, UnknownFileType
from ingest.extract import Extract, Options

Reader = Callable[[bytes, str, Options], Extract]
MB = 10**6


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the module under `ingest.readers` that reads it, and its largest size."""

    module: str
    largest: int

    @property
    def reader(self) -> Reader:
        """The module's `extract`."""
        read: Reader = import_module(f"ingest.readers.{self.module}").extract
        return read


TEXT = Format("text", 25 * MB)
PDF = Format("pdf", 200 * MB)
DOCX = Format("docx", 100 * MB)
HTML = Format("html", 25 * MB)
MARKDOWN = Format("markdown", 25 * MB)
OFFICE = Format("office", 100 * MB)
FORMATS = {
    **dict.fromkeys((".txt", ".text"), TEXT),
    ".pdf": PDF,
    **dict.fromkeys((".docx", ".docm", ".dotx"), DOCX),
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML),
    **dict.fromkeys((".md", ".markdown"), MARKDOWN),
    **dict.fromkeys((".rtf", ".odt", ".doc"), OFFICE),
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
