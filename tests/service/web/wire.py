"""HTTP as bytes, for what no client library would send."""

import socket
import time
from urllib.parse import urlsplit


def connected(url: str, *, receives: int | None = None) -> socket.socket:
    """A connection to the service at `url`; with `receives` it takes few bytes at a time."""
    wire = socket.socket()
    if receives:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
    wire.settimeout(10)
    wire.connect((urlsplit(url).hostname, urlsplit(url).port))
    return wire


def rest(wire: socket.socket) -> bytes:
    """All that comes until the other end closes."""
    came = b""
    try:
        while piece := wire.recv(65_536):
            came += piece
    except ConnectionResetError:
        pass
    return came


def dripped(wire: socket.socket, data: bytes, pause: float) -> int:
    """Sends byte after byte as long as somebody takes them; how many were taken."""
    for sent, drop in enumerate(data):
        time.sleep(pause)
        try:
            wire.send(bytes([drop]))
        except OSError:
            return sent
    return len(data)


def told(url: str, request: bytes) -> bytes:
    """What the service at `url` says to these bytes before it closes."""
    with connected(url) as wire:
        wire.sendall(request)
        return rest(wire)


def post(path: str, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    """A POST of JSON, as bytes, that says its body has `length`."""
    lines = (
        f"POST {path} HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        f"Content-Length: {len(body) if length is None else length}",
        *headers,
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
