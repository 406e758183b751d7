"""Whoever asks may leave before the answer is there; what waits for something is woken then.

It is no argument of all that lies between: whoever streams says `here`, and what waits asks `now`,
also across models that know nothing of it.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class AskerLeft(Exception):
    """Nobody waits for this any more."""


class Leaving:
    """Whether the one who asked has left; used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wakes: list[Callable[[], None]] = []
        self._left = False

    @property
    def left(self) -> bool:
        """Whether they have."""
        return self._left

    def leave(self) -> None:
        """They have; wakes all that waits, once."""
        with self._lock:
            self._left = True
            woken, self._wakes = self._wakes, []
        for wake in woken:
            wake()

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """`wake` is called when they leave, at once where they have; it must not wait."""
        with self._lock:
            left = self._left
            if not left:
                self._wakes.append(wake)
        if left:
            wake()
        try:
            yield
        finally:
            with self._lock:
                if wake in self._wakes:
                    self._wakes.remove(wake)

    @contextmanager
    def here(self) -> Iterator[None]:
        """What is done in the block is done for them."""
        token = _NOW.set(self)
        try:
            yield
        finally:
            _NOW.reset(token)


_NOW: ContextVar[Leaving | None] = ContextVar("leaving", default=None)


def now() -> Leaving:
    """The one for whom this is done; one who never leaves where nobody was named."""
    return _NOW.get() or Leaving()
