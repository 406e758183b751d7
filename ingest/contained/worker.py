"""The helper process: it imports each reader once and forks a child for every file.

It never looks into a file itself. Whatever a child leaves behind, processes or files, is
gone before the next one begins, and all of it when the program that started the helper ends.
"""

import ctypes
import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ingest.contained import answer
from ingest.contained.fence import Fence
from ingest.contained.helper import STATUS
from ingest.contained.limits import Limits
from ingest.document import Document
from ingest.errors import UnknownFileType, Unreadable
from ingest.extract import Options
from ingest.formats import check_size, format_of
from ingest.read import read_bytes

Read = Callable[[bytes, str, Options], Document]
LONGEST_NAME = 1 << 16  # bytes
# From linux/prctl.h
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 36, 38
FIRST = "1000"  # to be ended where the machine runs out of memory


@dataclass(frozen=True, slots=True)
class Job:
    """The file of this name, and where the answer goes; both are open."""

    name: str
    handle: int
    result: int


class Desk:
    """Takes one file at a time."""

    def __init__(self, control: socket.socket, read: Read, home: str) -> None:
        told = json.loads(sys.argv[-1])
        self._control = control
        self._read = read
        self._home = home
        self._limits = Limits(**told["limits"])
        self._options = Options(**told["options"])
        self._fence = Fence(home)

    def run(self) -> None:
        """Read what is asked for until nobody is there to ask."""
        with suppress(ConnectionError):
            self._control.send(STATUS.pack(0))
            while job := self._next():
                status = self._done(job)
                _empty(self._home)
                self._control.send(STATUS.pack(status))

    def _next(self) -> Job | None:
        name, handles, _flags, _address = socket.recv_fds(
            self._control, LONGEST_NAME, 2, socket.MSG_CMSG_CLOEXEC
        )
        if len(handles) < 2:
            return None
        return Job(name.decode("utf-8", "surrogateescape"), *handles)

    def _done(self, job: Job) -> int:
        """The exit status of the child that read it; nothing it started is left."""
        _warm(job.name)
        parent = os.getpid()
        child = os.fork()
        if not child:
            self._child(job, parent)
        os.close(job.handle)
        os.close(job.result)
        _wait(child, self._control)
        os.kill(child, signal.SIGKILL)  # nobody may be waiting for it any more
        status = os.waitpid(child, 0)[1]
        _end_orphans()
        return status

    def _child(self, job: Job, parent: int) -> NoReturn:
        status = answer.NOT_CONFINED
        try:
            _confine(parent)
            self._limits.impose()
            self._fence.enter()
            status = 1
            told = self._answer(job)
            with open(job.result, "wb") as result:
                result.write(told)
            status = 0
        except MemoryError:
            status = answer.OUT_OF_MEMORY
        finally:
            os._exit(status)

    def _answer(self, job: Job) -> bytes:
        try:
            data = content(job.handle, job.name)
            return answer.of_document(self._read(data, job.name, self._options))
        except MemoryError:
            raise
        except Exception as error:
            return answer.of_error(error, job.name)


def _confine(parent: int) -> None:
    """This process ends with the one that started it, and before any other of the machine."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):  # input is the connection; readers may print what stands in the file
        os.dup2(nothing, standard)
    with suppress(OSError):  # some containers do not let it
        Path("/proc/self/oom_score_adj").write_text(FIRST)


def content(handle: int, name: str) -> bytes:
    """All of the file, as it was at one moment; raises `FileTooLarge` or `Unreadable`."""
    try:
        before = os.fstat(handle)
        check_size(name, before.st_size)
        with open(handle, "rb", buffering=0, closefd=False) as file:
            file.seek(0)
            data = file.read(before.st_size + 1)
        after = os.fstat(handle)
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from error
    same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, len(data))
    if not same:
        raise Unreadable(f"{name}: it was written to while it was read; it is read again next time")
    return data


def _wait(child: int, control: socket.socket) -> None:
    """Until the child has ended, or those who wait for its answer have."""
    ended = os.pidfd_open(child)
    watched = select.poll()
    watched.register(ended, select.POLLIN)
    watched.register(control, select.POLLIN)
    watched.poll()
    os.close(ended)


def _end_orphans() -> None:
    """A program that a reader started in a group of its own would outlive it."""
    with suppress(ChildProcessError):  # there are none, or none any more
        os.waitpid(-1, os.WNOHANG)
        while True:
            for child in _children():
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            os.waitpid(-1, 0)


def _children() -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state = (process / "stat").read_text()
            if int(state.rpartition(") ")[2].split()[1]) == os.getpid():
                yield int(process.name)


def _empty(folder: str) -> None:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            with suppress(OSError):
                os.unlink(entry.path)


def _warm(name: str) -> None:
    """Import the reader of such files, once for all children; the file is not looked at.

    What hinders it is told by the child that needs it.
    """
    with suppress(UnknownFileType, ImportError):
        _ = format_of(name).reader
        gc.freeze()  # what all children share is not to be copied by their garbage collection


def _prctl(what: int, value: int) -> None:
    ctypes.CDLL(None).prctl(what, value, 0, 0, 0)


def serve(read: Read = read_bytes) -> None:
    """Read files with `read` for the program at the other end of standard input."""
    os.environ.pop("PYTHONPATH", None)  # was for us, and not for the Python inside of LibreOffice
    _prctl(PR_SET_CHILD_SUBREAPER, 1)  # what a child leaves behind becomes ours
    _prctl(PR_SET_NO_NEW_PRIVS, 1)
    home = tempfile.gettempdir()
    try:
        Desk(socket.socket(fileno=0), read, home).run()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    serve()
