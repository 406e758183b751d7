"""Documents as they were read, kept by content: what was read once need not be read again.

HOME/collection/parsed/<sha256>.<suffix>.<version of the readers>
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath
from threading import get_ident

import ingest
from index.ledger import put
from ingest import Document
from ingest.extract import Options
from ingest.stored import packed, unpacked

READERS = ("pypdfium2", "pdfplumber", "lxml", "markdown-it-py")


class Parsed:
    """The kept readings in one folder, made with `options`."""

    def __init__(self, folder: Path, options: Options) -> None:
        self._folder = folder
        self._version = parser_version(options)

    def key(self, sha256: str, name: str) -> str:
        """What a reading of this content under this name is kept as."""
        return f"{sha256}{PurePath(name).suffix.lower()}.{self._version}"

    def has(self, key: str | None) -> bool:
        """Whether such a reading is kept."""
        return key is not None and (self._folder / key).is_file()

    def get(self, key: str) -> Document | None:
        """A reading; `None` where it is not kept any more. One that is damaged is thrown away."""
        path = self._folder / key
        found = reading(path)
        if found is None:
            path.unlink(missing_ok=True)
        return found

    def put(self, key: str, document: Document) -> None:
        """Keep a reading."""
        # Files with the same content are read at the same time, and each reading is put here.
        mine = self._folder / f"{key}.{get_ident()}"
        put(mine, packed(document))
        mine.replace(self._folder / key)

    def prune(self, used: set[str]) -> None:
        """Drop every reading that is not among `used`."""
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path.name not in used:
                path.unlink(missing_ok=True)


def reading(path: Path) -> Document | None:
    """The reading in a file; `None` where there is none, or it cannot be read any more."""
    try:
        return unpacked(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None


@cache
def parser_version(options: Options) -> str:
    """Changes with every change of what decides how a file is read."""
    base = Path(ingest.__file__).parent
    digest = hashlib.sha256(repr(options).encode())
    for path in sorted(base.rglob("*.py")):
        digest.update(path.read_bytes())
    for package in READERS:
        digest.update(version(package).encode())
    return digest.hexdigest()[:12]
