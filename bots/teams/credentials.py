"""The bot's own tokens, with which it writes to Teams (RFC 6749, 4.4).

The SDK would use MSAL, which asks Microsoft about any login address it does not know and refuses
http; the one form that is asked for here is the same for Entra and for a server on loopback.
"""

import asyncio
import time
from collections.abc import Callable

import httpx

from bots.settings import TeamsSettings

SCOPE = "https://api.botframework.com/.default"
EARLY = 300.0  # seconds before its end that a token is exchanged for another
TIMEOUT = 10.0


class NoToken(Exception):
    """Entra gave no token; the message says what it answered, without the secret."""


class Credentials:
    """Fetches a token when it is needed and keeps it while it holds."""

    def __init__(
        self,
        settings: TeamsSettings,
        client: httpx.AsyncClient,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._where = f"{settings.login.rstrip('/')}/{settings.tenant}/oauth2/v2.0/token"
        self._form = {
            "grant_type": "client_credentials",
            "client_id": settings.client_id,
            "client_secret": settings.client_secret,
            "scope": SCOPE,
        }
        self._client = client
        self._clock = clock
        self._fetching = asyncio.Lock()
        self._token = ""
        self._until = float("-inf")

    async def token(self) -> str:
        """A token that holds; raises `NoToken`."""
        async with self._fetching:
            if self._clock() >= self._until:
                await self._fetch()
            return self._token

    def forget(self, token: str) -> None:
        """Teams did not take that token: fetch another one."""
        if token == self._token:
            self._until = float("-inf")

    async def _fetch(self) -> None:
        try:
            response = await self._client.post(self._where, data=self._form, timeout=TIMEOUT)
            said = response.json()
            token, seconds = said["access_token"], float(said["expires_in"])
        except httpx.HTTPError as error:
            raise NoToken(f"the login cannot be reached: {type(error).__name__}") from error
        except (ValueError, TypeError, KeyError) as error:
            raise NoToken(f"the login answered {response.status_code} without a token") from error
        if not isinstance(token, str) or not token:
            raise NoToken("the login gave an empty token")
        self._token = token
        self._until = self._clock() + max(seconds - EARLY, min(seconds, 30.0))
