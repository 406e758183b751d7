"""Generations: a new index is built beside the old one and takes its place in one step.

    HOME/index/CURRENT            name of the generation in use
    HOME/index/g000007/           a finished generation, never changed again
    HOME/index/building/          what a running or killed update has made so far
    HOME/index/LOCK               held while an update runs

A killed update leaves `CURRENT` and the generation it names untouched; the next one starts over.
"""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from index.errors import IndexBusy, IndexDamaged, IndexMissing
from index.selfcheck import Verdict

CURRENT, BUILDING, LOCK, MANIFEST = "CURRENT", "building", "LOCK", "manifest.json"
NAME = re.compile(r"g\d{6,}")
CODE = ("ingest", "index")
KNOWLEDGE = (".py", ".txt", ".tsv", ".npz")  # code, fagordbog, lexicon, model


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the passages of one audience are weighed with, and the filter values they have.

    `abbreviations` are those the documents explain, `renumbered` places in laws that they say to be
    another one's.
    """

    passages: int
    bodies: list[str]
    editions: list[str]
    vocabulary: dict[str, int]
    mean_words: float
    mean_grams: float
    abbreviations: dict[str, str] = field(default_factory=dict)
    renumbered: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and with; `statistics` by audience.

    `reader` names the code that made it, `collection` the documents, `engine` what keeps the
    passages, `verdict` how the embedder did on them, `book` the fagordbog.
    """

    name: str
    built: str
    reader: str
    embedder: str | None
    collection: str
    statistics: dict[str, Statistics]
    engine: str = "Qdrant Edge"  # the only one there was before it was told
    verdict: Verdict | None = None
    book: str = ""

    @property
    def passages(self) -> int:
        """How many passages there are; the widest audience's store holds them all."""
        return max(statistics.passages for statistics in self.statistics.values())


STORED = TypeAdapter(Manifest)


class Generations:
    """The generations in one home directory."""

    def __init__(self, home: Path) -> None:
        self.root = home.absolute() / "index"

    def current(self) -> Path:
        """The directory of the generation in use; raises `IndexMissing` where there is none."""
        name = self._name()
        if name is None:
            raise IndexMissing(
                f"no index in {self.root.parent}; make one with 'aftalesvar update FOLDER'"
            )
        if not NAME.fullmatch(name):
            raise IndexDamaged(self.root / CURRENT)
        return self.root / name

    def _name(self) -> str | None:
        try:
            return (self.root / CURRENT).read_text("utf-8", errors="replace").strip()
        except FileNotFoundError:
            return None

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
        """The name of the generation after the newest, finished or not."""
        numbers = [int(path.name[1:]) for path in self.finished()]
        return f"g{max(numbers, default=0) + 1:06d}"

    def publish(self, built: Path, manifest: Manifest) -> None:
        """Put a finished generation in use; readers see the old or the new, never half.

        The one before stays, as readers may still have it open; all others go.
        """
        before = self._name()
        (built / MANIFEST).write_bytes(STORED.dump_json(manifest))
        _flush_tree(built)
        built.rename(self.root / manifest.name)
        pointer = self.root / f"{CURRENT}.new"
        pointer.write_text(manifest.name, encoding="ascii")
        _flush(pointer)
        pointer.rename(self.root / CURRENT)
        _flush(self.root)
        for old in self.finished():
            if old.name not in (manifest.name, before):
                shutil.rmtree(old, ignore_errors=True)

    def finished(self) -> list[Path]:
        """The directories of all generations that were completed and still are there."""
        return [path for path in self.root.iterdir() if NAME.fullmatch(path.name)]


def manifest_of(generation: Path) -> Manifest:
    """The manifest of a finished generation; raises `IndexDamaged`."""
    try:
        return STORED.validate_json((generation / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(generation / MANIFEST) from error


def reader_version() -> str:
    """Changes with what reads and analyses, and what it knows, so that all is made anew."""
    base = Path(__file__).parent.parent
    digest = hashlib.sha256()
    files = (path for floor in CODE for path in (base / floor).rglob("*") if path.is_file())
    for path in sorted(path for path in files if path.suffix in KNOWLEDGE):
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
