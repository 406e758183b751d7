"""A Bot Framework on loopback: it speaks the wire protocols that Teams and Entra speak to a bot.

It publishes the keys it signs with, gives the bot tokens for its secret, keeps the state of every
conversation, refuses what the real one refuses, and can be told to fail.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.bots.teams.activities import APP, TENANT
from tests.bots.teams.framework import BotFramework, Call, Message, Refusal, kind_of, new_id
from tests.bots.teams.signing import ISSUER

__all__ = ["SECRET", "BotFramework", "Message", "application"]

SECRET = "entra-secret-of-the-test"
CONVERSATIONS = "/emea/v3/conversations"
Done = Callable[[str, dict[str, Any]], Awaitable[Response]]


class Cut(Response):
    """An answer that ends before it is whole: the client sees a connection that broke."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"100")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": False})


def application(teams: BotFramework) -> Starlette:
    """What is reached over HTTP."""
    microsoft, connector = _Microsoft(teams), _Connector(teams)
    one = f"{CONVERSATIONS}/{{conversation}}"
    return Starlette(
        routes=[
            Route("/v1/.well-known/openidconfiguration", microsoft.metadata),
            Route("/v1/.well-known/keys", microsoft.keys),
            Route("/{tenant}/oauth2/v2.0/token", microsoft.token, methods=["POST"]),
            Route(CONVERSATIONS, connector.begin, methods=["POST"]),
            Route(f"{one}/activities", connector.create, methods=["POST"]),
            Route(f"{one}/activities/{{activity}}", connector.create, methods=["POST"]),
            Route(f"{one}/activities/{{activity}}", connector.update, methods=["PUT"]),
            Route(f"{one}/activities/{{activity}}", connector.delete, methods=["DELETE"]),
            Route(f"{one}/members/{{member}}", connector.member),
            Route(f"{one}/pagedMembers", connector.members),
            Route("/emea/v3/teams/{team}", connector.team),
        ]
    )


async def _ordered(teams: BotFramework, request: Request, kind: str, body: Any) -> Response | None:
    """The failure that was ordered for such a request; writes the request down."""
    teams.calls.append(Call(request.method, request.url.path, kind, body))
    fault = teams.failing(kind)
    if fault is None:
        return None
    await asyncio.sleep(fault.delay)
    if fault.drop:
        return Cut()
    headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
    error = Refusal(fault.status, fault.code, fault.message)
    return _told(error, headers) if fault.status else None


def _told(refusal: Refusal, headers: dict[str, str] | None = None) -> Response:
    error = {"error": {"code": refusal.code, "message": refusal.message}}
    return JSONResponse(error, refusal.status, headers)


class _Microsoft:
    """The keys that activities are signed with, and Entra's tokens for the bot."""

    def __init__(self, teams: BotFramework) -> None:
        self._teams = teams

    async def metadata(self, request: Request) -> Response:
        failure = await _ordered(self._teams, request, "keys", {})
        if failure or self._teams.keys_down:
            return failure or Response(status_code=503)
        return JSONResponse(
            {
                "issuer": ISSUER,
                "jwks_uri": f"{self._teams.url}/v1/.well-known/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def keys(self, request: Request) -> Response:
        if self._teams.keys_down:
            return Response(status_code=503)
        signers = [self._teams.signer, *self._teams.more_signers]
        return JSONResponse({"keys": [each.published() for each in signers]})

    async def token(self, request: Request) -> Response:
        asked = parse_qs((await request.body()).decode())
        if failure := await _ordered(self._teams, request, "token", {}):
            return failure
        wanted = {
            "grant_type": ["client_credentials"],
            "client_id": [APP],
            "client_secret": [SECRET],
            "scope": ["https://api.botframework.com/.default"],
        }
        if asked != wanted or request.path_params["tenant"] != TENANT:
            return JSONResponse({"error": "invalid_client"}, 401)
        given = token_urlsafe(24)
        self._teams.issued[given] = time.time() + 3600
        return JSONResponse({"token_type": "Bearer", "expires_in": 3600, "access_token": given})


class _Connector:
    """The conversations; each request needs a token that Entra gave."""

    def __init__(self, teams: BotFramework) -> None:
        self._teams = teams

    async def create(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            status, said = self._teams.create(where, body)
            return JSONResponse(said, status)

        return await self._checked(request, None, done)

    async def update(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            return JSONResponse(self._teams.update(where, request.path_params["activity"], body))

        return await self._checked(request, "update", done)

    async def delete(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            self._teams.delete(where, request.path_params["activity"])
            return Response(status_code=200)

        return await self._checked(request, "delete", done)

    async def begin(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            if "channelData" in body:
                made = f"{body['channelData']['channel']['id']};messageid={new_id()}"
            else:
                made = f"a:new-{body['members'][0]['id']}"
            first = {}
            if body.get("activity"):
                first = {"activityId": self._teams.create(made, body["activity"])[1]["id"]}
            said = {"id": made, "serviceUrl": self._teams.service, **first}
            return JSONResponse(said, 201)

        return await self._checked(request, "conversation", done)

    async def member(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            person = self._teams.people.get(request.path_params["member"])
            if person is None:
                raise Refusal(404, "MemberNotFoundInConversation", "unknown")
            return JSONResponse(person.member)

        return await self._checked(request, "member", done)

    async def members(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            listed = [each.member for each in self._teams.people.values()]
            return JSONResponse({"members": listed})

        return await self._checked(request, "member", done)

    async def team(self, request: Request) -> Response:
        async def done(where: str, body: dict[str, Any]) -> Response:
            return JSONResponse({"id": request.path_params["team"], "name": "Fagsekretariatet"})

        return await self._checked(request, "team", done)

    async def _checked(
        self,
        request: Request,
        kind: str | None,
        done: Done,
    ) -> Response:
        """What is `done`, where the bot may ask and no failure was ordered."""
        raw = await request.body()
        body = json.loads(raw) if raw else {}
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._teams.issued.get(bearer, 0.0) < time.time():
            return _told(Refusal(401, "Unauthorized", "no token of ours"))
        if failure := await _ordered(self._teams, request, kind or kind_of(body), body):
            return failure
        try:
            return await done(request.path_params.get("conversation", ""), body)
        except Refusal as refusal:
            return _told(refusal)
