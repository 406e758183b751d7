"""The issuer's keys, fetched when they are needed and not oftener than its owner would like."""

import json
import logging
import time
from collections.abc import Callable
from threading import Lock
from typing import Any

import httpx

from service.access.oidc import Oidc
from service.access.published import Key, NotPublished, Published, discovery, keys

log = logging.getLogger(__name__)

Clock = Callable[[], float]

FRESH = 600.0  # seconds after which keys are fetched again
KEPT = 3600.0  # and as long they do while the issuer is down; its tokens last about an hour
PAUSE = 30.0  # between two fetches, whatever was asked and whether they went well
TIMEOUT = 4.0  # seconds that a fetch may take, both documents together
LARGEST = 512 * 1024  # bytes


class KeySet:
    """What the issuer publishes, kept for a while; may be asked from several threads."""

    def __init__(self, oidc: Oidc, client: httpx.Client, clock: Clock = time.monotonic) -> None:
        """`client` must not follow redirects: the issuer's own addresses count."""
        self._oidc = oidc
        self._client = client
        self._clock = clock
        self._fetching = Lock()
        self._found: Published | None = None
        self._at = self._tried = float("-inf")

    def published(self) -> Published:
        """What is known of the issuer; raises `NotPublished` where that is nothing."""
        if self._clock() - self._at > FRESH:
            self._refresh()
        found = self._found
        if found is None or self._clock() - self._at > KEPT:
            raise NotPublished("the issuer cannot be reached")
        return found

    def key(self, kid: str) -> Key | None:
        """The key of that name, fetched again where it is new; raises `NotPublished`."""
        known = self.published().keys.get(kid)
        if known is None:
            self._refresh()
            known = self.published().keys.get(kid)
        return known

    def _refresh(self) -> None:
        """Fetch, unless that was done lately.

        Where something is known already, only one thread waits for the network: a flood of unknown
        keys must not keep those waiting who have a good one.
        """
        if self._clock() - self._tried < PAUSE and not self._fetching.locked():
            return
        if not self._fetching.acquire(timeout=TIMEOUT if self._found is None else 0):
            return
        try:
            if self._clock() - self._tried >= PAUSE:
                self._tried = self._clock()
                self._fetch()
        finally:
            self._fetching.release()

    def _fetch(self) -> None:
        until = time.monotonic() + TIMEOUT
        try:
            where = discovery(self._read(self._oidc.discovery, until), self._oidc)
            self._found = Published(where, keys(self._read(where.keys, until), self._oidc))
            self._at = self._clock()
        except (NotPublished, httpx.HTTPError, httpx.InvalidURL) as error:
            why = str(error) or type(error).__name__
            log.warning("The keys of the token issuer cannot be had: %s", why)

    def _read(self, address: str, until: float) -> Any:
        """The JSON there; raises `NotPublished` and httpx's errors."""
        left = until - time.monotonic()
        if left <= 0:
            raise NotPublished("the issuer is too slow")
        body = b""
        plain = {"Accept": "application/json", "Accept-Encoding": "identity"}
        with self._client.stream("GET", address, headers=plain, timeout=left) as response:
            if response.status_code != httpx.codes.OK:
                raise NotPublished(f"{address} answers {response.status_code}")
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST or time.monotonic() > until:
                    raise NotPublished(f"{address} sends too much, or too slowly")
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise NotPublished(f"{address} sends no JSON") from error
