"""Requests that are not Slack's, or not as Slack sends them, over real HTTP."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bots.memory import FileMemory
from bots.slack.guard import MOST, PATH, Guard
from tests.bots.slack.conftest import ANNE, CHANNEL, Running, at_work, peopled
from tests.bots.slack.desks import WrittenDesk
from tests.bots.slack.faults import refused
from tests.bots.slack.sending import FORM, SECRET, form, signature, signed
from tests.bots.slack.serving import served

CPR = "010165-1234"
EVENT = {
    "type": "event_callback",
    "team_id": "T0HJEM0001",
    "event_id": "Ev1",
    "event": {
        "type": "app_mention",
        "channel": CHANNEL,
        "user": ANNE,
        "ts": "1700000000.000100",
        "text": f"Hvad gælder for {CPR}?",
    },
}
BODY = json.dumps(EVENT).encode()
Headers = list[tuple[str, str | bytes]]
JSON = ("Content-Type", "application/json")
SIGNED = "X-Slack-Signature"
TIME = "X-Slack-Request-Timestamp"


def now() -> str:
    """The time as Slack tells it."""
    return str(int(time.time()))


def headers(sign: str | bytes | None, at: str | bytes | None) -> Headers:
    """The headers of a request, with those that are given."""
    given: Headers = [JSON]
    given += [] if sign is None else [(SIGNED, sign)]
    return given + ([] if at is None else [(TIME, at)])


def forged(now: str) -> dict[str, tuple[bytes, Headers]]:
    """Requests as they can be sent at that time."""
    old, future = str(int(now) - 320), str(int(now) + 900)

    def right(body: bytes = BODY, at: str = now) -> str:
        return signature(body, at)

    def well_signed(
        body: bytes, *more: tuple[str, str], kind: str | None = "application/json"
    ) -> tuple[bytes, Headers]:
        """A request with a right signature and something else that is wrong."""
        kinds: Headers = [] if kind is None else [("Content-Type", kind)]
        return body, [*kinds, (SIGNED, right(body)), (TIME, now), *more]

    def at_once(sign: str | bytes | None) -> Headers:
        return headers(sign, now)

    return {
        "no headers": (BODY, headers(None, None)),
        "no signature": (BODY, at_once(None)),
        "no time": (BODY, headers(right(), None)),
        "empty signature": (BODY, at_once("")),
        "another secret": (BODY, at_once(signature(BODY, now, "another"))),
        "empty secret": (BODY, at_once(signature(BODY, now, ""))),
        "another body's": (BODY, at_once(right(b"{}"))),
        "changed body": (BODY.replace(b"Hvad", b"Hvor"), at_once(right())),
        "a blank more": (BODY + b" ", at_once(right())),
        "another time's": (BODY, at_once(right(at=str(int(now) - 1)))),
        "capital letters": (BODY, at_once("v0=" + right()[3:].upper())),
        "version 1": (BODY, at_once("v1=" + right()[3:])),
        "no version": (BODY, at_once(right()[3:])),
        "short": (BODY, at_once(right()[:-1])),
        "long": (BODY, at_once(right() + "0")),
        "not hexadecimal": (BODY, at_once("v0=" + "z" * 64)),
        "not ASCII": (BODY, at_once(b"v0=" + "ø".encode() * 32)),
        "not ASCII at all": (BODY, at_once(b"\xff\xfe\xf8")),
        "time of letters": (BODY, headers(right(at="abc"), "abc")),
        "empty time": (BODY, headers(right(at=""), "")),
        "time below zero": (BODY, headers(right(at=f"-{now}"), f"-{now}")),
        "time with a sign": (BODY, headers(right(at=f"+{now}"), f"+{now}")),
        "time with a fraction": (BODY, headers(right(at=f"{now}.0"), f"{now}.0")),
        "time with underlines": (BODY, headers(right(at="1_700_000_000"), "1_700_000_000")),
        "time in other digits": (BODY, headers(right(), "١٧٠٠٠٠٠٠٠٠".encode())),
        "endless time": (BODY, headers(right(at="9" * 400), "9" * 400)),
        "no number": (BODY, headers(right(at="nan"), "nan")),
        "old": (BODY, headers(right(at=old), old)),
        "future": (BODY, headers(right(at=future), future)),
        "two signatures": (BODY, [*at_once(right()), (SIGNED, "v0=" + "0" * 64)]),
        "the signature twice": (BODY, [*at_once(right()), (SIGNED, right())]),
        "two times": (BODY, [*at_once(right()), (TIME, now)]),
        "empty": (b"", at_once(signature(b"", now, "another"))),
        "empty, signed": well_signed(b""),
        "not UTF-8": (b"\xff\xfe\xff", at_once("v0=" + "0" * 64)),
        "not UTF-8, signed": well_signed(b'{"text": "\xff\xfe"}'),
        "gzip": well_signed(BODY, ("Content-Encoding", "gzip")),
        "plain text": well_signed(BODY, kind="text/plain"),
        "no kind": well_signed(BODY, kind=None),
        "multipart": well_signed(BODY, kind="multipart/form-data; boundary=x"),
        "a list": well_signed(b"[1]"),
        "no JSON": well_signed(b'{"type": '),
        "deep": well_signed(b'{"a":' * 60_000),
        "an event of letters": well_signed(b'{"type": "event_callback", "event": "hej"}'),
        "no form": well_signed(b"%%%&&&", kind=FORM),
        "a payload that is none": well_signed(form({"payload": "nej"}), kind=FORM),
        "a payload that is a list": well_signed(form({"payload": "[]"}), kind=FORM),
        "an unsigned challenge": (b'{"type": "url_verification", "challenge": "x"}', [JSON]),
        "a check with a command": (
            form({"ssl_check": "1", "command": "/aftale"}),
            [("Content-Type", FORM)],
        ),
        "too large": well_signed(b'{"a": "' + b"x" * MOST + b'"}'),
    }


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A bot that nobody asks anything."""
    memory = FileMemory(tmp_path_factory.mktemp("home") / "bots")
    desk = WrittenDesk()
    with peopled() as slack, at_work(slack, memory, desk) as url:
        yield Running(slack, memory, desk, url)


