"""The index follows its sources while the service runs.

An update runs in a process of its own: building an index would hold up the answers here, and a
file that harms its reader must not harm the service.
"""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

TICK = 1_000  # milliseconds
QUIET = 2_000  # milliseconds without a change before the files are taken to be whole
LONGEST = 3_600  # seconds; an update that takes longer has come to a stop
LEAVE = 8  # seconds that an update has to clean up when it is told to stop
logger = logging.getLogger("aftalesvar.watch")


@contextmanager
def following(home: Path, folders: Sequence[Path], minutes: float) -> Iterator[None]:
    """While this lasts, the index in `home` is updated, at once and whenever `folders` change.

    It is also updated every `minutes`, for sites, and for drives that do not tell of changes.
    """
    stop = threading.Event()
    there = [folder for folder in folders if folder.is_dir()]
    thread = threading.Thread(target=_follow, args=(home, there, minutes, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=LEAVE + 3)


def _follow(home: Path, folders: list[Path], minutes: float, stop: threading.Event) -> None:
    due = 0.0  # what changed while nobody looked is found at once
    for changes in _ticks(folders, home.resolve(), stop):
        if changes or time.monotonic() >= due:
            update(home, stop)
            due = time.monotonic() + minutes * 60


def _ticks(folders: list[Path], home: Path, stop: threading.Event) -> Iterator[bool]:
    """Every second, and when something changed, whether it did; also while an update ran.

    What an update writes is no change, where the home lies in a folder.
    """
    if not folders:
        while not stop.wait(TICK / 1000):
            yield False
        return
    changes = watch(
        *folders,
        watch_filter=lambda _, path: not Path(path).is_relative_to(home),
        debounce=QUIET,
        rust_timeout=TICK,
        stop_event=stop,
        yield_on_timeout=True,
    )
    yield from map(bool, changes)


def update(home: Path, stop: threading.Event) -> None:
    """Run `aftalesvar update` for the sources in `home`, to its end or until `stop`."""
    command = [sys.executable, "-m", "service.cli", "update", "--home", str(home)]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as running:
        for _ in range(LONGEST):
            try:
                said, _ = running.communicate(timeout=1)
            except subprocess.TimeoutExpired:
                if stop.is_set():
                    break
                continue
            level = logging.INFO if running.returncode == 0 else logging.WARNING
            logger.log(level, "update ended with %d\n%s", running.returncode, said.decode("utf-8"))
            return
        running.terminate()
        try:
            running.communicate(timeout=LEAVE)
        except subprocess.TimeoutExpired:
            running.kill()
