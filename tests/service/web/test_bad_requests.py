"""Malformed requests to the running service: each is refused in the one shape, and leaves no trace.

The service is the command as it is started in operation, so its log is the log of operation.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.service.web.wire import told

ROOT = Path(__file__).parent.parent.parent.parent
HEAD = b"Host: localhost\r\nConnection: close\r\n"
JSON = HEAD + b"Content-Type: application/json\r\n"
FORM = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\n"
ASK = b'{"question": "Hvad blev besluttet?"}'


def get(target: bytes, *, method: bytes = b"GET", version: bytes = b"1.1") -> bytes:
    return method + b" " + target + b" HTTP/" + version + b"\r\n" + HEAD + b"\r\n"


def sent(
    body: bytes, kind: bytes = JSON, target: bytes = b"/v1/ask", *, more: bytes = b""
) -> bytes:
    length = f"Content-Length: {len(body)}\r\n".encode()
    return b"POST " + target + b" HTTP/1.1\r\n" + kind + more + length + b"\r\n" + body


def chunked(body: bytes, *more: bytes) -> bytes:
    lines = b"".join(line + b"\r\n" for line in more)
    return b"POST /v1/ask HTTP/1.1\r\n" + JSON + lines + b"\r\n" + body


TE = b"Transfer-Encoding: chunked"
WHOLE = b"%x\r\n%s\r\n0\r\n\r\n" % (len(ASK), ASK)
MULTIPART = HEAD + b"Content-Type: multipart/form-data; boundary=x\r\n"
BAD = {
    "a NUL in the path": (get(b"/kilder/a%00b"), 400),
    "a line break in the path": (get(b"/kilder/a%0d%0aSet-Cookie:%20a=b"), 400),
    "an escape sign in the path": (get(b"/kilder/%1b[31m"), 400),
    "a C1 control sign in the path": (get(b"/kilder/%c2%85"), 400),
    "no UTF-8 in the path": (get(b"/kilder/%ff%fe"), 400),
    "an overlong slash": (get(b"/kilder/%c0%af"), 400),
    "half a percent sign": (get(b"/kilder/%"), 404),
    "raw bytes in the path": (get("/kilder/å".encode()), 400),
    "a raw control sign in the path": (get(b"/kilder/\x01"), 400),
    "two slashes": (get(b"//kilder"), 404),
    "a host in the path": (get(b"//evil.example/health"), 404),
    "an encoded slash": (get(b"/kilder%2fdas"), 404),
    "encoded dots": (get(b"/static/%2e%2e/app.py"), 404),
    "encoded dots and slashes": (get(b"/static/%2e%2e%2fapp.py"), 404),
    "dots": (get(b"/static/../../settings.py"), 404),
    "backslashes": (get(b"/static/..%5capp.py"), 404),
    "an absolute file": (get(b"/static//etc/passwd"), 404),
    "dots before the api": (get(b"/x/../v1/ask"), 404),
    "twice encoded dots": (get(b"/static/%252e%252e/app.py"), 404),
    "a slash at the end": (get(b"/v1/documents/"), 404),
    "a bracket in place of a path": (get(b"["), 400),
    "an absolute address": (get(b"http://evil.example/"), 400),
    "our own absolute address": (get(b"http://localhost/health"), 400),
    "no path": (get(b"*"), 400),
    "a star with OPTIONS": (get(b"*", method=b"OPTIONS"), 400),
    "a tunnel": (get(b"evil.example:443", method=b"CONNECT"), 400),
    "a tunnel to a path": (get(b"/", method=b"CONNECT"), 405),
    "an echo": (get(b"/v1/ask", method=b"TRACE"), 405),
    "an unknown method": (get(b"/v1/ask", method=b"PROPFIND"), 405),
    "a method in small letters": (get(b"/health", method=b"get"), 405),
    "a very long method": (get(b"/health", method=b"A" * 5_000), 405),
    "another method in a header": (
        b"GET /v1/ask HTTP/1.1\r\nX-HTTP-Method-Override: POST\r\n" + HEAD + b"\r\n",
        405,
    ),
    "a long path": (get(b"/kilder/" + b"a" * 9_000), 414),
    "a very long path": (get(b"/kilder/" + b"a" * 60_000), 414),
    "an endless path": (get(b"/kilder/" + b"a" * 1_000_000), 400),
    "a long query": (get(b"/kilder/x?" + b"a" * 9_000), 414),
    "too many headers": (
        b"GET / HTTP/1.1\r\n" + HEAD + b"".join(b"X-%d: a\r\n" % n for n in range(101)) + b"\r\n",
        431,
    ),
    "10,000 headers": (
        b"GET / HTTP/1.1\r\n"
        + HEAD
        + b"".join(b"X-%d: a\r\n" % n for n in range(10_000))
        + b"\r\n",
        (400, 431),
    ),
    "a large header": (
        b"GET / HTTP/1.1\r\n" + HEAD + b"Cookie: " + b"a" * 40_000 + b"\r\n\r\n",
        (400, 431),
    ),
    "a NUL in a header": (b"GET / HTTP/1.1\r\n" + HEAD + b"X-A: a\x00b\r\n\r\n", 400),
    "a bare line feed in a header": (b"GET / HTTP/1.1\r\n" + HEAD + b"X-A: a\rb\r\n\r\n", 400),
    "a header that goes on": (b"GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", 400),
    "a blank before the colon": (b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "no host in HTTP/1.0": (b"GET / HTTP/1.0\r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
    "HTTP/0.9": (b"GET /\r\n\r\n", 400),
    "HTTP/3.7": (get(b"/kilder/x", version=b"3.7"), (400, 404)),
    "HTTP/2 at once": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64) + b"\r\n\r\n", 400),
    "no HTTP": (b"Hvad blev besluttet?\r\n\r\n", 400),
    "a length that is none": (
        b"POST /v1/ask HTTP/1.1\r\n" + JSON + b"Content-Length: x\r\n\r\n",
        400,
    ),
    "a negative length": (b"POST /v1/ask HTTP/1.1\r\n" + JSON + b"Content-Length: -1\r\n\r\n", 400),
    "a signed length": (
        b"POST /v1/ask HTTP/1.1\r\n" + JSON + b"Content-Length: +5\r\n\r\nhello",
        400,
    ),
    "a huge length": (
        b"POST /v1/ask HTTP/1.1\r\n" + JSON + b"Content-Length: " + b"9" * 19 + b"\r\n\r\n",
        413,
    ),
    "an endless length": (
        b"POST /v1/ask HTTP/1.1\r\n" + JSON + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n",
        400,
    ),
    "two lengths": (sent(ASK, more=b"Content-Length: 5\r\n"), 400),
    "a length and chunks": (sent(WHOLE, more=TE + b"\r\n"), 400),
    "chunks and a length": (chunked(WHOLE, TE, b"Content-Length: 5"), 400),
    "chunks in HTTP/1.0": (chunked(WHOLE, TE).replace(b"HTTP/1.1", b"HTTP/1.0"), 400),
    "chunks of another name": (chunked(WHOLE, b"Transfer-Encoding: xchunked"), 400),
    "chunks inside gzip": (chunked(WHOLE, b"Transfer-Encoding: gzip, chunked"), 400),
    "chunks twice": (chunked(WHOLE, TE, TE), 400),
    "a chunk of no length": (chunked(b"x\r\nhello\r\n0\r\n\r\n", TE), 400),
    "a chunk of negative length": (chunked(b"-5\r\nhello\r\n0\r\n\r\n", TE), 400),
    "a chunk longer than said": (chunked(b"2\r\nhello\r\n0\r\n\r\n", TE), 400),
    "control signs for a body": (sent(bytes(range(32))), (400, 422)),
    "no UTF-8 in JSON": (sent(b'{"question": "\xff\xfe"}'), (400, 422)),
    "half a pair in JSON": (sent(b'{"question": "\\ud800"}'), 422),
    "UTF-16": (sent('{"question": "?"}'.encode("utf-16")), 422),
    "JSON twice": (sent(ASK + ASK), (400, 422)),
    "no number": (sent(b'{"question": NaN}'), 422),
    "deep lists": (sent(b"[" * 60_000), (400, 422)),
    "deep objects": (sent(b'{"a":' * 12_000), (400, 422)),
    "deep and whole": (sent(b'{"question":' + b"[" * 20_000 + b"]" * 20_000 + b"}"), (400, 422)),
    "a huge number": (sent(b'{"question": 1e999}'), 422),
    "a long number": (sent(b'{"limit": ' + b"9" * 5_000 + b"}", target=b"/v1/search"), (400, 422)),
    "thousands of fields": (sent(json.dumps({f"f{n}": 1 for n in range(5_000)}).encode()), 422),
    "the same field twice": (sent(b'{"question": "Hvad?", "question": ["a"]}'), 422),
    "a field of the machinery": (sent(b'{"question": "?", "__proto__": {"a": 1}}'), 422),
    "a right that was not given": (sent(b'{"question": "Hvad?", "visibility": ["closed"]}'), 422),
    "a question of no signs": (sent(b'{"question": "\\u0000\\u0007\\u200b"}'), 422),
    "thousands of fields in a form": (
        sent(b"&".join(b"f%d=" % n for n in range(8_000)), FORM, b"/"),
        400,
    ),
    "a form without its boundary": (
        sent(b"x", HEAD + b"Content-Type: multipart/form-data\r\n", b"/"),
        400,
    ),
    "parts without a name": (
        sent(b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n", MULTIPART, b"/"),
        400,
    ),
    "thousands of parts": (
        sent(b"--x\r\n\r\n\r\n" * 5_000, MULTIPART, b"/"),
        400,
    ),
    "a charset that is none": (
        sent(ASK, HEAD + b"Content-Type: application/json; charset=\xff\r\n", b"/v1/nope"),
        404,
    ),
    "packed": (
        sent(b"\x1f\x8b\x08\x00" + bytes(40), more=b"Content-Encoding: gzip\r\n"),
        (400, 422),
    ),
    "a place that is no number": (get(b"/kilder/x?fra=a&til=%ff"), (404, 422)),
    "a place of 5,000 digits": (get(b"/kilder/x?fra=" + b"9" * 5_000), (404, 422)),
    "a query of no signs": (get(b"/kilder/x?%00=%00&%ff"), 404),
}


@pytest.fixture(scope="module")
def running(
    sample_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The address of the service, and its log."""
    folder = tmp_path_factory.mktemp("running")
    log, home = folder / "log", shutil.copytree(sample_home, folder / "home")
    with (
        log.open("wb") as written,
        subprocess.Popen(
            [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--home", home],
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "AFTALESVAR_QUESTIONS_PER_MINUTE": "0",
            },
        ) as serving,
    ):
        try:
            assert serving.stdout
            yield serving.stdout.readline().split()[0], log
        finally:
            serving.send_signal(signal.SIGINT)
            serving.wait(timeout=20)


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_in_the_one_shape_and_nothing_breaks(running, name):
    url, log = running
    request, expected = BAD[name]

    head, _, body = told(url, request).partition(b"\r\n\r\n")

    status = int(head.split()[1])
    assert status in (expected if isinstance(expected, tuple) else (expected,))
    problem = json.loads(body)["error"]
    assert problem.keys() == {"code", "message", "request_id"}
    assert f"x-request-id: {problem['request_id']}" in head.decode().lower()
    assert b"content-security-policy: default-src 'none'" in head.lower()
    assert "Traceback" not in log.read_text()
    assert "failed" not in log.read_text()


