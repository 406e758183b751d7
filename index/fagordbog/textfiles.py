"""The fagordbog's files: a folder's names and texts, whatever lies there, within bounds."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.fagordbog.text import UNSHOWABLE, Problem

ENDING = ".txt"
HIDDEN = (".", "~$")
MEGABYTE = 1 << 20
LARGEST, TOGETHER, MOST_FILES = 2 * MEGABYTE, 4 * MEGABYTE, 200  # the shipped ones are 1.4 in 11
# Without the second, opening a pipe would wait for somebody to write into it.
OPEN = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


@dataclass(slots=True)
class Texts:
    """Texts by the names of their files, and what is wrong with files that gave none."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _Unusable(Exception):
    """The file is no text of ours; says in which line why, and what to do."""

    def __init__(self, said: str, line: int = 1) -> None:
        super().__init__(said)
        self.line = line


def folder(path: Path) -> Texts:
    """The text files of a folder; none where there is no such folder."""
    try:
        names = sorted(os.listdir(path))
    except FileNotFoundError:
        return Texts()
    except OSError as error:
        said = f"cannot be listed ({error.strerror}); make it a folder that this user may read"
        return Texts(problems=[Problem(path.name, 1, said)])
    mine = [n for n in names if n.lower().endswith(ENDING) and not n.startswith(HIDDEN)]
    return read(path / name for name in mine)


def read(paths: Iterable[Path]) -> Texts:
    """The texts of files."""
    found = Texts()
    room = TOGETHER
    for number, path in enumerate(paths, 1):
        try:
            if number > MOST_FILES:
                raise _Unusable(f"only {MOST_FILES} files are read; join some of them")
            text = _text(path, room)
        except _Unusable as error:
            found.problems.append(Problem(path.name, error.line, str(error)))
            if number > MOST_FILES:
                break
        else:
            found.texts[path.name] = text
            room -= len(text)
    return found


def _text(path: Path, room: int) -> str:
    """The text of a file; raises `_Unusable`."""
    if UNSHOWABLE.search(path.name):
        raise _Unusable("its name has characters that cannot be shown; rename it")
    try:
        data = _bytes(path)
    except OSError as error:
        raise _Unusable(
            f"cannot be read ({error.strerror}); give this user the right to, or take it away"
        ) from error
    if len(data) > min(LARGEST, room):
        raise _Unusable(
            f"is too large (a file may have {LARGEST // MEGABYTE} MB, all together "
            f"{TOGETHER // MEGABYTE}); keep to the words that are needed"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Unusable("is not UTF-8 text; save it as UTF-8", line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _Unusable("holds a NUL character, so it is no text; save it as UTF-8 text", line)
    return text


def _bytes(path: Path) -> bytes:
    """The file's content, at most one byte more than a file may have."""
    handle = os.open(path, OPEN)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _Unusable("is no file but a folder or a device; take it away")
        with open(handle, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(handle)
