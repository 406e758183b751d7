"""The keys that the Bot Framework signs with, and the channels each of them may sign for."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from jwt import PyJWK, PyJWTError

from service.access.addresses import secure
from service.access.published import NotPublished

log = logging.getLogger("aftalesvar.teams")

ISSUER = "https://api.botframework.com"
FRESH = 24 * 3600.0  # seconds after which keys are fetched again, as Microsoft asks for
KEPT = 5 * 24 * 3600.0  # and as long they do while nothing can be fetched
PAUSE = 30.0  # between two fetches, whatever was asked and whether they went well
TIMEOUT = 5.0  # seconds that a fetch may take, both documents together
LARGEST = 512 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Key:
    """A public RSA key, and the ids of the channels that it is endorsed for."""

    public: Any
    endorsements: frozenset[str]


class KeySet:
    """What the Bot Framework publishes, kept for a while; asked on one event loop."""

    def __init__(
        self,
        metadata: str,
        client: httpx.AsyncClient,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`metadata` is its OpenID document; `client` must not follow redirects."""
        self._metadata = metadata
        self._client = client
        self._clock = clock
        self._fetching = asyncio.Lock()
        self._found: Mapping[str, Key] = {}
        self._at = self._tried = float("-inf")

    async def key(self, kid: str) -> Key | None:
        """The key of that name, looked for anew where it is not known; `None` without one.

        Who names a known key never waits for the network, however many name unknown ones.
        """
        known = kid in self._found
        old = self._clock() - self._at > FRESH
        if not known or (old and not self._fetching.locked()):
            await self._refresh()
        kept = self._clock() - self._at <= KEPT
        return self._found.get(kid) if kept else None

    async def ready(self) -> bool:
        """Whether there is any key to check with."""
        if not self._found:
            await self._refresh()
        return bool(self._found)

    async def _refresh(self) -> None:
        async with self._fetching:
            if self._clock() - self._tried < PAUSE:
                return
            self._tried = self._clock()
            try:
                async with asyncio.timeout(TIMEOUT):
                    self._found = await self._fetch()
                self._at = self._clock()
            except (NotPublished, httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
                log.warning("The Bot Framework's keys cannot be had: %s", type(error).__name__)

    async def _fetch(self) -> dict[str, Key]:
        told = await self._read(self._metadata)
        if told.get("issuer") != ISSUER:
            raise NotPublished("the metadata is of another issuer")
        where = told.get("jwks_uri")
        if not isinstance(where, str) or not secure(where):
            raise NotPublished("the metadata names no https address of keys")
        return keys(await self._read(where))

    async def _read(self, address: str) -> dict[str, Any]:
        body = b""
        async with self._client.stream("GET", address) as response:
            if response.status_code != httpx.codes.OK:
                raise NotPublished(f"answered {response.status_code}")
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > LARGEST:
                    raise NotPublished("too much is sent")
        try:
            told = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise NotPublished("no JSON is sent") from error
        if not isinstance(told, dict):
            raise NotPublished("no JSON object is sent")
        return told


def keys(told: Mapping[str, Any]) -> dict[str, Key]:
    """The RSA keys of a key set by their `kid`; raises `NotPublished` where there are none."""
    listed = told.get("keys")
    usable = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    found = {str(each["kid"]): key for each in usable if (key := _key(each)) is not None}
    if not found:
        raise NotPublished("the set has no key for signatures")
    return found


def _key(jwk: Mapping[str, Any]) -> Key | None:
    if not isinstance(jwk.get("kid"), str) or jwk.get("kty") != "RSA":
        return None
    if jwk.get("use", "sig") != "sig" or jwk.get("alg", "RS256") != "RS256":
        return None
    endorsed = jwk.get("endorsements")
    channels = endorsed if isinstance(endorsed, list) else []
    try:
        public = PyJWK(dict(jwk), "RS256").key
    except (PyJWTError, TypeError, ValueError):
        return None
    return Key(public, frozenset(each for each in channels if isinstance(each, str)))