def test_a_second_request_is_not_hidden_in_a_body(running):
    url, _ = running
    hidden = b"0\r\n\r\nGET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"

    for request in (
        chunked(hidden, TE, b"Content-Length: 5"),
        sent(hidden, more=TE + b"\r\n"),
        chunked(hidden, b"Transfer-Encoding: identity, chunked"),
    ):
        said = told(url, request.replace(b"Connection: close\r\n", b""))
        assert said.startswith(b"HTTP/1.1 400 ")
        assert said.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "question",
    ["Hvad\u0000 blev\u0007 besluttet?", "\ufffe besluttet", "\u202etakster", "a\u0301" * 900],
)
def test_a_question_with_odd_signs_is_answered_or_refused(running, question):
    url, _ = running

    asked = httpx.post(f"{url}/v1/ask", json={"question": question}, timeout=30)
    page = httpx.post(url, data={"spoergsmaal": question}, timeout=30)

    assert asked.status_code in (200, 422)
    assert page.status_code in (200, 422)


@pytest.mark.parametrize("field", [b"spoergsmaal=%ff%fe+besluttet", b"spoergsmaal=%00", b"%ff=%ff"])
def test_a_form_that_is_no_utf_8_breaks_nothing(running, field):
    url, _ = running

    assert told(url, sent(field, FORM, b"/")).split()[1] in (b"200", b"422")


