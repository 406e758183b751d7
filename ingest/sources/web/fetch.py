"""One request: what a server answers, within limits of time and size."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from ingest.sources.web.connect import Backend, Reachable, Resolve
from ingest.sources.web.errors import FetchError
from ingest.sources.web.kind import is_file

MB = 10**6
STEP = 64 * 1024  # bytes decompressed at a time, whatever the ratio
NO_DOCUMENTS = ("image/", "video/", "audio/", "font/")

# The first that fits is told.
REASONS: tuple[tuple[type[Exception], str, str], ...] = (
    (httpcore.TimeoutException, "timeout", "it took too long"),
    (httpcore.ConnectError, "unreachable", "no connection"),
    (httpcore.RemoteProtocolError, "cut", "the connection ended early or was no HTTP"),
    (httpcore.NetworkError, "cut", "the connection was cut"),
    (httpcore.ProtocolError, "protocol", "this cannot be asked for"),
    (httpcore.UnsupportedProtocol, "protocol", "this cannot be asked for"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file and of a page, after decompression, and seconds of a request in all."""

    largest: int
    page_largest: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the names of the headers are in small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes


class Fetcher:
    """Asks servers. It keeps no cookies, follows no redirects and knows no proxies."""

    def __init__(self, agent: str, limits: Limits, reachable: Reachable, resolve: Resolve) -> None:
        self._agent = agent
        self._limits = limits
        self._backend = Backend(reachable, resolve)
        # A connection for each request: it is checked each time, and none is stale after a pause.
        self._pool = httpcore.ConnectionPool(
            max_keepalive_connections=0, network_backend=self._backend
        )
        self.received = 0  # bytes, of all answers

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()

    def get(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """The answer to a request; raises `FetchError`."""
        self._backend.start(self._limits.seconds)
        try:
            return self._answered(url, conditions)
        except tuple(kind for kind, _, _ in REASONS) as error:
            code, why = next((c, w) for kind, c, w in REASONS if isinstance(error, kind))
            # Only what the system says of a connection is told on: the rest may quote the answer.
            detail = f" ({error})" if code == "unreachable" else ""
            raise FetchError(code, f"{url}: {why}{detail}") from error

    def _answered(self, url: str, conditions: Mapping[str, str]) -> Answer:
        parsed = httpx.URL(url)
        asked = httpcore.URL(
            scheme=parsed.raw_scheme,
            host=parsed.raw_host,
            port=parsed.port,
            target=parsed.raw_path,
        )
        headers = {
            "Host": parsed.netloc.decode("ascii"),
            "User-Agent": self._agent,
            "Accept": "text/html, application/pdf, */*;q=0.5",
            "Accept-Language": "da, en;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **conditions,
        }
        with self._pool.stream("GET", asked, headers=list(headers.items())) as response:
            found = _headers(response.headers)
            data = self._body(url, found, response.iter_stream()) if response.status == 200 else b""
            return Answer(url, response.status, found, data)

    def _body(self, url: str, headers: Mapping[str, str], chunks: Iterable[bytes]) -> bytes:
        if headers.get("content-type", "").lower().startswith(NO_DOCUMENTS):
            raise FetchError("unknown_type", f"{url}: a picture, film or sound")
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self._limits.largest:
            raise FetchError("too_large", f"{url}: {int(declared[:20]) // MB} MB")
        data = bytearray()
        for part in _decoded(self._counted(chunks), headers.get("content-encoding", "")):
            data += part
            if len(data) > self._limit(bytes(data[:1024])):
                raise FetchError("too_large", f"{url}: more than {len(data) // MB} MB")
        return bytes(data)

    def _counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self.received += len(chunk)
            yield chunk

    def _limit(self, head: bytes) -> int:
        return self._limits.largest if is_file(head) else self._limits.page_largest


def _headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        key, text = name.decode("latin-1").lower(), _text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _text(value: bytes) -> str:
    try:
        return value.decode()  # as Danish servers write where they lead to
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _decoded(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Decompressed a step at a time, so that a small answer cannot fill the memory."""
    if encoding.strip().lower() in ("", "identity"):
        yield from chunks
        return
    if encoding.strip().lower() not in ("gzip", "x-gzip"):
        raise FetchError("protocol", f"an encoding that was not asked for: {encoding[:40]!r}")
    try:
        yield from unzipped(chunks)
    except zlib.error as error:
        raise FetchError("cut", "the compressed answer is broken") from error


def unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip packed, in parts of `STEP` bytes at most; raises `FetchError` or `zlib.error`."""
    decoder = zlib.decompressobj(31)
    for chunk in chunks:
        while chunk:
            yield decoder.decompress(chunk, STEP)
            chunk = decoder.unconsumed_tail
            if decoder.eof and decoder.unused_data:  # a file may be many members, one after another
                chunk, decoder = decoder.unused_data, zlib.decompressobj(31)
    if not decoder.eof:
        raise FetchError("cut", "the compressed answer ends too early")
