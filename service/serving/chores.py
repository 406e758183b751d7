"""What is done from time to time while the service runs."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

HOUR = 3_600.0
log = logging.getLogger("aftalesvar.serving")


@contextmanager
def repeated(chore: Callable[[], None], seconds: float = HOUR) -> Iterator[None]:
    """While this lasts, `chore` is done at once and every `seconds`; its errors are logged."""
    stop = threading.Event()

    def run() -> None:
        while True:
            try:
                chore()
            except Exception:
                log.exception("what is too old could not be deleted")
            if stop.wait(seconds):
                return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=5)
