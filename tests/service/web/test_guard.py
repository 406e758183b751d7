"""The guard over real HTTP: other sites, other names, slow clients, faults."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from index import Filters
from service.access.doors import DOORS
from service.answer import Answer
from service.archive.port import Allowed
from service.archive.records import Original
from service.conversation import Turn
from service.web.app import create_app
from service.web.guard import Guard
from service.web.patience import Patience
from service.web.site import Site
from tests.service.conftest import Lists, Shelf, hosting, parts
from tests.service.web.wire import connected, dripped, post, rest, told

QUESTION = {"question": "Hvad blev besluttet om takster?"}
PUBLIC = "https://aftalesvar.example.dk"
LARGE = 32_000_000  # bytes; far more than the connection itself keeps
# `{host}` is our own name with its port, as a browser writes it in Host.
ELSEWHERE = (
    "null",
    "",
    "https://evil.example",
    "http://evil.example",
    "http://localhost",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://{host}0",
    "http://{host}.evil.example",
    "http://evil.example:{host}",
    "http://evil-{host}",
    "http://evil.example/{host}",
    "http://evil.example?{host}",
    "http://evil.example#{host}",
    "http://{host}@evil.example",
    "http://evil.example@{host}",
    "http://{host}/",
    "http://{host} http://evil.example",
    "ftp://{host}",
    "file://{host}",
    "chrome-extension://{host}",
    "{host}",
    "//{host}",
    "http:{host}",
    "http://{host}\u00ad",
)
NOT_OURS = (
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example:8000",
    "aftalesvar.example.dk",
    "0.0.0.0",
    "10.0.0.7",
    "0177.0.0.1",
    "2130706433",
    "[::2]",
)
NO_HOST = ("", "evil.example/localhost", "localhost@evil.example", "local host", "localhost:", "[")


class Hasty(Patience):
    """A server that waits for nobody."""

    head_seconds = 0.4
    body_seconds = 0.4
    read_seconds = 0.4


class Unhurried(Patience):
    """A server that waits a second for what it sends to be read."""

    read_seconds = 1.0


class Calm(Patience):
    """A server that has time."""

    head_seconds = body_seconds = 60.0


class Indiscreet(Shelf):
    """An assistant whose faults repeat the question."""

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        try:
            raise KeyError(question)
        except KeyError as error:
            raise RuntimeError(f"kan ikke svare på {question}") from error


class Heavy(Lists):
    """An archive with one large file."""

    def original(self, document_id: str, allowed: Allowed) -> Original:
        return Original("stor.pdf", "application/pdf", bytes(LARGE))


class Visited:
    """An application that counts who came, and who is still inside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.came = self.inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        self.came += 1
        self.inside += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.inside -= 1


@contextmanager
def heard(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What the server itself logs is heard too; the tests' servers are silent otherwise."""
    server = logging.getLogger("uvicorn.error")
    level = server.level
    server.addHandler(caplog.handler)
    server.setLevel(logging.WARNING)
    try:
        yield
    finally:
        server.setLevel(level)
        server.removeHandler(caplog.handler)


class Large(Shelf):
    """An assistant with much to say."""

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        return replace(super().ask(question, filters), notes=("x" * 20_000_000,))


@pytest.fixture(scope="module")
def hasty() -> Iterator[str]:
    """The service with little time for a client."""
    app = create_app(replace(parts(Shelf()), site=Site(body_seconds=0.2)))
    with hosting(app, Hasty) as url:
        yield url


@pytest.fixture(scope="module")
def public() -> Iterator[httpx.Client]:
    """The service that has a public address."""
    app = create_app(replace(parts(Shelf()), site=Site(PUBLIC)))
    with hosting(app) as url, httpx.Client(base_url=url) as client:
        yield client


def code(response: httpx.Response) -> str:
    """The code of an error in the one shape."""
    problem = response.json()["error"]
    assert problem.keys() == {"code", "message", "request_id"}
    assert problem["request_id"] == response.headers["X-Request-Id"]
    return str(problem["code"])


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_what_another_site_sends_is_refused_and_not_done(client, shelf, origin):
    shelf.filters = untouched = Filters()
    origin = origin.format(host=client.base_url.netloc.decode()).encode("latin-1")

    for path in ("/", "/v1/ask"):
        response = client.post(path, json=QUESTION, headers={"Origin": origin})
        assert response.status_code == 403
        assert code(response) == "cross_site"
    assert shelf.filters is untouched


def test_a_second_origin_is_not_overlooked(client):
    ours = f"http://{client.base_url.netloc.decode()}"

    response = client.post(
        "/v1/ask", json=QUESTION, headers=[("Origin", ours), ("Origin", "https://evil.example")]
    )

    assert response.status_code == 403


@pytest.mark.parametrize("where", ["cross-site", "same-site", "Cross-Site", "evil", ""])
def test_what_a_browser_says_comes_from_elsewhere_is_refused(client, where):
    response = client.post("/v1/ask", json=QUESTION, headers={"Sec-Fetch-Site": where})

    assert response.status_code == 403
    assert code(response) == "cross_site"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "post", "ASK"])
