"""Tokens that must not be believed, each by its name: what is wrong with it."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.bots.teams.activities import ELSEWHERE
from tests.bots.teams.server import BotFramework
from tests.bots.teams.signing import Signer, new_key

OTHER = new_key()
Forge = Callable[[BotFramework], str]


def _packed(value: dict[str, Any] | bytes) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _none(teams: BotFramework) -> str:
    claims = teams.signer.claims()
    return f"{_packed({'alg': 'none', 'typ': 'JWT', 'kid': teams.signer.kid})}.{_packed(claims)}."


def _none_signed(teams: BotFramework) -> str:
    return _none(teams) + "c2lnbmF0dXJl"


def _hs256_with_the_public_key(teams: BotFramework) -> str:
    public = teams.signer.key.public_key()
    secret = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    head = _packed({"alg": "HS256", "typ": "JWT", "kid": teams.signer.kid})
    signed = f"{head}.{_packed(teams.signer.claims())}"
    return f"{signed}.{_packed(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"


def _other_key(teams: BotFramework, **header: Any) -> str:
    """Signed with a key of the forger's, under the name of the real one."""
    head = {"kid": teams.signer.kid} | header
    return jwt.encode(teams.signer.claims(), OTHER, algorithm="RS256", headers=head)


def _own_jwk(teams: BotFramework) -> str:
    forger = Signer(teams.signer.app, teams.service, "key-1", key=OTHER)
    return _other_key(teams, jwk=forger.published())


def _named_by_a_list(teams: BotFramework) -> str:
    _, claims, signature = teams.signer.token().split(".")
    return f"{_packed({'alg': 'RS256', 'typ': 'JWT', 'kid': ['key-1']})}.{claims}.{signature}"


def _changed_claim(teams: BotFramework) -> str:
    head, _, signature = teams.signer.token().split(".")
    return f"{head}.{_packed(teams.signer.claims(serviceurl='https://ond.dk/'))}.{signature}"


def _with(**changed: Any) -> Forge:
    return lambda teams: teams.signer.token(**changed)


def _times(**seconds: float) -> Forge:
    """Times that far from now."""

    def forge(teams: BotFramework) -> str:
        now = int(time.time())
        return teams.signer.token(**{name: now + far for name, far in seconds.items()})

    return forge


def _under(**header: Any) -> Forge:
    return lambda teams: teams.signer.signed(teams.signer.claims(), **header)


def _id_token(teams: BotFramework) -> str:
    issuer = f"https://login.microsoftonline.com/{ELSEWHERE}/v2.0"
    return teams.signer.token(iss=issuer, nonce="n", tid=ELSEWHERE, serviceurl=None)


FORGED: dict[str, Forge] = {
    "no algorithm": _none,
    "no algorithm, but a signature": _none_signed,
    "the public key as a secret": _hs256_with_the_public_key,
    "another key under the same name": _other_key,
    "a key of its own in jwk": _own_jwk,
    "an address of keys in jku": lambda t: _other_key(t, jku="https://ond.dk/keys"),
    "an address of certificates in x5u": lambda t: _other_key(t, x5u="https://ond.dk/keys"),
    "a name that no key has": _under(kid="key-2"),
    "a name that is no text": _named_by_a_list,
    "another issuer": _with(iss="https://ond.dk"),
    "the emulator's issuer": _with(
        iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"
    ),
    "no issuer": _with(iss=None),
    "another bot's": _with(aud="99999999-0b1f-4d5e-9a53-5a2b7c3d4e5f"),
    "no audience": _with(aud=None),
    "several audiences": lambda t: t.signer.token(aud=[t.signer.app, "another"]),
    "run out": _times(exp=-301, iat=-4000, nbf=-4000),
    "not valid yet": _times(nbf=400, exp=4000),
    "signed in the future": _times(iat=400, exp=4000),
    "no end": _with(exp=None),
    "times with decimals": _times(exp=3600.5, nbf=-10.5),
    "a time that is a text": _with(exp="9999999999"),
    "a changed service URL": _changed_claim,
    "another service URL": _with(serviceurl="https://smba.trafficmanager.net/amer/"),
    "no service URL": _with(serviceurl=None),
    "a service URL that is no text": _with(serviceurl=["https://smba.trafficmanager.net/"]),
    "an ID token of a log-in": _id_token,
    "a header with demands": _under(crit=["exp"], exp=1),
    "an endless one": lambda t: t.signer.token(padding="x" * 20_000),
    "a token cut short": lambda t: t.signer.token()[:-10],
    "no token": lambda t: "..",
    "signs that are no ASCII": lambda t: t.signer.token() + "æ",
}
