"""What a checked token says of a person."""

from typing import Any

import pytest

from service.access.claims import visitor
from service.access.oidc import Oidc
from service.access.visitor import Channel, Scope

READ, CLOSED = {Scope.READ}, {Scope.READ, Scope.CLOSED}
WHO = {"iss": "https://login.das.example", "sub": "bo"}
WITH_ROLES = Oidc("https://login.das.example", "aftalesvar", closed="Lukket", read="Laes")
FOR_ALL = Oidc("https://login.das.example", "aftalesvar", closed="Lukket")
NEVER_CLOSED = Oidc("https://login.das.example", "aftalesvar")


@pytest.mark.parametrize(
    ("oidc", "claims", "scopes"),
    [
        (WITH_ROLES, {"roles": ["Laes"]}, READ),
        (WITH_ROLES, {"groups": ["Laes"]}, READ),
        (WITH_ROLES, {"roles": ["Laes", "Lukket"]}, CLOSED),
        (WITH_ROLES, {"roles": ["Laes"], "groups": ["Lukket"]}, CLOSED),
        (WITH_ROLES, {"roles": ["Lukket"]}, set()),
        (WITH_ROLES, {"roles": ["laes"]}, set()),
        (WITH_ROLES, {"groups": ["Laes"], "hasgroups": True}, set()),
        (WITH_ROLES, {"roles": ["Laes", "Lukket"], "hasgroups": True}, READ),
        (WITH_ROLES, {}, set()),
        (FOR_ALL, {}, READ),
        (FOR_ALL, {"roles": "Lukket"}, CLOSED),
        (FOR_ALL, {"roles": None}, READ),
        (NEVER_CLOSED, {"roles": ["Lukket", ""]}, READ),
    ],
)
def test_roles_and_groups_give_rights(
    oidc: Oidc, claims: dict[str, Any], scopes: set[Scope]
) -> None:
    assert visitor(WHO | claims, oidc, Channel.TOKEN).scopes == scopes
