"""What the bot writes in Teams, and what became of it."""

from collections.abc import Callable

import httpx
from microsoft_teams.api import Account, ActivityParams, ApiClient, TypingActivityInput
from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.clients.conversation import CreateConversationParams

from bots.teams.addresses import THREAD, Address
from bots.teams.credentials import NoToken
from bots.teams.outgoing import NotAllowed

REMOVED = frozenset(
    {"BotNotInConversationRoster", "ConversationBlockedByUser", "ConversationNotFound"}
)


class NotWritten(Exception):
    """Teams did not take it; the message names the answer's status or the error, no words."""


class Removed(NotWritten):
    """The bot is no longer in that conversation."""


class Stopped(NotWritten):
    """The reader stopped the message while it grew."""


class Gone(NotWritten):
    """The message that was to be changed is there no more, or may not be changed."""


class Unfit(NotWritten):
    """Teams takes no such message, however often it is sent."""


class Writer:
    """Writes as the bot."""

    def __init__(self, api: Callable[[str], ApiClient], bot: str) -> None:
        """`api` makes the client of a service URL, `bot` is its id in Entra."""
        self._api = api
        self._bot = Account(id=f"28:{bot}")

    async def say(self, address: Address, activity: ActivityParams) -> str:
        """Write it there; its id. Raises `NotWritten`."""
        activity.from_ = self._bot
        conversations = self._api(address.service).conversations
        try:
            sent = await conversations.create_activity(address.conversation, activity)
        except Exception as error:
            raise _not_written(error) from error
        return sent.id

    async def look_busy(self, address: Address) -> None:
        """Show there for some seconds that we write; raises `Removed` alone."""
        try:
            await self.say(address, TypingActivityInput())
        except Removed:
            raise
        except NotWritten:
            pass

    async def rewrite(self, address: Address, message: str, activity: MessageActivityInput) -> None:
        """Put it in the place of our message; raises `NotWritten`."""
        activity.from_, activity.id = self._bot, message
        conversations = self._api(address.service).conversations
        try:
            await conversations.update_activity(address.conversation, message, activity)
        except Exception as error:
            raise _not_written(error) from error

    async def alone(self, address: Address, person: str, tenant: str) -> Address:
        """The chat with one person who is met at `address`; raises `NotWritten`."""
        wanted = CreateConversationParams(members=[Account(id=person)], tenant_id=tenant)
        try:
            made = await self._api(address.service).conversations.create(wanted)
        except Exception as error:
            raise _not_written(error) from error
        return Address(address.service, made.id)

    async def inside(self, address: Address, person: str) -> bool:
        """Whether the roster of the conversation has them; `False` where it cannot be read."""
        base = address.conversation.partition(THREAD)[0]
        try:
            await self._api(address.service).conversations.get_member_by_id(base, person)
        except Exception as error:
            _not_written(error)
            return False
        return True

    async def take_back(self, address: Address, message: str) -> None:
        """Delete our message; raises `NotWritten`."""
        conversations = self._api(address.service).conversations
        try:
            await conversations.delete_activity(address.conversation, message)
        except Exception as error:
            raise _not_written(error) from error


def _not_written(error: Exception) -> Exception:
    """What went wrong in our words; an error of ours is itself."""
    if isinstance(error, httpx.HTTPStatusError):
        status, code, message = error.response.status_code, *_said(error.response)
        if code in REMOVED:
            return Removed(code)
        if status == 403 and "cancel" in message.lower():
            return Stopped("stopped by the reader")
        if status in (403, 404):
            return Gone(f"{status} {code}")
        return (Unfit if status in (400, 413, 422) else NotWritten)(f"{status} {code}")
    if isinstance(error, (httpx.HTTPError, httpx.InvalidURL, NoToken, NotAllowed)):
        return NotWritten(type(error).__name__)
    return error


def _said(response: httpx.Response) -> tuple[str, str]:
    """The code and the message of an error of Teams, as far as it says them."""
    try:
        error = response.json()["error"]
        return str(error.get("code", "")), str(error.get("message", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return "", ""
