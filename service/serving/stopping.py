"""How a process is asked to stop: both signals raise `KeyboardInterrupt`, the second is ignored."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ends quietly when the process is told to stop; what is inside cleans up first."""
    before = {number: signal.signal(number, _stop) for number in STOPS}
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    for each in STOPS:
        signal.signal(each, signal.SIG_IGN)  # told twice, it would not clean up
    raise KeyboardInterrupt
