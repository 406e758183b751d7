"""What Slack sends to an app: signed requests, again when they are not acknowledged in time."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # of Slack's own documentation
IN_TIME = 3.0  # seconds in which an app must acknowledge
AGAIN = (0.0, 0.05, 0.1)  # seconds before the three repeats; Slack's are none, 60 and 300


@dataclass(frozen=True, slots=True)
class Got:
    """The app's answer; `status` is 0 where none came."""

    status: int
    body: bytes = b""
    seconds: float = 0.0

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """The signature of a request, version 0."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return f"v0={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"


def signed(
    body: bytes, kind: str = "application/json", *, at: float | None = None
) -> dict[str, str]:
    """The headers of a request with that body; `at` is when it was signed, else now."""
    timestamp = str(int(time.time() if at is None else at))
    return {
        "Content-Type": kind,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature(body, timestamp),
    }


def form(fields: Mapping[str, str]) -> bytes:
    """Fields as a slash command sends them."""
    return urlencode(fields).encode()


def interaction(payload: Mapping[str, Any]) -> bytes:
    """A payload as clicks, shortcuts and dialogs send it."""
    return form({"payload": json.dumps(payload)})


FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Sender:
    """Sends to the app at `url`; `sent` are all answers it gave. Used in the server's loop."""

    url: str = ""
    sent: list[Got] = field(default_factory=list)

    async def once(self, body: bytes, headers: Mapping[str, str]) -> Got:
        """One request; waits as long as Slack does."""
        began = time.perf_counter()
        timeout = aiohttp.ClientTimeout(total=IN_TIME)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self.url, data=body, headers=headers) as answer,
            ):
                inside = await answer.read()
                got = Got(answer.status, inside, time.perf_counter() - began)
        except (aiohttp.ClientError, TimeoutError):
            got = Got(0, seconds=time.perf_counter() - began)
        self.sent.append(got)
        return got

    async def event(self, payload: Mapping[str, Any]) -> Got:
        """An event, repeated until it is acknowledged, three times at most."""
        body = json.dumps(payload).encode()
        got = await self.once(body, signed(body))
        for number, pause in enumerate(AGAIN, 1):
            if 200 <= got.status < 300:
                break
            reason = "http_timeout" if got.status == 0 else "http_error"
            repeat = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
            await asyncio.sleep(pause)
            got = await self.once(body, signed(body) | repeat)
        return got
