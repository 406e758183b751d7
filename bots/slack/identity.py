"""Who we are in Slack."""

import asyncio
import logging

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.client import FAILED, TokenRefused, bot_token_refused, code

log = logging.getLogger(__name__)
BEGINNING = 5.0  # seconds
# Slack takes the bot's token no more; until there is another nothing can be answered.
REFUSED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)


class Unrecognised(Exception):
    """Slack did not say who we are; the message says why, without any secret."""


class Identity:
    """Asked of Slack once, and again until it says."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: AuthorizeResult | None = None

    async def known(self) -> AuthorizeResult:
        """Our user, bot and workspace; raises `Unrecognised`."""
        if self._known is None:
            try:
                told = await self._client.auth_test()
            except FAILED as error:
                # Not Slack's own error: of that bolt makes an acknowledgement, and the question
                # would be lost. Of this it makes a 500, and Slack sends the question again.
                raise Unrecognised(code(error)) from None
            self._known = AuthorizeResult(
                enterprise_id=told.get("enterprise_id"),
                team_id=told["team_id"],
                bot_user_id=told["user_id"],
                bot_id=told.get("bot_id"),
                bot_token=self._client.token,
            )
        return self._known

    async def begin(self) -> None:
        """Ask who we are before anything is taken; raises `TokenRefused`.

        Where Slack cannot be asked just now, it is asked again when we need it.
        """
        try:
            async with asyncio.timeout(BEGINNING):
                await self.known()
        except Unrecognised as error:
            if str(error) in REFUSED:
                raise TokenRefused(bot_token_refused(str(error))) from None
            log.warning("Slack did not say yet who we are: %s", error)
        except TimeoutError:
            log.warning("Slack did not say in time who we are")

    @property
    def user(self) -> str:
        """Our own user; empty as long as Slack has not said it."""
        return (self._known and self._known.bot_user_id) or ""
