"""The ledger: every file of every source as it was last seen, and which of them may be shown.

HOME/collection/ledger.json      what is here
HOME/collection/released.json    contents with CPR numbers that a person let in
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter

from ingest import Concern

LEDGER, RELEASED = "ledger.json", "released.json"


@dataclass(frozen=True, slots=True)
class Known:
    """A file as it was last seen.

    `id` is its document's. `sha256` is its content, empty where that could not be had. `tried`
    names the last attempt to read it and `parsed` the reading in use, which is an older one where
    the newest content could not be read, for the reason `code` and `message`. `concerns` counts the
    findings by kind. `waiting` says that it vanished and stays until that is confirmed.
    """

    id: str = ""
    sha256: str = ""
    size: int = -1
    mtime_ns: int = -1
    ctime_ns: int = -1
    tried: str = ""
    parsed: str | None = None
    concerns: dict[str, int] = field(default_factory=dict)
    code: str | None = None
    message: str = ""
    address: str | None = None
    waiting: bool = False

    @property
    def private(self) -> bool:
        """Whether CPR numbers were found in it."""
        return Concern.CPR.value in self.concerns

    def seen(self, stat: os.stat_result) -> bool:
        """Whether a file that looks like this is this content; any writing changes its ctime."""
        now = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        return (self.size, self.mtime_ns, self.ctime_ns) == now

    def dated(self, stat: os.stat_result) -> "Known":
        """This content, as the file looks now."""
        return replace(
            self, size=stat.st_size, mtime_ns=stat.st_mtime_ns, ctime_ns=stat.st_ctime_ns
        )


Files = dict[str, Known]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The files of each source by name, and when they were last looked at."""

    sources: dict[str, Files] = field(default_factory=dict)
    updated: str = ""

    def files(self) -> Iterator[tuple[str, Known]]:
        """Every file with its name, in order."""
        for files in self.sources.values():
            yield from sorted(files.items())

    def told(self) -> Iterator[tuple[str, Known]]:
        """Every file by a name no other has: with its source, where two sources have the name."""
        having = Counter(name for name, _ in self.files())
        for source, files in self.sources.items():
            for name, known in sorted(files.items()):
                yield (name if having[name] == 1 else f"{source}/{name}"), known


STORED = TypeAdapter(Ledger)
CONTENTS = TypeAdapter(frozenset[str])


def load(collection: Path) -> Ledger:
    """The ledger in a home's collection folder; an empty one where there is none to be read."""
    try:
        return STORED.validate_json((collection / LEDGER).read_bytes())
    except (FileNotFoundError, ValueError):
        return Ledger()


def remembered(home: Path) -> list[Path]:
    """The folders of the last update."""
    sources = load(home.absolute() / "collection").sources
    return [Path(source) for source in sources if Path(source).is_absolute()]


def save(collection: Path, ledger: Ledger) -> None:
    """Put `ledger` in the place of the one before, in one step."""
    put(collection / LEDGER, STORED.dump_json(ledger, exclude_defaults=True))


def released(collection: Path) -> frozenset[str]:
    """The contents (SHA-256) with CPR numbers that were let in."""
    try:
        return CONTENTS.validate_json((collection / RELEASED).read_bytes())
    except (FileNotFoundError, ValueError):
        return frozenset()


def release(collection: Path, contents: frozenset[str]) -> None:
    """Let contents in from now on."""
    put(collection / RELEASED, CONTENTS.dump_json(released(collection) | contents))


def put(path: Path, data: bytes) -> None:
    """Write a file so that a reader finds it whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
