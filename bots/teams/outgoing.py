"""What every request of the bot to Teams goes through, whichever part of the SDK makes it."""

import asyncio
import random
import re
from collections.abc import Collection
from urllib.parse import urlsplit

import httpx
from microsoft_teams.common.http.client import MiddlewareContext, MiddlewareNext

from bots.teams.credentials import Credentials

HOSTS = ("smba.trafficmanager.net",)
DOMAINS = (".botframework.com",)
# What programs read alike: of other signs one may see the end of a host where another does not.
NAME = re.compile("[a-z0-9.-]+")
ATTEMPTS = 5
FIRST_PAUSE = 0.5  # seconds before a second attempt where Teams names no time; doubled for each
LONGEST = 30.0  # seconds that are waited for one request, all its attempts together
TRANSIENT = frozenset({408, 412, 429, 500, 502, 503, 504})


class NotAllowed(Exception):
    """An address that is none of the Bot Connector's: nothing is sent there."""


class Outgoing:
    """Sends where it is allowed, as ourselves, and patiently.

    Teams limits how much a bot may write to a conversation: 429 names a time to wait. 412 and 502
    are said by Microsoft to pass as well.
    """

    def __init__(self, credentials: Credentials, services: Collection[str] = ()) -> None:
        """`services` are further addresses that may be written to."""
        self._credentials = credentials
        self._services = frozenset(_origin(each) for each in services)

    def allows(self, address: str) -> bool:
        """Whether the bot may write there."""
        try:
            parts = urlsplit(address)
            host = parts.hostname or ""
            named = _origin(address) in self._services
        except ValueError:
            return False
        if parts.username is not None or parts.password is not None:
            return False
        known = NAME.fullmatch(host) and (host in HOSTS or host.endswith(DOMAINS))
        return named or bool(known and parts.scheme == "https" and parts.port in (None, 443))

    async def send(self, context: MiddlewareContext, following: MiddlewareNext) -> httpx.Response:
        """One request of the SDK."""
        if not self.allows(context.url):
            raise NotAllowed("the address is none of the Bot Connector's")
        loop = asyncio.get_running_loop()
        until = loop.time() + LONGEST
        attempt = 0
        while True:
            attempt += 1
            token = await self._credentials.token()
            context.headers["Authorization"] = f"Bearer {token}"
            try:
                return await following()
            except httpx.HTTPStatusError as error:
                pause = _pause(error.response, attempt)
                if error.response.status_code == httpx.codes.UNAUTHORIZED and attempt == 1:
                    self._credentials.forget(token)
                    pause = 0.0
                if pause is None or attempt >= ATTEMPTS or loop.time() + pause > until:
                    raise
            except httpx.TransportError as error:
                pause = _backing_off(attempt)
                if not _again(error, context.method, attempt) or loop.time() + pause > until:
                    raise
            await asyncio.sleep(pause)


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port


def _pause(response: httpx.Response, attempt: int) -> float | None:
    """Seconds to wait before the same again; `None` where that would not help."""
    if response.status_code not in TRANSIENT:
        return None
    try:
        named = float(response.headers["Retry-After"])
    except (KeyError, ValueError):
        return _backing_off(attempt)
    return named if named >= 0 else _backing_off(attempt)  # which "nan" is not either


def _again(error: httpx.TransportError, method: str, attempt: int) -> bool:
    """Whether to send once more what may or may not have come through.

    A connection that had been kept breaks before anything is read from it, mostly. A message that
    was long without an answer is likelier to stand there, and is not written twice.
    """
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)):
        return attempt < ATTEMPTS
    if isinstance(error, httpx.ReadTimeout):
        return method != "POST" and attempt < ATTEMPTS
    return isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)) and attempt == 1


def _backing_off(attempt: int) -> float:
    return FIRST_PAUSE * float(2 ** (attempt - 1)) * random.uniform(0.5, 1.0)
