"""Answers as server-sent events: worked out in a thread, sent as they come, left with who asks."""

import logging
import math
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeAlias

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from service.leaving import AskerLeft, Leaving
from service.web.faults import places
from service.web.request import request_id

log = logging.getLogger(__name__)

MEDIA_TYPE = "text/event-stream"
# An event as OpenAPI describes a stream of them.
EVENT = {
    "type": "object",
    "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
    "required": ["data"],
}
HEARTBEAT = 5.0  # seconds; proxies cut what is silent for 30 or 60
Events: TypeAlias = Generator[bytes]
Come: TypeAlias = bytes | Exception


def wants_events(request: Request) -> bool:
    """Whether the client reads server-sent events."""
    return MEDIA_TYPE in request.headers.get("accept", "")


def event(name: str, data: BaseModel) -> bytes:
    """An event with a name."""
    return format_sse_event(event=name, data_str=data.model_dump_json())


class Streamed(Response):
    """Sends what `work` yields, each piece as soon as it is there.

    `work` runs in a thread. What it raises before its first piece is answered like any other error
    of the request; after it the client gets the piece `error`. When the client leaves, the
    generator is closed, what it waits for is woken (`service.leaving`), and only then is the
    request over, so that nothing of it is left behind and limits count what is really done.
    """

    media_type = MEDIA_TYPE

    def __init__(
        self,
        request: Request,
        work: Callable[[], Events],
        *,
        error: bytes,
        heartbeat: float = HEARTBEAT,
    ) -> None:
        self.status_code = 200
        self.background = None
        self.init_headers({"X-Accel-Buffering": "no"})
        self._work = work
        self._name = request_id(request)
        self._error = error
        self._heartbeat = heartbeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; raises what the work raised before its first piece."""
        leaving = Leaving()
        into, come = anyio.create_memory_object_stream[Come](math.inf)
        async with anyio.create_task_group() as group:
            group.start_soon(anyio.to_thread.run_sync, self._done, leaving, into)
            group.start_soon(_watch, receive, leaving)
            try:
                refused = await self._sent(come, send)
            finally:
                leaving.leave()
                group.cancel_scope.cancel()
        come.close()
        if refused:
            raise refused

    def _done(self, leaving: Leaving, into: MemoryObjectSendStream[Come]) -> None:
        """The work, in its thread; never waits for the client."""
        try:
            with leaving.here(), closing(self._work()) as pieces:
                for piece in pieces:
                    if leaving.left:
                        break
                    anyio.from_thread.run_sync(into.send_nowait, piece)
        except AskerLeft:
            pass
        except Exception as error:  # raised or told where the pieces are sent
            anyio.from_thread.run_sync(into.send_nowait, error)
        finally:
            anyio.from_thread.run_sync(into.close)

    async def _sent(self, come: MemoryObjectReceiveStream[Come], send: Send) -> Exception | None:
        """Pass the pieces on; the error that came instead of the first."""
        started = False
        while True:
            piece: Come = KEEPALIVE_COMMENT
            with anyio.move_on_after(self._heartbeat if started else math.inf):
                try:
                    piece = await come.receive()
                except anyio.EndOfStream:
                    break
            if isinstance(piece, Exception):
                if not started:
                    return piece
                log.error("Request %s failed in mid-stream\n%s", self._name, places(piece))
                piece = self._error
            if not started:
                await send(
                    {
                        "type": "http.response.start",
                        "status": self.status_code,
                        "headers": self.raw_headers,
                    }
                )
                started = True
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        if started:
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        return None


async def _watch(receive: Receive, leaving: Leaving) -> None:
    """Wait until the client leaves."""
    while (await receive())["type"] != "http.disconnect":
        pass
    leaving.leave()
