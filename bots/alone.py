"""One process for each platform and home: two would answer from one memory, by turns."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.access.files import private
from service.access.visitor import Channel
from service.errors import ServiceError


class AlreadyRunning(ServiceError):
    """Another process is the bot of that platform and home."""


@contextmanager
def alone(home: Path, platform: Channel) -> Iterator[None]:
    """While this lasts no other process is that bot; raises `AlreadyRunning`.

    The lock goes with the process, however it ends.
    """
    path = home / "bots" / f"{platform}.lock"
    private(path)
    with path.open("r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"a bot of {platform} is running with the home {home} already; stop that one "
                "first. Another app of another workspace needs another home, with --home"
            ) from None
        yield
