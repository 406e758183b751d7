"""Connections only to machines that may be reached, and none that outlives its deadline."""

import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from ingest.sources.web.address import Address
from ingest.sources.web.errors import FetchError

Reachable = Callable[[Address], bool]
Resolve = Callable[[str], tuple[Address, ...]]


class Backend(httpcore.NetworkBackend):
    """Resolves a host, checks all its addresses, and connects to the very one it checked.

    It is the lowest step, so no redirect and no second answer of the name service gets past it.
    """

    def __init__(self, reachable: Reachable, resolve: Resolve) -> None:
        self._reachable = reachable
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()
        self._until = 0.0

    def start(self, seconds: float) -> None:
        """From now on, all that is done has to be done within so many seconds."""
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until the deadline; raises `httpcore.ReadTimeout` after it."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the request is over")
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the host's addresses, tried in order."""
        refused: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._checked(host):
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, self.left(), local_address, socket_options
                )
                return _Timed(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
        raise refused

    def _checked(self, host: str) -> tuple[Address, ...]:
        addresses = self._resolved(host)
        for address in addresses:
            if not self._reachable(address):
                raise FetchError(
                    "unsafe_address", f"{host} is {address}, which is not on the public internet"
                )
        return addresses

    def _resolved(self, host: str) -> tuple[Address, ...]:
        """In a thread of its own, since the system's resolver knows no deadline."""
        found: list[tuple[Address, ...]] = []

        def look_up() -> None:
            try:
                found.append(self._resolve(host))
            except (OSError, UnicodeError):
                found.append(())

        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(self.left())
        return found[0] if found else ()


class _Timed(httpcore.NetworkStream):
    """A stream that heeds the deadline at every step, so that no slow drip gets round it."""

    def __init__(self, inner: httpcore.NetworkStream, backend: Backend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._backend.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._backend.left()
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
