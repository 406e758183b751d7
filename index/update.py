"""Keeping the index in step with its sources: what is new is read, what changed is read again, what
is gone is dropped, and nothing changes for readers before all of it is ready."""

import errno
import hashlib
import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index import ledger as ledgers
from index.adopt import adopted
from index.build import Knowledge, Progress, build
from index.collect import Look, Reading, looked, quarantine, settle
from index.embed import Embedder
from index.errors import (
    IndexDamaged,
    IndexElsewhere,
    IndexMissing,
    NoDocuments,
    NoSources,
    OtherSource,
    ReaderBroken,
    ReadingDamaged,
    ServerRefused,
    ServerUnreachable,
    SourceUnreadable,
    UnknownFile,
)
from index.fagordbog.ready import Ready, prune, ready
from index.generation import Generations, Manifest, manifest_of, reader_version
from index.kept import Kept, collection, content, fingerprint, is_held, with_ids
from index.ledger import Known, Ledger
from index.meaning import own_model
from index.opened import CONDEMNED, Opened
from index.parsed import Parsed
from index.report import Report
from index.store import Server, engine
from index.summary import nothing, told
from index.weights import STANDARD, Weights
from ingest import Document
from ingest.contained import NotStarted, Reader
from ingest.extract import Options
from ingest.sources.folder import FolderSource
from ingest.sources.source import Source

PLAINLY = Options()
WORKERS = 2
MEGABYTE = 1 << 20
# An index of 12 documents takes 0.5 MB, one of 98 takes 2.5 MB, five times its packed readings.
ROOM, GROWTH = 32 * MEGABYTE, 10


def _silent(_stage: str, _done: int, _total: int) -> None:
    """No progress is shown."""


