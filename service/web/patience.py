"""How long the server waits for a client; uvicorn alone waits for ever for a head, and a reader."""

import asyncio
from typing import Any
from uuid import uuid4

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from service import texts
from service.web import schema
from service.web.guard import SECURITY_HEADERS


class Patience(H11Protocol):
    """HTTP as uvicorn speaks it, with a time for each turn of the client.

    A head must be whole in `head_seconds`. A body that was answered before it was whole must end
    in `body_seconds`; the guard waits for the others. What is sent must be read in `read_seconds`.
    What is no HTTP at all gets an error of the one shape.
    """

    head_seconds = 10.0
    body_seconds = 20.0
    read_seconds = 60.0

    _turn: object = None
    _sending: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()
        if self.transport.is_closing():
            self._wait_for_reader()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._sending, self._reading):
            if timer:
                timer.cancel()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._wait_for_reader()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._reading and not self.transport.is_closing():
            self._reading.cancel()
            self._reading = None

    def send_400_response(self, msg: str) -> None:
        self._refuse(400, "unreadable", texts.NO_HTTP)

    def _wait(self) -> None:
        """Wait for what the client owes now, from when it began to owe it."""
        turn = self.conn.their_state
        if turn is self._turn:
            return
        self._turn = turn
        if self._sending:
            self._sending.cancel()
            self._sending = None
        if turn is h11.IDLE:
            self._sending = self.loop.call_later(self.head_seconds, self._no_head)
        elif turn is h11.SEND_BODY:
            self._sending = self.loop.call_later(self.body_seconds, self.transport.abort)

    def _wait_for_reader(self) -> None:
        if self._reading is None:
            self._reading = self.loop.call_later(self.read_seconds, self.transport.abort)

    def _no_head(self) -> None:
        if self.conn.trailing_data[0]:
            self._refuse(408, "too_slow", texts.TOO_SLOW)
        else:
            self.transport.close()
        self._wait_for_reader()

    def _refuse(self, status: int, code: str, message: str) -> None:
        """An error of the one shape where there is no request that the application could answer."""
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.abort()  # in the middle of an answer, or after it
            return
        name = uuid4().hex[:16]
        problem = schema.Problem(code=code, message=message, request_id=name)
        body = schema.ErrorOut(error=problem).model_dump_json().encode()
        headers: dict[str, Any] = {
            **SECURITY_HEADERS,
            "Cache-Control": "no-store",
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "X-Request-Id": name,
            "Connection": "close",
        }
        self.transport.write(
            (self.conn.send(h11.Response(status_code=status, headers=list(headers.items()))) or b"")
            + (self.conn.send(h11.Data(data=body)) or b"")
        )
        self.transport.close()
