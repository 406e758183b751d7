"""Bearer tokens and ID tokens of the trusted issuer: believed as signed, or not at all."""

import logging
import re
from collections.abc import Collection
from math import isfinite
from typing import Any, Protocol

import jwt

from service.access.claims import Claims, visitor
from service.access.errors import NotRecognised
from service.access.oidc import Oidc
from service.access.published import Key, NotPublished
from service.access.visitor import Channel, Visitor

log = logging.getLogger("aftalesvar.access")  # told at level info too

LARGEST = 16 * 1024  # characters; Entra's own limit on groups keeps its tokens below 12,000
LEEWAY = 60  # seconds that two clocks may differ
SHAPE = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
# RFC 9068 gives access tokens a type of their own, which most issuers do not use yet.
ACCESS_TYPES = ("at+jwt", "application/at+jwt")
PLAIN_TYPES = (None, "JWT", "jwt")
# An ID token answers a log-in, and so carries what binds it to that one; or says what it is.
OF_ID_TOKENS = ("nonce", "at_hash", "c_hash", "s_hash")
# An access token says what may be done with it, or how its holder proved to be who it is.
OF_ACCESS_TOKENS = ("scp", "scope", "azpacr", "appidacr")
CLIENT = ("azp", "appid", "client_id", "cid")  # who a token was issued to, by issuer
TIMES = ("exp", "iat", "nbf")


class Keys(Protocol):
    """The issuer's public keys."""

    def key(self, kid: str) -> Key | None:
        """The key of that name; raises `NotPublished` where none can be had."""
        ...


class Refused(Exception):
    """Why a token is not believed; told to the log, never to who sent it."""


class Tokens:
    """Checks what the issuer signed."""

    def __init__(self, oidc: Oidc, keys: Keys) -> None:
        self.oidc = oidc
        self._keys = keys

    def visitor(self, token: str) -> Visitor:
        """Who an access token is of; raises `NotRecognised`."""
        try:
            header, claims = self._checked(token, self.oidc.audience)
            _be_access_token(header, claims)
            _be_for(claims, self.oidc.clients)
        except Refused as refused:
            log.info("A token was refused: %s", str(refused))
            raise NotRecognised from None
        return visitor(claims, self.oidc, Channel.TOKEN)

    def verify(self, token: str, audience: str, nonce: str) -> Claims:
        """The claims of an ID token that answers the log-in with `nonce`; raises `NotRecognised`.

        `audience` is the page's client id.
        """
        try:
            _, claims = self._checked(token, audience)
            _be_answer(claims, audience, nonce)
        except Refused as refused:
            log.info("An ID token was refused: %s", str(refused))
            raise NotRecognised from None
        return claims

    def session(self, claims: Claims) -> Visitor:
        """Who logged in with verified claims; raises `NotRecognised` where they name nobody."""
        return visitor(claims, self.oidc, Channel.SESSION)

    def _checked(self, token: str, audience: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Header and claims of a token whose signature, times and parties are right."""
        header = read_header(token)
        key = self._key(header["kid"])
        try:
            claims = jwt.decode(
                token,
                key.public,
                algorithms=list(key.algorithms),
                audience=audience,
                issuer=self.oidc.issuer,
                leeway=LEEWAY,
                options={
                    "require": ["exp", "iat", "iss", "aud"],
                    "enforce_minimum_key_length": True,
                },
            )
        except (jwt.PyJWTError, TypeError, ValueError, RecursionError) as error:
            raise Refused(type(error).__name__) from None
        _have_times(claims)
        _be_of(claims, self.oidc.tenant)
        return header, claims

    def _key(self, kid: str) -> Key:
        try:
            key = self._keys.key(kid)
        except NotPublished as error:
            raise Refused("no keys of the issuer") from error
        if key is None:
            raise Refused("unknown key")
        return key


def read_header(token: str) -> dict[str, Any]:
    """The header, where it asks for nothing but a known key; raises `Refused`.

    It is not signed for yet: `jku`, `x5u`, `jwk` and `x5c`, with which a token brings its own key,
    are never read.
    """
    if len(token) > LARGEST or not SHAPE.fullmatch(token):
        raise Refused("no signed token")
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Refused("no header") from None
    if not {"crit", "b64", "zip", "cty", "enc"}.isdisjoint(header):
        raise Refused("a header with demands")
    if header.get("typ") not in (*PLAIN_TYPES, *ACCESS_TYPES):
        raise Refused("another type of token")
    if not isinstance(header.get("kid"), str):
        raise Refused("no name of a key")
    return header


def _have_times(claims: Claims) -> None:
    """Times are numbers (RFC 7519, 2); PyJWT takes texts for them too."""
    for name in TIMES:
        value = claims.get(name, 0)
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole and not (isinstance(value, float) and isfinite(value)):
            raise Refused("a time that is no number")


def _be_of(claims: Claims, tenant: str | None) -> None:
    if tenant is not None and claims.get("tid") != tenant:
        raise Refused("another tenant")


def _be_access_token(header: dict[str, Any], claims: Claims) -> None:
    """An ID token tells a page who logged in; a program that got hold of it may not use it here.

    The audience alone does not tell them apart: a house may use one registration for both.
    """
    if any(name in claims for name in OF_ID_TOKENS) or claims.get("typ") in ("ID", "Refresh"):
        raise Refused("an ID token")
    said = header.get("typ") in ACCESS_TYPES or any(name in claims for name in OF_ACCESS_TOKENS)
    if not said:
        raise Refused("no access token")


def _be_for(claims: Claims, clients: Collection[str]) -> None:
    named = [claims[name] for name in CLIENT if isinstance(claims.get(name), str)]
    if clients and (not named or named[0] not in clients):
        raise Refused("another client")


def _be_answer(claims: Claims, audience: str, nonce: str) -> None:
    """OpenID Connect Core 3.1.3.7, points 3 to 5 and 11."""
    if not nonce or claims.get("nonce") != nonce:
        raise Refused("another log-in")
    alone = claims["aud"] in (audience, [audience])
    if (not alone and "azp" not in claims) or claims.get("azp", audience) != audience:
        raise Refused("another client")