@pytest.mark.parametrize("name", forged("1700000000"))
def test_a_request_that_is_not_slacks_is_refused_without_a_word(door: Running, name: str) -> None:
    body, sent = forged(now())[name]

    answer = httpx.post(f"{door.url}{PATH}", content=body, headers=sent)

    assert (answer.status_code, answer.content) == (401, b"")
    assert not door.desk.asked


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_but_posts_comes_in(door: Running, method: str) -> None:
    answer = httpx.request(method, f"{door.url}{PATH}", content=BODY, headers=signed(BODY))

    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize(
    "path",
    "/ /slack/events/ /slack/events%0A /slack/events%00 //slack/events /slack/Events "
    "/slack/%65vents /slack/events%2e /docs /openapi.json".split(),
)
def test_nothing_stands_beside_the_one_address(door: Running, path: str) -> None:
    answer = httpx.post(f"{door.url}{path}", content=BODY, headers=signed(BODY))

    assert (answer.status_code, answer.content) == (404, b"")


def test_the_address_is_proved_where_slack_signs_that(door: Running) -> None:
    body = b'{"type": "url_verification", "challenge": "3eZbrw1aB"}'

    answer = httpx.post(f"{door.url}{PATH}", content=body, headers=signed(body))

    assert (answer.status_code, answer.json()) == (200, {"challenge": "3eZbrw1aB"})


def test_a_look_at_the_certificate_is_answered_with_nothing(door: Running) -> None:
    body = form({"ssl_check": "1", "token": "verification"})

    answer = httpx.post(f"{door.url}{PATH}", content=body, headers={"Content-Type": FORM})

    assert (answer.status_code, answer.content) == (200, b"")


def test_a_body_that_dawdles_is_not_waited_for(memory: FileMemory) -> None:
    with served(Guard(Starlette(), SECRET, memory, seconds=0.2)) as url:
        host, port = url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{{".encode())
            answer = line.recv(1000)

    assert answer.startswith(b"HTTP/1.1 401 ")
    assert b"connection: close" in answer.lower()


def test_a_replay_inside_the_window_is_acknowledged_and_answered_once(bot: Running) -> None:
    body = json.dumps(EVENT).encode()
    sent = signed(body)

    statuses = [
        httpx.post(f"{bot.url}{PATH}", content=body, headers=sent).status_code for _ in "123"
    ]
    bot.slack.answers()

    assert statuses == [200, 200, 200]
    assert len(bot.desk.asked) == 1


def test_a_request_that_failed_is_taken_when_it_comes_again_in_the_same_second(
    memory: FileMemory,
) -> None:
    came: list[int] = []
    with served(Guard(failing_once(came), SECRET, memory)) as url:
        sent = signed(BODY)
        statuses = [
            httpx.post(f"{url}{PATH}", content=BODY, headers=sent).status_code for _ in "123"
        ]

    assert statuses == [500, 200, 200]
    assert len(came) == 2


def failing_once(came: list[int]) -> Callable[..., object]:
    """An application that fails the first time; `came` are its requests."""

    async def app(scope: dict[str, str], receive: object, send: Callable[..., object]) -> None:
        if scope["type"] == "lifespan":
            return
        came.append(1)
        if len(came) == 1:
            raise RuntimeError("broken")
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[misc]
        await send({"type": "http.response.body", "body": b""})  # type: ignore[misc]

    return app


def test_health_and_readiness_are_for_whoever_runs_it(door: Running) -> None:
    health, ready = (httpx.get(f"{door.url}{path}") for path in ("/health", "/ready"))

    assert health.json() == {"status": "ok"}
    assert ready.json() == {"status": "ready"}


def test_it_is_not_ready_where_slack_does_not_know_it(tmp_path: Path) -> None:
    with peopled() as slack:
        slack.will("auth.test", *[refused("internal_error")] * 5)
        with at_work(slack, FileMemory(tmp_path), WrittenDesk()) as url:
            answer = httpx.get(f"{url}/ready")

    assert answer.status_code == 503
    assert answer.json() == {"status": "unknown to Slack"}
