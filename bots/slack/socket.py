"""Socket Mode: the bot connects to Slack, and needs no address that Slack can reach."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bots.settings import SlackSettings
from bots.slack.client import TokenRefused, app_token_refused, code
from bots.slack.quiet import quiet

PING = 10.0  # seconds; after four without a reply the connection is made anew


@asynccontextmanager
async def connected(
    app: AsyncApp, settings: SlackSettings, *, ping: float = PING
) -> AsyncIterator[SocketModeClient]:
    """Slack's events come in over a connection of ours, for as long as this lasts.

    A connection that Slack closes, or that is dead, is made anew. Raises `TokenRefused` where Slack
    opens none for the app-level token.
    """
    assert settings.app_token, "Socket Mode is chosen by its token"
    web = AsyncWebClient(base_url=settings.api, logger=quiet())
    handler = AsyncSocketModeHandler(app, settings.app_token, quiet(), web, ping_interval=ping)
    renewal: asyncio.Task[None] | None = None
    try:
        # Asked for here, as the SDK would try a token that is refused for ever.
        try:
            handler.client.wss_uri = await handler.client.issue_new_wss_url()
        except SlackApiError as error:
            raise TokenRefused(app_token_refused(code(error))) from None
        await handler.connect_async()  # type: ignore[no-untyped-call] # of the SDK
        renewal = asyncio.create_task(_renewed(handler.client, ping))
        yield handler.client
    finally:
        if renewal:
            renewal.cancel()
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _renewed(client: SocketModeClient, pause: float) -> None:
    """While it is not connected, forget the address: it served once, and the SDK keeps to it."""
    while True:
        await asyncio.sleep(pause)
        if not await client.is_connected():
            client.wss_uri = None
