"""Keeping the index in step with a folder: what is new is read, what changed is read again, what
is gone is dropped, and nothing changes for readers before all of it is ready."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from index import catalogue
from index.build import CATALOGUE, Progress, build
from index.embed import Embedder
from index.errors import FolderUnreadable, IndexMissing, NoDocuments, OtherFolder
from index.generation import FileState, Generations, Manifest, manifest_of, reader_version
from ingest import Document
from ingest.errors import IngestError
from ingest.read import SUFFIXES, identifier, read_bytes, read_file


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and what to do about it. An older reading of it is kept."""

    file: str
    message: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did, by the files' names relative to the folder."""

    generation: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    ignored: tuple[str, ...]
    failures: tuple[Failure, ...]
    passages: int


def _silent(_stage: str, _done: int, _total: int) -> None:
    """No progress is shown."""


class Updater:
    """Builds generations of the index in `home`."""

    def __init__(
        self, home: Path, *, embedder: Embedder | None = None, progress: Progress = _silent
    ) -> None:
        self._generations = Generations(home)
        self._embedder = embedder
        self._progress = progress

    def update(self, folder: Path, *, replace_folder: bool = False) -> Report:
        """Bring the index in step with `folder`, subfolders included.

        Raises `FolderUnreadable`, `NoDocuments`, `IndexBusy`, and `OtherFolder` where the index
        was made from another folder and `replace_folder` is not set. The old index stays in use
        until the new one is complete, and for good where one of these is raised.
        """
        folder = folder.resolve()
        files, ignored = _listed(folder)
        with self._generations.building() as path:
            before, old = self._before(folder, replace_folder=replace_folder)
            reading = _Reading(before, old, self._progress)
            documents, states = reading.read(folder, files)
            gone = tuple(sorted(set(before.files if before else ()) - set(states)))
            if not documents:
                raise NoDocuments(_nothing(folder, ignored, reading.failures))
            report = reading.report(gone, ignored)
            if before and not (report.added or report.changed or gone) and self._same(before):
                return replace(report, generation=before.name, passages=before.passages)
            manifest = Manifest(
                name=self._generations.next_name(),
                built=datetime.now(UTC).isoformat(timespec="seconds"),
                folder=str(folder),
                reader=reader_version(),
                embedder=self._embedder.name if self._embedder else None,
                statistics=build(path, documents, self._embedder, self._progress),
                files=states,
            )
            self._generations.publish(path, manifest)
        return replace(report, generation=manifest.name, passages=manifest.passages)

    def _before(
        self, folder: Path, *, replace_folder: bool
    ) -> tuple[Manifest | None, dict[str, Document]]:
        """The generation in use and its documents, as far as they can be used again."""
        try:
            current = self._generations.current()
            manifest = manifest_of(current)
        except (IndexMissing, OSError, ValueError, TypeError):
            return None, {}
        if manifest.folder != str(folder) and not replace_folder:
            raise OtherFolder(
                f"the index holds the folder {manifest.folder}; index {folder} in a home of its "
                "own (--home), or put it in that folder's place (--replace)"
            )
        if manifest.reader != reader_version():
            return replace(manifest, files=dict.fromkeys(manifest.files, _NEVER)), {}
        opened = catalogue.Catalogue.open(current / CATALOGUE)
        try:
            return manifest, opened.by_source()
        finally:
            opened.close()

    def _same(self, before: Manifest) -> bool:
        name = self._embedder.name if self._embedder else None
        return before.reader == reader_version() and before.embedder == name


_NEVER = FileState("", "", -1, -1)


class _Reading:
    """Reads the files that changed and takes the others over."""

    def __init__(
        self, before: Manifest | None, old: dict[str, Document], progress: Progress
    ) -> None:
        self._before = dict(before.files) if before else {}
        self._old = old
        self._progress = progress
        self._done: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
        self.failures: list[Failure] = []

    def read(self, folder: Path, files: list[Path]) -> tuple[list[Document], dict[str, FileState]]:
        """The documents in the files' order, and the files' states, by relative name."""
        documents, states = [], {}
        taken: set[str] = set()
        for number, path in enumerate(files, 1):
            name = path.relative_to(folder).as_posix()
            found = self._one(path, name, taken)
            if found:
                documents.append(found[0])
                states[name] = found[1]
                taken.add(found[1].id)
            self._progress("reading", number, len(files))
        return documents, states

    def _one(self, path: Path, name: str, taken: set[str]) -> tuple[Document, FileState] | None:
        known = self._before.get(name)
        try:
            stat = path.stat()
            if known and (known.size, known.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
                return self._kept(name, known, "unchanged")
            data = read_file(path)
            digest = hashlib.sha256(data).hexdigest()
            if known and known.sha256 == digest and name in self._old:
                state = replace(known, size=stat.st_size, mtime_ns=stat.st_mtime_ns)
                return self._kept(name, state, "unchanged")
            document = _renamed(read_bytes(data, name), _free(name, taken))
        except (IngestError, OSError) as error:
            self.failures.append(Failure(name, str(error), kept=name in self._old))
            return self._kept(name, known, "unchanged") if known and name in self._old else None
        self._done["changed" if known else "added"].append(name)
        state = FileState(document.id, digest, stat.st_size, stat.st_mtime_ns)
        return document, state

    def _kept(self, name: str, state: FileState, how: str) -> tuple[Document, FileState]:
        self._done[how].append(name)
        return self._old[name], state

    def report(self, gone: tuple[str, ...], ignored: list[str]) -> Report:
        """What was done, without what is not known yet."""
        return Report(
            generation="",
            added=tuple(self._done["added"]),
            changed=tuple(self._done["changed"]),
            removed=gone,
            unchanged=tuple(self._done["unchanged"]),
            ignored=tuple(ignored),
            failures=tuple(self.failures),
            passages=0,
        )


def _listed(folder: Path) -> tuple[list[Path], list[str]]:
    """The files to read, and the names of those of other types."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise FolderUnreadable(f"{folder} {what}; give the folder that holds the documents")
    try:
        everything = sorted(p for p in folder.rglob("*") if p.is_file() and not _hidden(p, folder))
        list(folder.iterdir())
    except OSError as error:
        raise FolderUnreadable(f"{folder} cannot be read: {error.strerror}") from error
    files = [path for path in everything if path.suffix.lower() in SUFFIXES]
    others = [p.relative_to(folder).as_posix() for p in everything if p not in set(files)]
    return files, others


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _nothing(folder: Path, ignored: list[str], failures: list[Failure]) -> str:
    known = ", ".join(sorted(SUFFIXES))
    if failures:
        return f"none of the {len(failures)} files in {folder} could be read: {failures[0].message}"
    if ignored:
        return (
            f"{folder} holds {len(ignored)} files, none of a known type ({known}); "
            f"the first is {ignored[0]}"
        )
    return f"{folder} is empty; put documents ({known}) in it"


def _free(name: str, taken: set[str]) -> str:
    """An id for the file that no other file has."""
    base = identifier(str(Path(name).with_suffix("")))
    number, free = 2, base
    while free in taken:
        free, number = f"{base}-{number}", number + 1
    return free


def _renamed(document: Document, new: str) -> Document:
    """The document under the id `new`; the meetings inside it follow."""
    inside = tuple(
        replace(inner, id=inner.id.replace(document.id, new, 1)) for inner in document.documents
    )
    return replace(document, id=new, documents=inside)
