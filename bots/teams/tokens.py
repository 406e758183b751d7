"""Tokens of the Bot Framework: the rules by which an activity is believed, all of them always.

They are Microsoft's (learn.microsoft.com, "Authentication with the Bot Connector API"), and the
tenant, as our registration is for one alone. Tokens of the Emulator, of other bots and of people
are other issuers' and so refused.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import jwt

from bots.teams.keys import ISSUER, Key
from service.access.tokens import Refused, read_header

CHANNEL = "msteams"
SKEW = 300  # seconds that two clocks may differ
TIMES = ("exp", "nbf", "iat")
Said = Mapping[str, Any]


class NotForUs(Exception):
    """A good token with an activity that is not our house's."""


class Keys(Protocol):
    """Where the keys are known."""

    async def key(self, kid: str) -> Key | None:
        """The key of that name."""
        ...


class Tokens:
    """Checks who sent an activity."""

    def __init__(self, app: str, tenant: str, keys: Keys, allows: Callable[[str], bool]) -> None:
        """`app` is the bot's id in Entra, `tenant` the house's, `allows` where is replied to."""
        self._app = app
        self._allows = allows
        self._tenant = tenant.lower()
        self._keys = keys

    async def claims(self, token: str) -> tuple[Said, Key]:
        """What a token says and the key it was signed with; raises `Refused`."""
        key = await self._keys.key(read_header(token)["kid"])
        if key is None:
            raise Refused("unknown key")
        try:
            said = jwt.decode(
                token,
                key.public,
                algorithms=["RS256"],
                audience=self._app,
                issuer=ISSUER,
                leeway=SKEW,
                options={
                    "require": ["exp", "iss", "aud"],
                    "strict_aud": True,
                    "enforce_minimum_key_length": True,
                },
            )
        except (jwt.PyJWTError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise Refused(type(error).__name__) from None
        for name in TIMES:
            if type(said.get(name, 0)) is not int:
                raise Refused("a time that is no whole number")
        return said, key

    def agree(self, said: Said, key: Key, activity: Said) -> None:
        """Hold the token against its activity; raises `Refused` and `NotForUs`."""
        named, claimed = activity.get("serviceUrl"), said.get("serviceurl")
        if not (isinstance(named, str) and isinstance(claimed, str) and named):
            raise Refused("no service URL")
        if named.rstrip("/") != claimed.rstrip("/"):
            raise Refused("another service URL")
        if not self._allows(named):
            raise NotForUs("a service that is none of the Bot Connector's")
        channel = activity.get("channelId")
        if channel != CHANNEL or channel not in key.endorsements:
            raise NotForUs("another channel")
        if _tenants(activity) != {self._tenant}:
            raise NotForUs("another tenant")


def _tenants(activity: Said) -> set[object]:
    """The tenants that the activity says it is of; one that is no text counts as another."""
    data = activity.get("channelData")
    tenant = data.get("tenant") if isinstance(data, dict) else None
    conversation = activity.get("conversation")
    named = [
        place[name]
        for place, name in ((tenant, "id"), (conversation, "tenantId"))
        if isinstance(place, dict) and name in place
    ]
    return {each.lower() if isinstance(each, str) else None for each in named}
