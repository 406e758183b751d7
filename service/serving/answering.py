"""One process that answers: it stops without cutting an answer, and always in time."""

import asyncio
import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from service.web.patience import Patience

SETTLE = 0.3  # seconds; who was just connected gets to ask
GRACE = 8  # seconds for answers to end; then they are cut
LAST = 11.0  # seconds; a thread that still waits for others cannot be stopped, the process can


class _Server(uvicorn.Server):
    """Takes no new connections when it is told to stop, and answers those it has."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        spare = [listening.dup() for listening in sockets or []]
        for server in self.servers:
            server.close()
        for listening in spare:
            await self._take_waiting(listening)
        await asyncio.sleep(SETTLE)
        await super().shutdown(sockets)

    async def _take_waiting(self, listening: socket.socket) -> None:
        """Take who is connected and was not noticed yet; closing alone would send them away."""
        loop = asyncio.get_running_loop()
        with listening, suppress(BlockingIOError):
            listening.setblocking(False)
            while True:
                came, _ = listening.accept()
                came.setblocking(False)
                await loop.connect_accepted_socket(self._protocol, came)

    def _protocol(self) -> asyncio.Protocol:
        made: asyncio.Protocol = Patience(
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.should_exit:
            timer = threading.Timer(LAST, os._exit, [1])
            timer.daemon = True
            timer.start()
        super().handle_exit(sig, frame)


def answer(make: Callable[[], ASGIApp], listening: socket.socket) -> None:
    """Answer on `listening` until told to stop; raises `KeyboardInterrupt` then."""
    config = uvicorn.Config(
        make(),
        http=Patience,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # an address that a header names may be anybody's
        forwarded_allow_ips=[],
        timeout_graceful_shutdown=GRACE,
    )
    _Server(config).run(sockets=[listening])
