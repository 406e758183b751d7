"""What a checked token says of a person: who they are, and what they may see."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from service.access.errors import NotRecognised
from service.access.oidc import Oidc
from service.access.visitor import Channel, Scope, Visitor

Claims = Mapping[str, Any]

LONGEST_NAME = 80


def visitor(claims: Claims, oidc: Oidc, channel: Channel) -> Visitor:
    """Who a token or a log-in is for; raises `NotRecognised` where it names nobody."""
    return Visitor(_name(claims), channel, _scopes(claims, oidc), _shown(claims))


def _name(claims: Claims) -> str:
    """What tells people apart for good; addresses and names are given on to others."""
    tenant, person = claims.get("tid"), claims.get("oid")
    if not (_says(tenant) and _says(person)):
        tenant, person = claims.get("iss"), claims.get("sub")
    if not (_says(tenant) and _says(person)):
        raise NotRecognised
    return f"person {sha256(json.dumps([tenant, person]).encode()).hexdigest()[:32]}"


def _says(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _scopes(claims: Claims, oidc: Oidc) -> frozenset[Scope]:
    roles = _values(claims, "roles")
    too_many_groups = bool(claims.get("_claim_names") or claims.get("hasgroups"))
    held = roles if too_many_groups else roles | _values(claims, "groups")
    if oidc.read is not None and oidc.read not in held:
        return frozenset()
    # Above 200 groups Entra leaves them out: what is not known gives no right.
    if oidc.closed is None or oidc.closed not in held or too_many_groups:
        return frozenset({Scope.READ})
    return frozenset({Scope.READ, Scope.CLOSED})


def _values(claims: Claims, name: str) -> frozenset[str]:
    """The values of a list of texts; a lone text is one, anything else gives none."""
    value = claims.get(name)
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list):
        return frozenset()
    return frozenset(one for one in listed if isinstance(one, str))


def _shown(claims: Claims) -> str:
    value = claims.get("name")
    printable = value.isprintable() if isinstance(value, str) else False
    return value[:LONGEST_NAME] if printable and isinstance(value, str) else ""