def test_no_method_that_may_change_something_is_open_to_other_sites(client, method):
    response = client.request(method, "/v1/ask", headers={"Origin": "https://evil.example"})

    assert response.status_code == 403


@pytest.mark.parametrize("origin", ["http://{}", "HTTP://{}"])
@pytest.mark.parametrize("where", ["same-origin", "none"])
def test_our_own_page_may_send(client, origin, where):
    headers = {
        "Origin": origin.format(client.base_url.netloc.decode()).upper(),
        "Sec-Fetch-Site": where,
    }

    assert client.post("/v1/ask", json=QUESTION, headers=headers).status_code == 200


def test_a_link_from_elsewhere_opens_a_page(client):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert client.get("/kilder/das-2025-05-22", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (PUBLIC, 200),
        (PUBLIC.upper(), 200),
        ("http://aftalesvar.example.dk", 403),
        ("https://aftalesvar.example.dk:8443", 403),
        ("https://www.aftalesvar.example.dk", 403),
    ],
)
@pytest.mark.parametrize("host", ["aftalesvar.example.dk", "127.0.0.1:8000"])
def test_behind_a_proxy_the_public_address_is_the_origin(public, host, origin, status):
    headers = {"Host": host, "Origin": origin}

    assert public.post("/v1/ask", json=QUESTION, headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/v1/ask", "/v1/search", "/mcp", "/nope"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1"])
def test_no_other_site_may_read_anything(client, path, origin):
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, authorization",
        "Access-Control-Request-Private-Network": "true",
    }

    for method in ("OPTIONS", "GET", "POST"):
        response = client.request(method, path, headers=asked)
        assert not [name for name in response.headers if name.startswith("access-control")]
        assert method != "OPTIONS" or response.status_code in (404, 405)


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        "application/json5",
        "",
    ],
)
def test_json_that_a_form_can_send_reaches_no_route(client, kind):
    routes = [
        door.path
        for door in DOORS
        if "POST" in door.methods and door.path.startswith(("/v1/", "/mcp"))
    ]

    for path in routes:
        response = client.post(
            path, content=b'{"question": "Hvad?", "text": "x"}', headers={"Content-Type": kind}
        )
        assert 400 <= response.status_code < 500


@pytest.mark.parametrize("host", NOT_OURS)
def test_on_loopback_a_page_elsewhere_cannot_lead_its_name_here(client, host):
    response = client.get("/kilder/das-2025-05-22", headers={"Host": host})

    assert response.status_code == 421
    assert code(response) == "other_host"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1", "127.9.9.9", "[::1]:80"])
def test_on_loopback_the_machine_s_own_names_are_served(client, host):
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", NO_HOST)
def test_a_host_that_is_no_name_is_refused(client, host):
    with connected(str(client.base_url)) as wire:
        wire.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        said = rest(wire)

    assert said.startswith(b"HTTP/1.1 400 ")
    assert b'"code":"unreadable"' in said


def test_the_public_name_is_served_on_loopback_too(public):
    assert public.get("/", headers={"Host": "Aftalesvar.example.dk"}).status_code == 200
    assert public.get("/", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    ("url", "host", "path", "status"),
    [
        (None, "aftalesvar:8000", "/", 200),
        (None, "aftalesvar:8000/", "/", 400),
        (PUBLIC, "aftalesvar.example.dk", "/", 200),
        (PUBLIC, "evil.example", "/", 421),
        (PUBLIC, "localhost", "/", 421),
        (PUBLIC, "10.0.0.7:8000", "/health", 200),
    ],
)
def test_elsewhere_the_public_name_is_the_only_one(url, host, path, status):
    async def got() -> httpx.Response:
        app = create_app(replace(parts(Shelf()), site=Site(url)))
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://10.0.0.7:8000"
        ) as client:
            return await client.get(path, headers={"Host": host})

    assert asyncio.run(got()).status_code == status


def test_a_body_that_does_not_come_is_not_waited_for(hasty):
    said = told(hasty, post("/v1/ask", b'{"question"', length=100))

    assert said.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"too_slow"' in said
    assert b"connection: close" in said.lower()


