"""The kept copies of a site: each document's bytes, and what is known of it.

    documents/<sha256 of the bytes><suffix>   never changed, only added and swept away
    records/<digest of the address>.json      a `Record`

A record is written after its document, each under another name first, so that a kill at any moment
leaves every record with all of its document.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ingest.sources.keeping import digest, write


@dataclass(frozen=True, slots=True)
class Record:
    """A document as it was last given. `file` is its name among the documents, `text` a digest of a
    page's words, `depth` its distance from a start page, `follows` whether its links may be
    followed; `name` is empty until it is listed."""

    url: str
    file: str
    fetched: str
    depth: int
    size: int
    text: str = ""
    etag: str = ""
    modified: str = ""
    follows: bool = True
    canonical: str = ""
    password: bool = False
    name: str = ""

    @property
    def suffix(self) -> str:
        """The suffix of its format."""
        return Path(self.file).suffix

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return Path(self.file).stem


class Kept:
    """The copies in a folder."""

    def __init__(self, folder: Path) -> None:
        self._documents = folder / "documents"
        self._records = folder / "records"
        for part in (self._documents, self._records):
            part.mkdir(parents=True, exist_ok=True)
        found = (self._loaded(path) for path in sorted(self._records.glob("*.json")))
        self.records = {record.url: record for record in found if record}

    def path(self, record: Record) -> Path:
        """Where the document's bytes are."""
        return self._documents / record.file

    def store(self, data: bytes, suffix: str) -> str:
        """Keep a document's bytes; the name of its file."""
        name = f"{hashlib.sha256(data).hexdigest()}{suffix}"
        path = self._documents / name
        if not path.exists() or path.stat().st_size != len(data):
            write(path, data)
        return name

    def save(self, record: Record) -> None:
        """Keep what is known of a document."""
        self.records[record.url] = record
        text = json.dumps(asdict(record), ensure_ascii=False, indent=1)
        write(self._path(record.url), text.encode())

    def drop(self, url: str) -> None:
        """Forget a document."""
        del self.records[url]
        self._path(url).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what no record speaks of, such as the halves that a kill left."""
        files = {record.file for record in self.records.values()}
        known = {self._path(url).name for url in self.records}
        for path in [*self._documents.iterdir(), *self._records.iterdir()]:
            if path.name not in (files if path.parent == self._documents else known):
                path.unlink()

    def _path(self, url: str) -> Path:
        return self._records / f"{digest(url)}.json"

    def _loaded(self, path: Path) -> Record | None:
        """The record in a file, `None` where it or its document is not whole."""
        try:
            record = _record(json.loads(path.read_bytes()))
            whole = self.path(record).stat().st_size == record.size
        except (OSError, ValueError, TypeError):
            return None
        return record if whole and self._path(record.url) == path else None


def _record(values: dict[str, Any]) -> Record:
    wanted = {field.name for field in fields(Record)}
    record = Record(**{key: value for key, value in values.items() if key in wanted})
    if Path(record.file).name != record.file:
        raise ValueError("not a file's name")
    return record
