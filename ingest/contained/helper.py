"""A running helper process, as the program that uses it sees it.

A message to it is the file's name, with two handles: the file and where the answer goes. Its reply
is the exit status of the child that read the file. Nothing else is said while a file is being read,
so the end of the connection means that the other side has ended.
"""

import json
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from ingest.contained.limits import Limits
from ingest.extract import Options

STATUS = struct.Struct("<i")
START = 60  # seconds; importing the readers takes less than one
GRACE = 5  # seconds to end in
# What the readers' own programs need; no secret of ours is among them.
ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")


class NotStarted(RuntimeError):
    """The helper does not start, whatever the file."""


class Lost(Exception):
    """The helper has ended while it read a file."""


class Helper:
    """Asks one helper process, which is started when it is first needed or has ended."""

    def __init__(self, worker: tuple[str, ...], limits: Limits, options: Options) -> None:
        told = json.dumps({"limits": asdict(limits), "options": asdict(options)})
        self._command = (sys.executable, "-P", *worker, told)
        self._limits = limits
        self._running: _Running | None = None
        self._closed = False
        self._busy = Lock()

    def ask(self, handle: int, name: str) -> tuple[int, bytes | None]:
        """The exit status of the child that read the file, and its answer, `None` if too long.

        Raises `TimeoutError`, `Lost` or `NotStarted`.
        """
        with self._busy, _blank() as answer:
            running = self._started()
            try:
                status = running.ask(handle, answer.fileno(), name)
            except BaseException:
                running.end()
                raise
            return status, b"" if status else _content(answer, self._limits.answer)

    def _started(self) -> "_Running":
        if self._running is None or not self._running.end.alive:
            self._running = _Running(self._command, self._limits)
        if self._closed:  # maybe while it started
            self._running.end()
            raise NotStarted("the reader is closed")
        return self._running

    def close(self) -> None:
        """End it for good, also while it is asked from another thread."""
        self._closed = True
        if running := self._running:
            running.stop()
        with self._busy:
            if self._running:
                self._running.end()


class _Running:
    """A helper process with its socket and the folder for its temporary files."""

    def __init__(self, command: tuple[str, ...], limits: Limits) -> None:
        home = tempfile.mkdtemp(prefix="aftalesvar-")
        try:
            self._control, process = _launched(command, home)
        except OSError as error:
            shutil.rmtree(home)
            raise NotStarted(f"the reader does not start: {error}") from error
        # Not only when asked to: also when nobody holds this any more, or Python ends.
        self.end = weakref.finalize(self, _end, process, self._control, home)
        self._control.settimeout(START)
        with suppress(TimeoutError):
            if self._said():
                self._control.settimeout(limits.clock)
                return
        self.end()
        raise NotStarted(f"the reader does not start: {' '.join(command[:-1])}")

    def _said(self) -> bytes:
        try:
            return self._control.recv(STATUS.size)
        except ConnectionError:
            return b""  # it ended with something of ours unread

    def stop(self) -> None:
        """Make it end soon."""
        with suppress(OSError):  # it has
            self._control.shutdown(socket.SHUT_RDWR)

    def ask(self, handle: int, answer: int, name: str) -> int:
        """The exit status of the child; raises `TimeoutError` or `Lost`."""
        message = name.encode("utf-8", "surrogateescape")
        with suppress(ConnectionError):
            socket.send_fds(self._control, [message], [handle, answer])
        status = self._said()
        if not status:
            raise Lost
        return int(STATUS.unpack(status)[0])


def _launched(command: tuple[str, ...], home: str) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs, ExitStack() as failed:
        failed.callback(ours.close)
        process = subprocess.Popen(
            command,
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            cwd="/",
            env=_environment(home),
            start_new_session=True,  # Ctrl+C is for us; and all of it can be ended as a group
        )
        failed.pop_all()
    return ours, process


def _environment(home: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    here = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    return kept | {"LANG": "C.UTF-8", "HOME": home, "TMPDIR": home, "PYTHONPATH": here}


@contextmanager
def _blank() -> Iterator[BinaryIO]:
    """A file in memory for the answer, which can wait there until the child is gone."""
    with open(os.memfd_create("answer"), "w+b", buffering=0) as file:
        yield file


def _content(answer: BinaryIO, largest: int) -> bytes | None:
    if os.fstat(answer.fileno()).st_size > largest:
        return None
    answer.seek(0)
    return answer.read()


def _end(process: subprocess.Popen[bytes], control: socket.socket, home: str) -> None:
    """A helper ends all that it started, and itself, when the connection ends."""
    with suppress(OSError):
        control.shutdown(socket.SHUT_RDWR)
    control.close()
    watched = select.poll()
    ended = os.pidfd_open(process.pid)
    watched.register(ended, select.POLLIN)
    watched.poll(GRACE * 1000)
    os.close(ended)
    # It has not been waited for, so the number still is this group's and nobody else's.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    shutil.rmtree(home, ignore_errors=True)
