"""A local server that speaks OpenAI's chat completions, well or badly, as a script says.

Answers travel over real sockets as server-sent events. What a real model would write is not proved
here, only what becomes of whatever one writes.
"""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Reply"], None]


class Reply:
    """One request and the connection it came on; an act writes to it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        self.body = body
        self.gone = threading.Event()
        self._handler = handler

    def head(self, status: int, kind: str, **headers: str) -> None:
        """The status line and the headers; the connection's end ends the body."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.send_header("Connection", "close")
        self._handler.end_headers()

    def raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def event(self, data: str) -> None:
        """One server-sent event."""
        self.raw(f"data: {data}\n\n".encode())

    def chunk(self, content: str | None, finish: str | None = None) -> None:
        """One piece of an answer, as OpenAI writes it."""
        delta = {} if content is None else {"role": "assistant", "content": content}
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self.event(
            json.dumps(
                {
                    "id": "c1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": self.body.get("model", ""),
                    "choices": [choice],
                },
                ensure_ascii=False,
            )
        )

    def until_left(self) -> None:
        """Wait until whoever asked hangs up."""
        with suppress(ConnectionError):
            self._handler.connection.recv(1)

    def cut(self) -> None:
        """Break the connection off as a crash does: it is reset, not ended."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.connection.close()


class ModelServer:
    """Acts come in turn, the last one again and again; `asked` is every request's body."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        self.url = ""
        self._lock = threading.Lock()

    def will(self, *acts: Act) -> None:
        """Forget what was asked and do `acts`."""
        with self._lock:
            self.acts, self.asked, self.headers = list(acts), [], []

    def take(self, body: dict[str, Any], headers: dict[str, str]) -> Act:
        """The act for a request."""
        with self._lock:
            act = self.acts[min(len(self.asked), len(self.acts) - 1)]
            self.asked.append(body)
            self.headers.append(headers)
            return act


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A server on loopback, stopped at the end."""
    model = ModelServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            act = model.take(body, {k.lower(): v for k, v in self.headers.items()})
            try:
                if self.path != "/v1/chat/completions":
                    self.send_error(404)
                else:
                    act(Reply(self, body))
            except OSError:
                pass  # whoever asked has left
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    serving.start()
    try:
        yield model
    finally:
        model.closing.set()
        server.shutdown()
        serving.join()
        server.server_close()


def says(text: str, *, size: int = 7) -> Act:
    """A good answer in small pieces."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        for at in range(0, len(text), size):
            reply.chunk(text[at : at + size])
        reply.chunk(None, "stop")
        reply.event("[DONE]")

    return act


def cut_off(text: str, *, hard: bool) -> Act:
    """An answer that breaks off after `text`: the connection dies, or ends without saying so."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        reply.chunk(text)
        if hard:
            reply.raw(b'data: {"id": "c1", "cho')
            reply.cut()

    return act


def finished_by(text: str, finish: str) -> Act:
    """An answer that ends for another reason than being whole."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        reply.chunk(text)
        reply.chunk(None, finish)
        reply.event("[DONE]")

    return act


def status(code: int, text: str = "{}", **headers: str) -> Act:
    """An error."""

    def act(reply: Reply) -> None:
        reply.head(code, "application/json", **headers)
        reply.raw(text.encode())

    return act


def body(data: bytes, kind: str = "text/event-stream", **headers: str) -> Act:
    """A whole answer of any bytes."""

    def act(reply: Reply) -> None:
        reply.head(200, kind, **headers)
        reply.raw(data)

    return act


def hangs(server: ModelServer, before: str = "") -> Act:
    """Nothing more after `before`, for as long as the server lives."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        if before:
            reply.chunk(before)
        server.closing.wait(30)

    return act


def left(gone: threading.Event, before: str = "") -> Act:
    """Nothing more after `before`, without it nothing at all; `gone` tells of the hanging up."""

    def act(reply: Reply) -> None:
        if before:
            reply.head(200, "text/event-stream")
            reply.chunk(before)
        reply.until_left()
        gone.set()

    return act


def drips(server: ModelServer, piece: str | None, *, every: float = 0.02) -> Act:
    """The same piece again and again, or comments that keep the connection awake."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        while not server.closing.wait(every):
            if piece is None:
                reply.raw(b": still here\n\n")
            else:
                reply.chunk(piece)

    return act
