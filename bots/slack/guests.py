"""Who somebody is: one of our own, or a guest."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.asker import Asker
from bots.slack.client import FAILED
from bots.slack.identity import Identity, Unrecognised
from service.access.visitor import Channel

KEPT = 300.0  # seconds that Slack's word on somebody is believed
PATIENCE = 2.0  # seconds; whoever is not known by then is a guest
MOST = 10_000  # people that are kept
# Marks of a guest: the first two must be there and say no.
RESTRICTED = ("is_restricted", "is_ultra_restricted")
OTHERS = ("is_stranger", "is_bot", "deleted")


class Guests:
    """Asks Slack whether accounts are guests, and remembers it for a short time."""

    def __init__(
        self,
        client: AsyncWebClient,
        me: Identity,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`me` tells which workspace is ours: what a request says is the sender's."""
        self._client = client
        self._me = me
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[float, bool]] = {}

    async def asker(self, team: str, user: str, *, shared: bool = False) -> Asker:
        """The account; `shared` says that others' organisations are in the conversation.

        Nobody knows there for whom words are, so everybody counts as a guest.
        """
        guest = shared or await self.guest(team, user)
        return Asker(Channel.SLACK, team, user, guest)

    async def guest(self, team: str, user: str) -> bool:
        """Whether they are a guest, or it cannot be found out that they are none."""
        known = self._known.get((team, user))
        if known and known[0] > self._clock():
            return known[1]
        try:
            ours = (await self._me.known()).team_id
            async with asyncio.timeout(PATIENCE):
                answer = await self._client.users_info(user=user)
        except (Unrecognised, *FAILED):
            return True
        guest = team != ours or is_guest(answer.get("user") or {}, team)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[team, user] = (self._clock() + KEPT, guest)
        return guest


def is_guest(told: dict[str, Any], team: str) -> bool:
    """What Slack's record of a user says; `team` is the workspace that the bot is in."""
    restricted = any(told.get(mark) is not False for mark in RESTRICTED)
    other = any(told.get(mark, False) is not False for mark in OTHERS)
    return restricted or other or told.get("team_id") != team