class Updater:
    """Builds generations of the index in `home`."""

    def __init__(
        self,
        home: Path,
        *,
        embedder: Embedder | None = None,
        progress: Progress = _silent,
        options: Options = PLAINLY,
        workers: int = WORKERS,
        server: Server | None = None,
        weights: Weights = STANDARD,
    ) -> None:
        """`server` is where the passages are kept, unless that is in `home`."""
        self._home = home
        self._engine = engine(server, home)
        self._generations = Generations(home)
        self._collection = home.absolute() / "collection"
        self._parsed = Parsed(self._collection / "parsed", options)
        self._embedder = embedder or own_model(weights)
        self._weights = weights
        self._progress = progress
        self._options = options
        self._workers = workers

    def update(
        self,
        *sources: Source | Path,
        replace_sources: bool = False,
        confirm: bool = False,
        retry: bool = False,
    ) -> Report:
        """Bring the index in step with `sources`, folders with their subfolders among them.

        `replace_sources` puts them in the place of those before, `confirm` lets go of files that
        vanished in great numbers, `retry` reads again what could not be read. The old index stays
        in use until the new one is complete, and for good where an error is raised.

        Raises `NoSources`, `SourceUnreadable`, `NoDocuments`, `IndexBusy`, `ReaderBroken`,
        `ServerUnreachable`, `ServerRefused`, and `OtherSource` where the index was made from a
        source that is not given.
        """
        given = [
            FolderSource(one, without=self._home) if isinstance(one, Path) else one
            for one in sources
        ]
        if not given:
            raise NoSources("no sources; name the folders that hold the documents")
        with self._generations.building() as path:
            self._engine.sweep(self._generations.finished())  # and know early of a server's failure
            before = ledgers.load(self._collection)
            looks = self._looks(given, before, replace_sources=replace_sources)
            self._look(looks, retry=retry)
            if all(look.problem for look in looks):
                raise SourceUnreadable(looks[0].problem)
            settled = [settle(look, confirm=confirm) for look in looks]
            after = Ledger({look.source.id: look.now for look in looks}, _now())
            after = with_ids(after, before)
            report = told(looks, settled, after)
            return self._made(path, before, after, report)

    def release(self, names: Sequence[str], *, every: bool = False) -> Report:
        """Let in documents that are held back for their CPR numbers, which stay masked.

        Raises `UnknownFile` where a name is not that of one, and `IndexBusy`.
        """
        with self._generations.building() as path:
            known = ledgers.load(self._collection)
            held = {n: k for n, k in known.told() if is_held(k, self._released())}
            unknown = [name for name in names if name not in held]
            if unknown or not (names or every):
                raise UnknownFile(_not_held(unknown, held))
            chosen = tuple(held) if every else tuple(dict.fromkeys(names))
            ledgers.release(self._collection, frozenset(content(held[name]) for name in chosen))
            report = Report("", unchanged=_names(known), released=chosen)
            return self._made(path, known, known, report)

    def _look(self, looks: Sequence[Look], *, retry: bool) -> None:
        with Reader(workers=self._workers, options=self._options) as reader:
            reading = Reading(self._parsed, reader.parse, retry=retry)
            try:
                looked(looks, reading, self._workers, self._progress)
            except NotStarted as error:
                raise ReaderBroken(f"no file can be read ({error}); install it anew") from error

    def _looks(
        self, given: Sequence[Source], before: Ledger, *, replace_sources: bool
    ) -> list[Look]:
        ids = [source.id for source in given]
        others = [id_ for id_ in before.sources if id_ not in ids]
        if others and not replace_sources:
            raise OtherSource(
                f"the index holds {' and '.join(others)}; name it too, index {ids[0]} in a home of "
                "its own (--home), or put it in the other's place (--replace)"
            )
        # What comes in the place of another source may be the same files at another place.
        inherited = {
            name: replace(known, size=-1)
            for id_ in others
            for name, known in before.sources[id_].items()
        }
        looks = []
        for source in given:
            keep = (
                self._collection / "sources" / hashlib.sha256(source.id.encode()).hexdigest()[:16]
            )
            known = before.sources.get(source.id)
            looks.append(Look(source, inherited if known is None else known, keep))
            inherited = {} if known is None else inherited
        return looks

    def _made(self, path: Path, before: Ledger, after: Ledger, report: Report) -> Report:
        """The collection as an index, built in `path` unless the one in use is of the same."""
        released = self._released()
        kept = [one for one in collection(after, released) if self._parsed.has(one.parsed)]
        current = self._current()
        book = ready(self._home)
        report = replace(
            report,
            held=tuple(name for name, known in after.told() if is_held(known, released)),
            failures=quarantine(after.told()),
            concerns=dict(sum((Counter(k.concerns) for _, k in after.files()), Counter())),
            documents=len(kept),
            fagordbog=tuple(map(str, book.problems)),
        )
        if not kept and not (current and any(before.sources.values())):
            ledgers.save(self._collection, after)  # what is held back can be released
            raise NoDocuments(nothing(report))
        made = fingerprint(kept)
        if current is None or not self._made_like(current, made, book):
            current = self._build(path, kept, made, book)
        ledgers.save(self._collection, after)
        prune(self._home, self._books())
        self._parsed.prune({k.parsed for _, k in after.files() if k.parsed})
        return replace(
            report,
            generation=current.name,
            passages=current.passages,
            model=current.verdict.told if current.verdict else None,
        )

    def _build(self, path: Path, kept: Sequence[Kept], made: str, book: Ready) -> Manifest:
        documents = self._documents(kept)
        _check_room(
            path, sum((self._collection / "parsed" / one.parsed).stat().st_size for one in kept)
        )
        name = self._generations.next_name()
        known = Knowledge(book.path, self._embedder, self._weights)
        built = build(path, documents, known, self._progress, self._engine.writing(name))
        manifest = Manifest(
            name=name,
            built=_now(),
            reader=reader_version(),
            embedder=self._embedder.name if self._embedder else None,
            collection=made,
            book=book.fingerprint,
            statistics=built.statistics,
            verdict=built.verdict,
            engine=self._engine.name,
        )
        self._generations.publish(path, manifest)
        with suppress(ServerUnreachable, ServerRefused):  # the next update sweeps it then
            self._engine.sweep(self._generations.finished())
        return manifest

    def _documents(self, kept: Sequence[Kept]) -> list[Document]:
        read = {one.id: self._parsed.get(one.parsed) for one in kept}
        lost = [one.names[0] for one in kept if read[one.id] is None]
        if lost:
            raise ReadingDamaged(lost)
        return [
            adopted(document, one.id, one.names[0], one.names[1:], address=one.address)
            for one in kept
            if (document := read[one.id])
        ]

    def _books(self) -> set[str]:
        """The fagordbogs that finished generations were made with; a damaged one needs none."""
        found = set()
        for path in self._generations.finished():
            with suppress(IndexDamaged):
                found.add(manifest_of(path).book)
        return found

    def _current(self) -> Manifest | None:
        """The generation in use; `None` where there is none that can be used."""
        try:
            current = self._generations.current()
            with closing(Opened(current, self._engine)) as opened:
                return None if (current / CONDEMNED).exists() else opened.manifest
        except (IndexMissing, IndexDamaged, IndexElsewhere):
            return None

    def _made_like(self, current: Manifest, made: str, book: Ready) -> bool:
        name = self._embedder.name if self._embedder else None
        return (current.reader, current.embedder, current.collection, current.book) == (
            reader_version(),
            name,
            made,
            book.fingerprint,
        )

    def _released(self) -> frozenset[str]:
        return ledgers.released(self._collection)


def _check_room(path: Path, readings: int) -> None:
    """Raise `OSError` where an index of so many bytes of readings may not find room.

    The search engine maps its files into memory, and a full disk would end the process there.
    """
    needed, free = ROOM + GROWTH * readings, shutil.disk_usage(path).free
    if free < needed:
        said = f"a new index needs {needed // MEGABYTE} MB of room, and {free // MEGABYTE} are free"
        raise OSError(errno.ENOSPC, said, str(path))


def _names(ledger: Ledger) -> tuple[str, ...]:
    return tuple(name for name, known in ledger.files() if known.parsed)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _not_held(unknown: Sequence[str], held: dict[str, Known]) -> str:
    waiting = f"held back are: {', '.join(held)}" if held else "nothing is held back"
    if not unknown:
        return f"name the files to release, or all with --all; {waiting}"
    return f"{', '.join(unknown)}: no such file is held back; {waiting}"
