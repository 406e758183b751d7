"""An account of a chat platform: what its ids look like."""

import re
from dataclasses import dataclass
from datetime import datetime

from service.access.errors import BadAccount
from service.access.oidc import GUID
from service.access.visitor import Channel

# Slack: a workspace or a whole organisation, and a person; bots and apps have other letters.
SLACK_TENANT, SLACK_USER = re.compile("[TE][A-Z0-9]{6,20}"), re.compile("[UW][A-Z0-9]{6,20}")
SHAPES = {Channel.SLACK: (SLACK_TENANT, SLACK_USER), Channel.TEAMS: (GUID, GUID)}
HINTS = {
    Channel.SLACK: "ids of Slack are like T0123ABCD for the workspace and U0123ABCD for the member",
    Channel.TEAMS: "ids of Teams are those of tenant and user in Entra, like "
    "00000000-0000-0000-0000-000000000000",
}


@dataclass(frozen=True, slots=True)
class Account:
    """An account by the platform's own ids: Slack's team and user, Entra's tenant and object."""

    platform: Channel
    tenant: str
    user: str

    @property
    def visitor(self) -> str:
        """What tells it apart from all other visitors."""
        return f"{self.platform} {self.tenant} {self.user}"


@dataclass(frozen=True, slots=True)
class Linked:
    """An account that was given the right to what is closed, by what name and for how long."""

    account: Account
    name: str
    created: datetime
    expires: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it has not expired."""
        return self.expires is None or now < self.expires


def account(platform: Channel, tenant: str, user: str) -> Account:
    """The account of those ids as they are compared; Entra's count in small letters.

    Raises `BadAccount`.
    """
    shapes = SHAPES.get(platform)
    if shapes is None:
        raise BadAccount("accounts are of slack or teams")
    if not shapes[0].fullmatch(tenant) or not shapes[1].fullmatch(user):
        raise BadAccount(f"that is no account; {HINTS[platform]}")
    if platform is Channel.TEAMS:
        tenant, user = tenant.lower(), user.lower()
    return Account(platform, tenant, user)
