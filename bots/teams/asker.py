"""Who asks in Teams: an account of the house, or somebody who has open rights only."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable

import httpx
from microsoft_teams.api import ActivityBase, ApiClient, TeamsChannelAccount
from pydantic import ValidationError

from bots.asker import Asker
from bots.teams.addresses import Address
from bots.teams.credentials import NoToken
from bots.teams.outgoing import NotAllowed
from service.access.visitor import Channel

log = logging.getLogger("aftalesvar.teams")

FRESH = 300.0  # seconds that somebody is known not to be a guest
MOST = 10_000  # people that are known at a time


def stranger(activity: ActivityBase, tenant: str) -> Asker:
    """Who sent the activity, before it is known whether they are a guest."""
    person = activity.from_
    return Asker(Channel.TEAMS, tenant, (person.aad_object_id or person.id).lower())


class Roster:
    """Asks Teams who somebody is: the activity itself does not say who is a guest."""

    def __init__(
        self,
        api: Callable[[str], ApiClient],
        tenant: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`api` makes the client of a service URL."""
        self._api = api
        self._tenant = tenant
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], float] = OrderedDict()

    async def asker(self, address: Address, sender: str, user: str) -> Asker:
        """`user` (an object id) with what the conversation's roster says of `sender`.

        A guest unless it says otherwise: where it cannot be asked too.
        """
        guest = not (self._fresh(sender, user) or await self._ours(address, sender, user))
        return Asker(Channel.TEAMS, self._tenant, user, guest=guest)

    def _fresh(self, sender: str, user: str) -> bool:
        return self._clock() < self._known.get((sender, user), float("-inf"))

    async def _ours(self, address: Address, sender: str, user: str) -> bool:
        try:
            conversations = self._api(address.service).conversations
            member = await conversations.get_member_by_id(address.conversation, sender)
        except (httpx.HTTPError, httpx.InvalidURL, NoToken, NotAllowed, ValidationError) as error:
            log.warning("Who asks cannot be looked up: %s", type(error).__name__)
            return False
        if not self._is_ours(member, user):
            return False
        self._known[sender, user] = self._clock() + FRESH
        self._known.move_to_end((sender, user))
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return True

    def _is_ours(self, member: TeamsChannelAccount, user: str) -> bool:
        return (
            (member.user_role or "").lower() == "user"
            and (member.tenant_id or "").lower() == self._tenant
            and (member.aad_object_id or "").lower() == user
        )
