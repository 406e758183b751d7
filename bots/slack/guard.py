"""Before everything else: only what Slack signed comes in, whole, once and in time."""

import asyncio
import hashlib
import hmac
import json
import logging
import re
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.web.body import TooLarge, again, whole
from service.web.faults import places

log = logging.getLogger(__name__)

PATH = "/slack/events"
OURS = ("/health", "/ready")  # asked by whoever runs us, and not by Slack
MOST = 4 * 1024 * 1024  # bytes; 40,000 emoji, twice in a message and escaped, are under 2 MB
SECONDS = 10.0  # for the whole body
WINDOW = 300  # seconds that a signature counts
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
SIGNATURE = re.compile(rb"v0=[0-9a-f]{64}", re.ASCII)
TIMESTAMP = re.compile(rb"[1-9][0-9]{0,11}", re.ASCII)


class Requests(Protocol):
    """Knows which requests were here, by their signatures; asked from threads."""

    def seen(self, event: str) -> bool:
        """Note a request; `True` where it was here before."""
        ...

    def unseen(self, event: str) -> None:
        """It was not taken after all."""
        ...


class Refused(Exception):
    """Why a request does not come in, for the log; never anything of the request itself."""


class Guard:
    """Answers 401 with nothing in it to whatever is not from Slack.

    A request that was here before is acknowledged and nothing else: what Slack sends again itself
    is signed anew, but for what it sends again in the same second, because we failed.
    """

    def __init__(
        self,
        app: ASGIApp,
        secret: str,
        requests: Requests,
        clock: Callable[[], float] = time.time,
        seconds: float = SECONDS,
    ) -> None:
        self._app = app
        self._secret = secret.encode()
        self._requests = requests
        self._clock = clock
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or (scope["type"] == "http" and scope["path"] in OURS):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            try:
                await self._slack(scope, receive, send)
            except ClientDisconnect:
                return
        else:
            await send({"type": "websocket.close"})

    async def _slack(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != PATH or scope.get("raw_path", PATH.encode()) != PATH.encode():
            await Response(status_code=404)(scope, receive, send)
            return
        try:
            body = await self._body(scope, receive)
            if only_a_check(body):
                await Response()(scope, receive, send)
                return
            signature = self._signed(scope, body)
            legible(body, scope)
        except Refused as refused:
            log.warning("A request that is not Slack's was refused: %s", refused)
            closed = {"Connection": "close"}
            await Response(status_code=401, headers=closed)(scope, receive, send)
            return
        known = f"slack request {signature}"
        if await asyncio.to_thread(self._requests.seen, known):
            await Response()(scope, receive, send)
        elif not await self._done(scope, again(body, receive), send):
            await asyncio.to_thread(self._requests.unseen, known)

    async def _done(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Whether the bot took it; of what went wrong the log gets the place and no words."""
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except ClientDisconnect:
            raise
        except Exception as fault:
            log.error("A request of Slack's failed\n%s", places(fault))
            if not status:
                await Response(status_code=500)(scope, receive, noted)
        return 0 < status < 500

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        if scope["method"] != "POST":
            raise Refused("not POST")
        try:
            async with asyncio.timeout(self._seconds):
                return await whole(receive, MOST)
        except TooLarge:
            raise Refused("too large") from None
        except TimeoutError:
            raise Refused("too slow") from None

    def _signed(self, scope: Scope, body: bytes) -> str:
        """The signature, which is right; raises `Refused`."""
        signature = only(scope, b"x-slack-signature")
        timestamp = only(scope, b"x-slack-request-timestamp")
        if not SIGNATURE.fullmatch(signature):
            raise Refused("no signature of version 0")
        if not TIMESTAMP.fullmatch(timestamp):
            raise Refused("no time")
        if abs(self._clock() - int(timestamp)) > WINDOW:
            raise Refused("not signed just now")
        base = b"v0:" + timestamp + b":" + body
        right = b"v0=" + hmac.new(self._secret, base, hashlib.sha256).hexdigest().encode()
        if not hmac.compare_digest(right, signature):
            raise Refused("another signature")
        return signature.decode()


def only(scope: Scope, name: bytes) -> bytes:
    """The one header of that name; raises `Refused` where there is none, or more."""
    values = [value for each, value in scope["headers"] if each.lower() == name]
    if len(values) != 1:
        raise Refused(f"{len(values)} headers {name.decode()}")
    return bytes(values[0])


def legible(body: bytes, scope: Scope) -> None:
    """Raise `Refused` where the body is not of a kind that Slack sends, signed as it may be."""
    kind = only(scope, b"content-type").split(b";")[0].strip().lower().decode("latin-1")
    if any(each.lower() == b"content-encoding" for each, _ in scope["headers"]):
        raise Refused("encoded")
    try:
        text = body.decode()
        if kind == FORM:
            fields = parse_qs(text, strict_parsing=True, errors="strict", max_num_fields=100)
            read = json.loads(fields["payload"][0]) if "payload" in fields else fields
        elif kind == JSON:
            read = json.loads(text)
        else:
            raise Refused("another kind of body")
    except (ValueError, RecursionError):
        raise Refused("a body that cannot be read") from None
    if not isinstance(read, dict) or not isinstance(read.get("event", {}), dict):
        raise Refused("a body without fields")


def only_a_check(body: bytes) -> bool:
    """Slack looks now and then whether our certificate holds; it need not sign that."""
    if len(body) > 200:
        return False
    fields = parse_qs(body.decode("latin-1"))
    return fields.get("ssl_check") == ["1"] and not fields.keys() - {"ssl_check", "token"}
