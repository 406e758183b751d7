"""Keeping the index in step with a folder: what is new is read, what changed is read again, what
is gone is dropped, and nothing changes for readers before all of it is ready."""

import hashlib
import os
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from index.adopt import adopted
from index.build import Progress, build
from index.embed import Embedder
from index.errors import FolderUnreadable, IndexDamaged, IndexMissing, NoDocuments, OtherFolder
from index.generation import FileState, Generations, Manifest, manifest_of, reader_version
from index.opened import CONDEMNED, Opened
from ingest import Document
from ingest.errors import IngestError, NotText
from ingest.formats import FORMATS
from ingest.read import identifier, read_bytes, read_file

HIDDEN = (".", "~$")


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
            reading = _Reading(old, before.files if before else {}, self._progress)
            documents, states = reading.read(folder, files)
            if not documents:
                raise NoDocuments(_nothing(folder, ignored, reading.failures))
            report = reading.report(states, ignored)
            changed = report.added or report.changed or report.removed
            if before and not changed and self._made_like(before, folder):
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
        """The generation in use and its documents by file, where it can be read at all."""
        try:
            current = self._generations.current()
            manifest = manifest_of(current)
            if (current / CONDEMNED).exists():
                raise IndexDamaged(current)
            if manifest.folder != str(folder) and not replace_folder:
                raise OtherFolder(
                    f"the index holds the folder {manifest.folder}; index {folder} in a home of "
                    "its own (--home), or put it in that folder's place (--replace)"
                )
            with closing(Opened(current)) as opened:
                old = opened.catalogue.by_source()
        except (IndexMissing, IndexDamaged):
            return None, {}
        if manifest.reader == reader_version() and manifest.folder == str(folder):
            return manifest, old
        # Another folder's times say nothing, and changed code may read the same bytes otherwise.
        same_code = manifest.reader == reader_version()
        files = {
            name: replace(state, mtime_ns=-1, sha256=state.sha256 if same_code else "")
            for name, state in manifest.files.items()
        }
        return replace(manifest, files=files), old

    def _made_like(self, before: Manifest, folder: Path) -> bool:
        name = self._embedder.name if self._embedder else None
        made = (before.reader, before.embedder, before.folder)
        return made == (reader_version(), name, str(folder))


class _Reading:
    """Reads the files that changed and takes the others over."""

    def __init__(
        self, old: dict[str, Document], before: dict[str, FileState], progress: Progress
    ) -> None:
        self._old = old
        self._before = before
        self._progress = progress
        self._done: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
        self._taken: set[str] = set()
        self.failures: list[Failure] = []

    def read(self, folder: Path, files: list[Path]) -> tuple[list[Document], dict[str, FileState]]:
        """The documents in the files' order, and the files' states, by relative name."""
        documents, states = [], {}
        names = [path.relative_to(folder).as_posix() for path in files]
        # A file keeps the id it has, whatever comes before it in the folder.
        self._taken = {self._before[name].id for name in names if name in self._before}
        for number, (path, name) in enumerate(zip(files, names, strict=True), 1):
            found = self._one(path, name)
            if found:
                documents.append(found[0])
                states[name] = found[1]
            self._progress("reading", number, len(files))
        return documents, states

    def _one(self, path: Path, name: str) -> tuple[Document, FileState] | None:
        known = self._before.get(name)
        try:
            name.encode()
            stat = path.stat()
            if known and (known.size, known.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
                return self._kept(name, known)
            data = read_file(path)
            digest = hashlib.sha256(data).hexdigest()
            if known and known.sha256 == digest:
                return self._kept(
                    name, replace(known, size=stat.st_size, mtime_ns=stat.st_mtime_ns)
                )
            document = read_bytes(data, name)
            if not document.parts:
                raise NotText(f"{name}: there is no text in it")
        except UnicodeEncodeError:
            said = "its name is not valid UTF-8 and cannot be shown or cited; rename it"
            self.failures.append(Failure(_shown(name), said, kept=False))
            return None
        except (IngestError, OSError) as error:
            said = str(error).removeprefix(f"{name}: ").removeprefix(f"{path.name}: ")
            self.failures.append(Failure(name, said, kept=known is not None))
            return self._kept(name, known) if known else None
        self._done["changed" if known else "added"].append(name)
        id_ = known.id if known else self._free(name)
        return adopted(document, id_), FileState(id_, digest, stat.st_size, stat.st_mtime_ns)

    def _kept(self, name: str, state: FileState) -> tuple[Document, FileState]:
        self._done["unchanged"].append(name)
        return self._old[name], state

    def _free(self, name: str) -> str:
        """An id for the file that no other file has."""
        base = identifier(str(Path(name).with_suffix("")))
        number, free = 2, base
        while free in self._taken:
            free, number = f"{base}-{number}", number + 1
        self._taken.add(free)
        return free

    def report(self, states: dict[str, FileState], ignored: list[str]) -> Report:
        """What was done, without what is not known yet."""
        return Report(
            generation="",
            added=tuple(self._done["added"]),
            changed=tuple(self._done["changed"]),
            removed=tuple(sorted(self._before.keys() - states.keys())),
            unchanged=tuple(self._done["unchanged"]),
            ignored=tuple(ignored),
            failures=tuple(self.failures),
            passages=0,
        )


def _listed(folder: Path) -> tuple[list[Path], list[str]]:
    """The files to read, and the names of those of other types, in order.

    A subfolder that cannot be listed stops the update: its documents are not gone.
    """
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise FolderUnreadable(f"{folder} {what}; give the folder that holds the documents")
    files: list[Path] = []
    ignored: list[str] = []
    try:
        for place, inside, names in os.walk(folder, onerror=_refused):
            inside[:] = [name for name in inside if not name.startswith(HIDDEN)]
            for name in names:
                path = Path(place, name)
                if name.startswith(HIDDEN) or not path.is_file():
                    continue
                if path.suffix.lower() in FORMATS:
                    files.append(path)
                else:
                    ignored.append(_shown(path.relative_to(folder).as_posix()))
    except OSError as error:
        raise FolderUnreadable(
            f"{error.filename} cannot be listed ({error.strerror}); give this user the right to"
        ) from error
    return sorted(files), sorted(ignored)


def _shown(name: str) -> str:
    """A name as it can be printed."""
    return name.encode("utf-8", "replace").decode()


def _refused(error: OSError) -> None:
    raise error


def _nothing(folder: Path, ignored: list[str], failures: list[Failure]) -> str:
    known = ", ".join(sorted(FORMATS))
    if failures:
        return f"none of the {len(failures)} files in {folder} could be read: {failures[0].message}"
    if ignored:
        return (
            f"{folder} holds {len(ignored)} files, none of a known type ({known}); "
            f"the first is {ignored[0]}"
        )
    return f"{folder} is empty; put documents ({known}) in it"
