"""Applications on loopback, in a thread of their own."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

PATIENCE = 30  # seconds


@contextmanager
def hosting(app: ASGIApp) -> Iterator[str]:
    """The application on a free port, until the block ends."""
    config = uvicorn.Config(
        app, log_level="critical", ws="none", proxy_headers=False, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        eventually(lambda: server.started or not thread.is_alive())
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
            assert not thread.is_alive()


def eventually(holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something holds; fail after `seconds`."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)
