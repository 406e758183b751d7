"""A folder with its subfolders. Nothing outside of it is ever read, whatever lies in it."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from ingest.errors import UnknownFileType, Unreadable
from ingest.formats import check_size, format_of
from ingest.sources.source import Entry, Listing, Skipped, SourceError

HIDDEN = (".", "~$")
CHUNK = 1 << 20  # bytes
DEEPEST = 100  # folders inside of folders; Python's own stack ends at a thousand
# Control characters, and those that turn the order of what follows them: "referat\u202etxt.exe"
UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without the third, opening a pipe would wait for somebody to write into it.
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class FolderSource:
    """The documents in one folder, but for those in the folder `without`."""

    def __init__(self, folder: Path, *, without: Path | None = None) -> None:
        self._folder = Path(os.path.realpath(folder))  # `resolve` raises where links go in circles
        self._without = Path(os.path.realpath(without)) if without else None

    @property
    def id(self) -> str:
        """The folder's real path."""
        return str(self._folder)

    def listed(self, keep: Path) -> Listing:
        """Its files by their paths in it, in order.

        Raises `SourceError`, also for a subfolder that cannot be listed: its documents are not
        gone.
        """
        if not self._folder.is_dir():
            what = "is not a folder" if self._folder.exists() else "does not exist"
            raise SourceError(f"{self._folder} {what}; give the folder that holds the documents")
        walk = _Walk(self._folder, self._without)
        walk.folder(PurePath(), None)
        entries = sorted(walk.entries, key=lambda entry: entry.path)
        return Listing(tuple(entries), tuple(sorted(walk.skipped, key=lambda one: one.name)))

    def opened(self, entry: Entry) -> BinaryIO:
        """One of its files; raises as `opened` does."""
        return opened(self._folder, entry)


class _Walk:
    """Goes from handle to handle, so that a folder that becomes a link is not followed either."""

    def __init__(self, top: Path, without: Path | None) -> None:
        self._top = top
        self._without = without
        self.entries: list[Entry] = []
        self.skipped: list[Skipped] = []

    def folder(self, inside: PurePath, above: int | None) -> None:
        """List the folder of that path, whose own folder is open as `above`."""
        path = self._top / inside
        try:
            with _handle(path if above is None else inside.name, FOLDER, above) as handle:
                for name in sorted(os.listdir(handle)):
                    if not name.startswith(HIDDEN):
                        self._found(inside / name, handle)
        except OSError as error:
            said = (
                f"{_shown(path)} cannot be listed ({error.strerror}); give this user the right to"
            )
            raise SourceError(said) from error

    def _found(self, inside: PurePath, above: int) -> None:
        with suppress(FileNotFoundError):  # it went away just now
            mode = os.lstat(inside.name, dir_fd=above).st_mode
            if reason := _skipped(inside, mode):
                self.skipped.append(Skipped(_shown(inside), *reason))
            elif stat.S_ISDIR(mode):
                if self._top / inside != self._without:
                    self.folder(inside, above)
            else:
                self.entries.append(Entry(inside.as_posix(), self._top / inside))


def _skipped(inside: PurePath, mode: int) -> tuple[str, str] | None:
    """Why this is no document and no folder of documents: the reason, for machines and in words."""
    if UNSHOWABLE.search(inside.name):
        return "bad_name", "its name has characters that cannot be shown or cited; rename it"
    if stat.S_ISLNK(mode):
        return "link", "it is a link, and links are not followed; put the file itself here"
    if stat.S_ISDIR(mode):
        deep = len(inside.parts) > DEEPEST
        return ("too_deep", f"more than {DEEPEST} folders inside each other") if deep else None
    if not stat.S_ISREG(mode):
        return "no_file", "it is no file but a pipe, a socket or a device"
    try:
        format_of(inside.name)
    except UnknownFileType as error:
        return error.code, str(error).removeprefix(f"{inside.name}: ")
    return None


def _shown(path: PurePath) -> str:
    return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", path.as_posix())


@contextmanager
def _handle(path: str | Path, flags: int, above: int | None) -> Iterator[int]:
    handle = os.open(path, flags, dir_fd=above)
    try:
        yield handle
    finally:
        os.close(handle)


def opened(folder: Path, entry: Entry) -> BinaryIO:
    """The bytes of a file in `folder`, wherever links lead that took its place since it was listed.

    Raises `Unreadable`, or what `check_size` does.
    """
    try:
        handle = _opened(folder, entry.path.relative_to(folder).parts)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        raise Unreadable(f"{entry.name}: {said or 'it is not in its folder'}") from error
    file = open(handle, "rb")  # noqa: SIM115 -- the caller closes it
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable(f"{entry.name}: it is no file any more")
        check_size(entry.name, state.st_size)
    except BaseException:
        file.close()
        raise
    return file


def _opened(folder: Path, parts: tuple[str, ...]) -> int:
    """A handle of the file; raises `OSError`, or `ValueError` for a path that is no file's."""
    if not parts or ".." in parts:
        raise ValueError(parts)
    *folders, name = parts
    above = os.open(folder, FOLDER)
    try:
        for one in folders:
            below = os.open(one, FOLDER, dir_fd=above)
            os.close(above)
            above = below
        return os.open(name, FILE, dir_fd=above)
    finally:
        os.close(above)


def digest(handle: BinaryIO) -> str:
    """The SHA-256 of a file, which is at its beginning afterwards."""
    handle.seek(0)
    made = hashlib.sha256()
    for chunk in iter(partial(handle.read, CHUNK), b""):
        made.update(chunk)
    handle.seek(0)
    return made.hexdigest()