def test_a_form_that_ends_early_asks_nothing(running):
    url, _ = running
    part = b'--x\r\nContent-Disposition: form-data; name="spoergsmaal"\r\n\r\nHvad blev'

    assert told(url, sent(part, MULTIPART, b"/")).split()[1] == b"422"


@pytest.mark.parametrize(
    "header",
    [b"Authorization: Bearer \xff\xfe", b"Cookie: aftalesvar=\xff\xfe; =; ;;a", b"Accept: \xff"],
)
def test_a_header_that_is_no_utf_8_breaks_nothing(running, header):
    url, _ = running

    said = told(url, b"GET / HTTP/1.1\r\n" + header + b"\r\n" + HEAD + b"\r\n")

    assert said.split()[1] in (b"200", b"401")


def test_http_1_0_is_answered(running):
    url, _ = running

    said = told(url, b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n")

    assert said.startswith(b"HTTP/1.1 200 ")
    assert said.endswith(b'{"status":"alive"}')


def test_an_upgrade_is_not_taken(running):
    url, _ = running
    upgrade = b"Upgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Key: x\r\n"

    said = told(url, b"GET /v1/ask HTTP/1.1\r\nHost: localhost\r\n" + upgrade + b"\r\n")

    assert said.startswith(b"HTTP/1.1 405 ")


def test_nothing_that_was_asked_stands_in_the_log(running):
    url, log = running

    httpx.post(f"{url}/v1/ask", json={"question": "Hvorfor græder Maren?"}, timeout=30)
    told(url, sent(b'{"question": "Maren'))
    told(url, sent(b'{"question": "Maren", "Maren": 1}'))

    assert not re.search("Maren|besluttet", log.read_text())
