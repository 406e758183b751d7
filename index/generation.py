"""Generations: a new index is built beside the old one and takes its place in one step.

    HOME/index/CURRENT            name of the generation in use
    HOME/index/g000007/           a finished generation, never changed again
    HOME/index/building/          what a running or killed update has made so far
    HOME/index/LOCK               held while an update runs

A killed update leaves `CURRENT` and the generation it names untouched; the next one starts over.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import IndexBusy, IndexMissing

CURRENT, BUILDING, LOCK, MANIFEST = "CURRENT", "building", "LOCK", "manifest.json"
KEPT = 2  # finished generations: the one in use, and the one readers may still have open
CODE = ("ingest", "index")


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was read."""

    id: str
    sha256: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the passages of one visibility class are weighed with.

    The open class knows nothing of closed text: its words change no open ranking.
    """

    passages: int
    vocabulary: dict[str, int]
    mean_words: float
    mean_grams: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and with; `statistics` by visibility class."""

    name: str
    built: str
    folder: str
    reader: str
    embedder: str | None
    statistics: dict[str, Statistics]
    files: dict[str, FileState]

    @property
    def passages(self) -> int:
        """The passages of all classes."""
        return sum(statistics.passages for statistics in self.statistics.values())


class Generations:
    """The generations in one home directory."""

    def __init__(self, home: Path) -> None:
        self.root = home / "index"

    def current(self) -> Path:
        """The directory of the generation in use; raises `IndexMissing` where there is none."""
        try:
            name = (self.root / CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            raise IndexMissing(
                f"no index in {self.root.parent}; make one with 'aftalesvar update FOLDER'"
            ) from None
        return self.root / name

    @contextmanager
    def building(self) -> Iterator[Path]:
        """An empty directory to build in, while no other process may; `IndexBusy` if one does."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusy(
                    f"another update is building the index in {self.root.parent}; "
                    "wait for it to end and try again"
                ) from None
            path = self.root / BUILDING
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir()
            try:
                yield path
            finally:
                shutil.rmtree(path, ignore_errors=True)

    def next_name(self) -> str:
        """The name of the generation after the newest."""
        names = [p.name for p in self.root.glob("g[0-9]*")]
        return f"g{max((int(name[1:]) for name in names), default=0) + 1:06d}"

    def publish(self, built: Path, manifest: Manifest) -> Path:
        """Put a finished generation in use; readers see the old or the new, never half."""
        (built / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False), "utf-8")
        _flush_tree(built)
        path = self.root / manifest.name
        built.rename(path)
        pointer = self.root / f"{CURRENT}.new"
        pointer.write_text(manifest.name, encoding="ascii")
        _flush(pointer)
        pointer.rename(self.root / CURRENT)
        _flush(self.root)
        self._drop_old()
        return path

    def _drop_old(self) -> None:
        for old in sorted(self.root.glob("g[0-9]*"))[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def manifest_of(generation: Path) -> Manifest:
    """The manifest of a finished generation."""
    raw = json.loads((generation / MANIFEST).read_text("utf-8"))
    files = {name: FileState(**state) for name, state in raw.pop("files").items()}
    statistics = {name: Statistics(**each) for name, each in raw.pop("statistics").items()}
    return Manifest(**raw, statistics=statistics, files=files)


def reader_version() -> str:
    """Changes with every change of the code that reads and analyses, so that all is read anew."""
    base = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(p for floor in CODE for p in (base / floor).glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _flush_tree(path: Path) -> None:
    for each in path.rglob("*"):
        _flush(each)
    _flush(path)


def _flush(path: Path) -> None:
    """Ask the disk to hold what is written, so that a power cut finds old or new."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