def test_a_body_in_drops_is_not_waited_for(hasty):
    with connected(hasty) as wire:
        wire.sendall(post("/v1/ask", length=100))
        dripped(wire, b"x" * 20, 0.03)
        assert rest(wire).startswith(b"HTTP/1.1 408 ")


def test_the_drops_after_a_refusal_end_too(hasty):
    with connected(hasty) as wire:
        wire.sendall(post("/v1/ask", length=10_000_000))
        assert wire.recv(1_000).startswith(b"HTTP/1.1 413 ")
        assert dripped(wire, b"x" * 100, 0.03) < 100


def test_a_head_in_drops_is_not_waited_for(hasty):
    with connected(hasty) as wire:
        dripped(wire, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 60, 0.01)
        said = rest(wire)

    assert said.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"too_slow"' in said
    assert b"Content-Security-Policy: default-src 'none'" in said


def test_a_connection_that_says_nothing_is_closed(hasty):
    with connected(hasty) as wire:
        assert rest(wire) == b""


def test_a_second_request_in_drops_is_not_waited_for(hasty):
    with connected(hasty) as wire:
        wire.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /hea")

        said = rest(wire)

    assert said.startswith(b"HTTP/1.1 200 ")
    assert b"HTTP/1.1 408 " in said


def test_who_does_not_read_an_answer_is_let_go():
    with hosting(create_app(parts(Large())), Hasty) as url, connected(url, receives=4_096) as wire:
        wire.sendall(post("/v1/ask", b'{"question": "Hvad?"}'))
        wire.recv(1)  # the answer has begun
        time.sleep(1)
        read = len(rest(wire))

    assert 0 < read < 20_000_000


def test_who_goes_on_reading_gets_all_of_a_large_file_however_long_it_takes():
    app = create_app(replace(parts(Shelf()), archive=Heavy()))
    came = 0
    with hosting(app, Unhurried) as url, connected(url) as wire:
        wire.sendall(b"GET /v1/documents/x/file HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while came < LARGE and (piece := wire.recv(1_000_000)):
            came += len(piece)
            time.sleep(0.06)

    assert came >= LARGE


def test_fifty_slow_clients_stop_nobody():
    app = create_app(replace(parts(Shelf()), site=Site(body_seconds=60)))
    with hosting(app, Calm) as url, httpx.Client(base_url=url, timeout=30) as client:
        slow = [connected(url) for _ in range(50)]
        for number, wire in enumerate(slow):
            half = post("/v1/ask", b'{"quest', length=1_000) if number % 2 else b"GET /kilder/"
            wire.sendall(half)
        for _ in range(5):
            for wire in slow:
                wire.sendall(b"x")
            assert client.post("/v1/ask", json=QUESTION).status_code == 200
        for wire in slow:
            wire.close()


def test_who_goes_away_leaves_nothing_behind(caplog):
    visited = Visited(create_app(parts(Large())))
    with hosting(visited) as url, heard(caplog):
        for request in (
            post("/v1/ask", b'{"quest', length=100),
            post("/v1/ask", b'{"question": "Hvad?"}'),
            post("/", b"x" * 1_000, length=60_000),
            b"GET /kil",
        ):
            with connected(url) as wire:
                wire.sendall(request)
                time.sleep(0.05)
        while visited.came < 3 or visited.inside:
            time.sleep(0.01)

    assert visited.came == 3
    assert caplog.text == ""


def test_a_fault_is_logged_by_its_places_and_not_its_text(caplog):
    with hosting(create_app(parts(Indiscreet()))) as url:
        response = httpx.post(f"{url}/v1/ask", json={"question": "Hvorfor græder Maren?"})

    assert response.status_code == 500
    assert code(response) == "internal_error"
    assert response.headers["X-Request-Id"] in caplog.text
    assert "builtins.RuntimeError" in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert "test_guard.py" in caplog.text
    assert "Maren" not in caplog.text + response.text


def test_a_fault_in_the_middle_of_an_answer_cuts_it_and_tells_nothing(caplog):
    async def breaking(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"begyndt", "more_body": True})
        raise RuntimeError("Hvorfor græder Maren?")

    with hosting(Guard(breaking, Site())) as url, heard(caplog):
        said = told(url, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")

    assert b"begyndt" in said
    assert not said.endswith(b"0\r\n\r\n")
    assert "builtins.RuntimeError" in caplog.text
    assert "Maren" not in caplog.text


def test_every_protecting_header_is_on_every_answer(client):
    for path in ("/", "/v1/ask", "/nope", "/static/style.css", "/health"):
        headers = client.get(path, headers={"Accept": "text/html"}).headers
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))

        assert policy == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self'",
            "font-src": "'self'",
            "connect-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "object-src": "'none'",
            "frame-ancestors": "'none'",
        }
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
