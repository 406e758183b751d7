"""Who we are in Slack."""

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.client import FAILED, code


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

    @property
    def user(self) -> str:
        """Our own user; empty as long as Slack has not said it."""
        return (self._known and self._known.bot_user_id) or ""
