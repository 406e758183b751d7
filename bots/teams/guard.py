"""Who may speak to the bot: the Bot Framework, and nobody else, before anything reads a word.

The SDK's own check is not in use. It reads its keys on the event loop, which stops every answer
for as long as that takes; does not ask for the key's endorsement; asks for the service URL only
where the activity names one; lets tokens of other issuers in; and a variable of the environment
switches it off. So its door is never opened (`bots.teams.app`), and ours has no switch.
"""

import asyncio
import json
import logging
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bots.teams.tokens import NotForUs, Tokens
from service.access.tokens import Refused
from service.web.body import TooLarge, whole

log = logging.getLogger("aftalesvar.teams")  # told at level info too

ACTIVITY = "aftalesvar.activity"  # where in the scope a checked activity is found
OPEN = ("/health", "/ready")
LARGEST = 512 * 1024  # bytes
PATIENCE = 10.0  # seconds for the body


class Guard:
    """Hands on checked activities, and requests for the state of the process."""

    def __init__(self, app: ASGIApp, tokens: Tokens) -> None:
        self._app = app
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] not in OPEN:
            try:
                scope[ACTIVITY] = await self._checked(scope, receive)
            except Refused as refused:
                await _refuse(401, refused)(scope, receive, send)
                return
            except NotForUs as refused:
                await _refuse(403, refused)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _checked(self, scope: Scope, receive: Receive) -> dict[str, Any]:
        said, key = await self._tokens.claims(_bearer(scope))
        activity = await _body(receive)
        self._tokens.agree(said, key, activity)
        return activity


def _refuse(status: int, why: Exception) -> Response:
    log.info("A request was refused: %s", str(why))
    return Response(status_code=status)


def _bearer(scope: Scope) -> str:
    """The token; raises `Refused`. The scheme's case does not matter (RFC 9110, 11.1)."""
    given = [value for name, value in scope["headers"] if name == b"authorization"]
    if len(given) != 1:
        raise Refused("no token, or several")
    scheme, _, token = given[0].decode("latin-1").partition(" ")
    if scheme.lower() != "bearer":
        raise Refused("no bearer token")
    return str(token)


async def _body(receive: Receive) -> dict[str, Any]:
    """The activity; raises `Refused` where none comes whole and in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            activity = json.loads(await whole(receive, LARGEST))
    except (TooLarge, TimeoutError, ClientDisconnect, ValueError, RecursionError) as error:
        raise Refused(f"no activity: {type(error).__name__}") from None
    if not isinstance(activity, dict):
        raise Refused("no activity: no object")
    return activity
