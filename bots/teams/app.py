"""The bot as an application: one door for Teams, guarded, and the state of the process."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx
from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from microsoft_teams.api.auth.caller import CallerType
from microsoft_teams.api.auth.cloud_environment import PUBLIC
from microsoft_teams.apps import App
from microsoft_teams.apps.events import ActivityEvent, CoreActivity
from microsoft_teams.apps.http import HttpMethod, HttpRouteHandler
from microsoft_teams.common import Client, ClientOptions
from pydantic import ValidationError

from bots.parts import Parts
from bots.settings import TeamsSettings
from bots.teams import (
    answering,
    commands,
    digest,
    events,
    find,
    opinions,
    privately,
    secretariat,
    sharing,
)
from bots.teams.asker import Roster
from bots.teams.bot import Bot, Tasks, failed
from bots.teams.credentials import Credentials, NoToken
from bots.teams.guard import ACTIVITY, Guard
from bots.teams.keys import KeySet
from bots.teams.outgoing import Outgoing
from bots.teams.tokens import Tokens
from bots.teams.writing import Writer
from service.unready import SearchIndexError

log = logging.getLogger("aftalesvar.teams")

MESSAGES = "/api/messages"
SERVICE = "https://smba.trafficmanager.net/teams"
TIMEOUT = 20.0  # seconds that Teams may take for one request of ours
# Where each part of the bot says what it listens to; the first that takes a message has it.
REGISTERED = (
    commands.register,
    privately.register,
    sharing.register,
    secretariat.register,
    opinions.register,
    find.register,
    events.register,
)


def create(settings: TeamsSettings, parts: Parts) -> FastAPI:
    """The application; what was left unanswered is answered when it starts."""
    client = httpx.AsyncClient()
    credentials = Credentials(settings, client)
    outgoing = Outgoing(credentials, settings.services)
    keys = KeySet(settings.keys, client)
    bot = _bot(settings, parts, outgoing)
    for register in REGISTERED:
        register(bot)

    @asynccontextmanager
    async def running(api: FastAPI) -> AsyncIterator[None]:
        await bot.app.initialize()
        bot.tasks.start(_begun(credentials))
        await answering.resume(bot)
        bot.tasks.start(digest.news(bot).run())
        yield
        await bot.tasks.stop()
        await client.aclose()

    api = FastAPI(lifespan=running, docs_url=None, redoc_url=None, openapi_url=None)
    tokens = Tokens(settings.client_id, settings.tenant, keys, outgoing.allows)
    api.add_middleware(Guard, tokens=tokens)
    _open(api, bot, keys)
    return api


async def _begun(credentials: Credentials) -> None:
    """Say at once that nothing can be answered; who waits for the first question finds out late."""
    try:
        await credentials.token()
    except NoToken as error:
        log.error("The bot gets no token: %s; 'aftalesvar-bot teams check' says more", error)


def _open(api: FastAPI, bot: Bot, keys: KeySet) -> None:
    @api.post(MESSAGES)
    async def messages(request: Request) -> Response:
        """An activity; only the guard can have put it there."""
        return await _handled(bot.app, request.scope[ACTIVITY])

    @api.get("/health")
    async def health() -> dict[str, str]:
        """Whether the process answers at all."""
        return {"status": "alive"}

    @api.get("/ready")
    async def ready(response: Response) -> dict[str, str]:
        """Whether questions can be taken and answered."""
        try:
            await bot.parts.newsroom.generation()
        except SearchIndexError:
            response.status_code = 503
            return {"status": "no index"}
        if not await keys.ready():
            response.status_code = 503
            return {"status": "no keys of the Bot Framework"}
        return {"status": "ready"}


async def _handled(app: App, activity: dict[str, Any]) -> Response:
    """What the part of the bot says that the activity is for; its words get into no log."""
    handle = app.server.on_request
    assert handle is not None, "the application has not been started"
    sender = _Sender(activity["serviceUrl"])
    try:
        body = CoreActivity.model_validate(opinions.as_read(activity))
        event = ActivityEvent(body=body, token=sender)
        said = await handle(event)
    except ValidationError as error:
        failed("An activity was not understood; reading it", error)
        return Response(status_code=400)
    except Exception as error:
        failed("An activity", error)
        return Response(status_code=503)
    if said.body is None:
        return Response(status_code=said.status)
    return JSONResponse(jsonable_encoder(said.body, by_alias=True, exclude_none=True), said.status)


def _bot(settings: TeamsSettings, parts: Parts, outgoing: Outgoing) -> Bot:
    # It logs whole activities at level debug, and what failed in them with its words.
    logging.getLogger("microsoft_teams").setLevel(logging.CRITICAL)
    client = Client(ClientOptions(timeout=TIMEOUT))
    client.use(outgoing)
    # Everything that it would else take from the environment is given.
    app = App(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        tenant_id=settings.tenant,
        service_url=SERVICE,
        cloud=replace(PUBLIC, login_endpoint=settings.login, openid_metadata_url=settings.keys),
        client=client,
        http_server_adapter=_NoDoor(),
        dangerously_allow_unauthenticated_requests=False,
        fetch_user_token=False,
        telemetry={"agent365": False},
    )
    tenant = settings.tenant.lower()
    writer = Writer(app.api.from_service_url, settings.client_id)
    return Bot(app, parts, settings, writer, Roster(app.api.from_service_url, tenant), Tasks())


class _NoDoor:
    """Where the SDK would open its own door: nowhere, whatever it is told."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Leave it closed."""

    def serve_static(self, path: str, directory: str) -> None:
        """Serve nothing."""

    async def start(self, port: int) -> None:
        """Listen nowhere: our own server does."""

    async def stop(self) -> None:
        """There is nothing to stop."""


@dataclass(frozen=True, slots=True)
class _Sender:
    """What the SDK wants to know of a token that the guard has checked."""

    service_url: str
    app_id: str = ""
    app_display_name: str | None = None
    tenant_id: str | None = None
    from_: CallerType = "azure"
    from_id: str = ""
    expiration: int | None = None

    def is_expired(self, buffer_ms: int = 0) -> bool:
        """Never for as long as the one activity takes."""
        return False
