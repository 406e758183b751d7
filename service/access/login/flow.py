"""Logging in at the issuer: OpenID Connect's authorization code flow, with PKCE."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from secrets import compare_digest
from threading import BoundedSemaphore
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from service.access.errors import IssuerSilent, NotRecognised
from service.access.keyset import KeySet
from service.access.login.client import Client
from service.access.login.pending import Pending, Sealed
from service.access.published import Discovery, NotPublished
from service.access.tokens import Tokens
from service.access.visitor import Visitor

log = logging.getLogger(__name__)

TIMEOUT = 10.0  # seconds, while a person waits
LARGEST = 64 * 1024  # bytes
AT_ONCE = 8  # codes that are redeemed: made-up ones must take neither all threads nor the issuer


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser is sent, and what it must bring back."""

    address: str
    cookie: str


class Flow:
    """Sends people to the issuer, and believes what it says of those who come back."""

    def __init__(
        self,
        client: Client,
        tokens: Tokens,
        keys: KeySet,
        http: httpx.Client,
        sealed: Sealed,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`http` must not follow redirects: the code is for the issuer's own address."""
        self._client = client
        self._tokens = tokens
        self._keys = keys
        self._http = http
        self._sealed = sealed
        self._clock = clock
        self._redeeming = BoundedSemaphore(AT_ONCE)

    def begin(self, back: str, to: str) -> Begun:
        """A log-in that comes back to the address `back`, and then goes to the page `to`.

        Raises `IssuerSilent`.
        """
        pending = Pending.begun(to)
        asked = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": back,
            "scope": "openid profile",
            "state": pending.state,
            "nonce": pending.nonce,
            "code_challenge": pending.challenge,
            "code_challenge_method": "S256",
        }
        where = urlsplit(self._discovery().authorization or "")
        query = urlencode([*parse_qsl(where.query), *asked.items()])
        cookie = self._sealed.seal(pending, self._clock())
        return Begun(where._replace(query=query, fragment="").geturl(), cookie)

    def finish(self, cookie: str, answer: Mapping[str, str], back: str) -> tuple[Visitor, str]:
        """Who came back, and where they wanted to go.

        `cookie` is what their browser was given, `answer` what the issuer put into the address.
        Raises `NotRecognised` and `IssuerSilent`.
        """
        pending = self._sealed.opened(cookie, self._clock())
        if pending is None or not self._answers(pending, answer):
            raise NotRecognised
        code = answer.get("code")
        if not code or "error" in answer:
            raise NotRecognised
        token = self._redeemed(code, pending, back)
        claims = self._tokens.verify(token, self._client.id, pending.nonce)
        return self._tokens.session(claims), pending.to

    def _answers(self, pending: Pending, answer: Mapping[str, str]) -> bool:
        """Whether the answer is for this log-in, and from this issuer (RFC 9207)."""
        state = answer.get("state", "").encode()
        issuer = self._tokens.oidc.issuer
        return compare_digest(state, pending.state.encode()) and answer.get("iss", issuer) == issuer

    def _redeemed(self, code: str, pending: Pending, back: str) -> str:
        """The ID token for a code; raises `NotRecognised` where the issuer gives none."""
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self._client.id,
            "code_verifier": pending.verifier,
        }
        address = self._discovery().token or ""
        if not self._redeeming.acquire(blocking=False):
            raise IssuerSilent("too many log-ins at the same time")
        try:
            status, body = self._posted(address, asked)
        finally:
            self._redeeming.release()
        try:
            told = json.loads(body)
        except (ValueError, RecursionError):
            told = None
        token = told.get("id_token") if isinstance(told, dict) else None
        if status != httpx.codes.OK or not isinstance(token, str):
            log.warning("The issuer redeems no code: it answers %d", status)
            raise NotRecognised
        return token

    def _posted(self, address: str, asked: Mapping[str, str]) -> tuple[int, bytes]:
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        until = time.monotonic() + TIMEOUT
        body = b""
        try:
            with self._http.stream(
                "POST",
                address,
                data=asked,
                headers={**headers, **self._client.headers},
                timeout=TIMEOUT,
            ) as response:
                for piece in response.iter_bytes():
                    body += piece
                    if len(body) > LARGEST or time.monotonic() > until:
                        raise IssuerSilent("the issuer sends too much, or too slowly")
                return response.status_code, body
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            log.warning("The issuer cannot be reached: %s", type(error).__name__)
            raise IssuerSilent("the issuer cannot be reached") from None

    def _discovery(self) -> Discovery:
        try:
            found = self._keys.published().discovery
        except NotPublished as error:
            raise IssuerSilent(str(error)) from None
        if not found.authorization or not found.token:
            raise IssuerSilent("the issuer names no addresses for a log-in")
        return found
