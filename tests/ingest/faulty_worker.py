"""A worker whose reader does what the file says: what a faulty or captured reader could do.

Run by `Reader(worker=...)` in the tests.
"""

import ctypes
import fcntl
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ingest import Document
from ingest.contained.worker import serve
from ingest.errors import Dangerous
from ingest.extract import Options
from ingest.read import read_bytes

SECRET = "Borger A"


def read(data: bytes, name: str, options: Options) -> Document:
    """What the first line of the file names, or else the ordinary reading of it."""
    first = data.decode().partition("\n")[0]
    deed = DEEDS.get(first)
    if deed:
        deed()
    document = read_bytes(data, name, options)
    return replace(document, source="en-anden.txt") if first == "lie" else document


def work() -> None:
    while True:
        pass


def wait() -> None:
    time.sleep(1000)


def eat() -> None:
    held = []
    while True:
        held.append(bytearray(10**7))


def nest() -> None:
    nest()


def crash() -> None:
    ctypes.string_at(0)


def end() -> None:
    os._exit(0)


def leave_program() -> None:
    """One in a session of its own, and one below it whose parent is gone."""
    subprocess.run(["sh", "-c", "sleep 987654 & sleep 987654 &"], start_new_session=True)


def leave_files() -> None:
    Path(tempfile.mkdtemp(), "rest.txt").write_text(SECRET)
    Path(tempfile.gettempdir(), "rest.txt").write_text(SECRET)


def fill_disk() -> None:
    with tempfile.TemporaryFile() as file:
        while True:
            file.write(bytes(10**6))


def quote() -> None:
    print(SECRET, file=sys.stderr)
    raise ValueError(SECRET)


def refuse() -> None:
    raise Dangerous("prøve.txt: \x1b[31mbombe")


def answer_noise() -> None:
    for handle in answers():
        os.write(handle, b"D" + bytes(range(256)))
    end()


def answer_without_end() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    for handle in answers():
        os.truncate(handle, 10**12)
    end()


def answers() -> Iterator[int]:
    """Whatever it can write to, but for the standard streams; the file it reads is none of it."""
    for handle in range(3, 256):
        with suppress(OSError):
            state = os.fstat(handle)
            writes = fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_RDWR
            if writes and stat.S_ISREG(state.st_mode) and state.st_size == 0:
                yield handle


def kill_helper() -> None:
    os.kill(os.getppid(), signal.SIGKILL)


def look_outside() -> None:
    Path(__file__).with_name("conftest.py").read_text()


def spy() -> None:
    Path(f"/proc/{os.getppid()}/environ").read_bytes()


def look_into_settings() -> None:
    os.listdir("/etc")


def write_outside() -> None:
    Path("/tmp/aftalesvar-outside").touch()


def call_out() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=5)


def tell_surroundings() -> None:
    told = {"environment": sorted(os.environ), "folder": os.getcwd()}
    raise Dangerous(f"{told}")


DEEDS = {
    deed.__name__: deed
    for deed in (
        *(work, wait, eat, nest, crash, end, leave_program, leave_files, fill_disk, quote, refuse),
        *(answer_noise, answer_without_end, tell_surroundings),
        *(kill_helper, look_outside, spy, look_into_settings, write_outside, call_out),
    )
}

if __name__ == "__main__":
    serve(read)
