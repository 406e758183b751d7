"""One question to a language model, from the thread that asks it to the one that reads it."""

import socket
import threading
from contextlib import suppress
from contextvars import ContextVar
from queue import SimpleQueue
from typing import Any

from service.model.errors import Failure


class Call:
    """What has come of it, a failure or `None` at the end; `stop` ends it from any thread."""

    def __init__(self) -> None:
        self.come: SimpleQueue[str | Failure | None] = SimpleQueue()
        self.stopped = threading.Event()
        self.begun = False
        self._lock = threading.Lock()
        self._line: socket.socket | None = None

    def rest(self, seconds: float) -> None:
        """Wait for the next attempt, no longer than anybody waits for the answer."""
        self.stopped.wait(seconds)

    def traced(self, event: str, told: dict[str, Any]) -> None:
        """A step of the connection (`trace` of httpcore): learns the line it is asked on."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            with self._lock:
                self._line = told["return_value"].get_extra_info("socket")
            if self.stopped.is_set():
                self._hang_up()

    def stop(self) -> None:
        """Nobody waits any more: whoever reads is woken, and the line is cut."""
        self.stopped.set()
        self.come.put(None)
        self._hang_up()

    def _hang_up(self) -> None:
        """End the reading thread's wait; closing alone would leave it waiting."""
        with self._lock, suppress(OSError):
            if self._line is not None:
                # That of an SSL socket would take its state away from the thread that reads.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)


# The model stands between the thread that asks and the connection, and knows nothing of calls.
UNDER_WAY: ContextVar[Call | None] = ContextVar("call", default=None)
