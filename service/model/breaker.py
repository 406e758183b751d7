"""A circuit breaker: who fails again and again is left alone for a while, then tried once."""

import threading
from collections.abc import Callable


class Breaker:
    """Opens after `failures` in a row, lets one call through after `pause` seconds.

    Every call that was let through ends with `succeeded`, `failed` or `left`.
    """

    def __init__(self, failures: int, pause: float, clock: Callable[[], float]) -> None:
        self._limit = failures
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._opened: float | None = None
        self._trying = False

    def lets_through(self) -> bool:
        """Whether a call may be made now."""
        with self._lock:
            if self._opened is None:
                return True
            if self._trying or self._clock() - self._opened < self._pause:
                return False
            self._trying = True
            return True

    def succeeded(self) -> None:
        """The call was answered."""
        with self._lock:
            self._failures = 0
            self._opened = None
            self._trying = False

    def failed(self) -> None:
        """The call was not answered."""
        with self._lock:
            self._failures += 1
            if self._trying or self._failures >= self._limit:
                self._opened = self._clock()
            self._trying = False

    def left(self) -> None:
        """Nobody waited for the end of the call; that says nothing."""
        with self._lock:
            self._trying = False
