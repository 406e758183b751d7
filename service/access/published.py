"""What an issuer publishes: its addresses, and the public keys that its tokens are signed with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jwt import PyJWK, PyJWTError

from service.access.addresses import secure
from service.access.oidc import Oidc

# Asymmetric alone: a public key must never do as the shared secret of HS256.
RSA = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
ALGORITHMS = {
    "RSA": RSA,
    "EC P-256": ("ES256",),
    "EC P-384": ("ES384",),
    "EC P-521": ("ES512",),
    "OKP Ed25519": ("EdDSA",),
}


class NotPublished(Exception):
    """The issuer does not tell its keys, or not as it should; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key of the issuer, and the algorithms it may be used with."""

    public: Any
    algorithms: Sequence[str]


@dataclass(frozen=True, slots=True)
class Discovery:
    """The issuer's addresses; those of a page log-in are `None` where it has none."""

    keys: str
    authorization: str | None = None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What was fetched from the issuer at one time."""

    discovery: Discovery
    keys: Mapping[str, Key]


def discovery(told: Any, oidc: Oidc) -> Discovery:
    """The addresses in a discovery document; raises `NotPublished`."""
    if not isinstance(told, dict):
        raise NotPublished("the discovery document is no JSON object")
    if told.get("issuer") != oidc.issuer:
        raise NotPublished("the discovery document is of another issuer")
    where = [_address(told, name) for name in ("authorization_endpoint", "token_endpoint")]
    if (keys := _address(told, "jwks_uri")) is None:
        raise NotPublished("the discovery document names no https address of keys")
    return Discovery(keys, *where)


def _address(told: dict[str, Any], name: str) -> str | None:
    value = told.get(name)
    return value if isinstance(value, str) and secure(value) else None


def keys(told: Any, oidc: Oidc) -> dict[str, Key]:
    """The signing keys in a set, by their `kid`; raises `NotPublished` where there are none."""
    listed = told.get("keys") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise NotPublished("the set of keys is no JSON object with keys")
    usable = [jwk for jwk in listed if isinstance(jwk, dict) and _signs(jwk, oidc)]
    found = {jwk["kid"]: key for jwk in usable if (key := _key(jwk))}
    if not found:
        raise NotPublished("the set of keys has no key for signatures")
    return found


def _signs(jwk: dict[str, Any], oidc: Oidc) -> bool:
    """Whether it is for signatures of this issuer.

    Entra marks keys with whom they may sign for; a key for private accounts once signed for
    organisations (2023), which this would have stopped.
    """
    owner = str(jwk.get("issuer", oidc.issuer)).replace("{tenantid}", oidc.tenant or "")
    return (
        isinstance(jwk.get("kid"), str) and jwk.get("use", "sig") == "sig" and owner == oidc.issuer
    )


def _key(jwk: dict[str, Any]) -> Key | None:
    kind = "RSA" if jwk.get("kty") == "RSA" else f"{jwk.get('kty')} {jwk.get('crv')}"
    known = ALGORITHMS.get(kind, ())
    own = jwk.get("alg")
    algorithms = [name for name in known if own in (None, name)]
    if not algorithms:
        return None
    try:
        return Key(PyJWK(jwk, algorithms[0]).key, algorithms)
    except (PyJWTError, TypeError, ValueError):
        return None
