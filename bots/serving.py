"""A bot as a process: where it listens, and how it stops."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import typer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bots import build
from bots.alone import alone
from bots.parts import Parts
from service.access.visitor import Channel
from service.errors import ServiceError
from service.observing.lines import log_lines
from service.serving.answering import answer
from service.serving.chores import repeated
from service.serving.listening import listening, url_of
from service.serving.stopping import stoppable
from service.settings import Address, Settings
from service.unready import SearchIndexError

SWEPT = 600.0  # seconds
Work = Callable[[], AbstractAsyncContextManager[object]]


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot of a platform: makes the application that is served."""

    platform: Channel
    application: Callable[[Parts], ASGIApp]


def serve(chosen: Settings, bot: Bot, where: Address) -> None:
    """Be the bot until told to stop; raises `ServiceError` where that cannot begin."""
    log_lines()
    memory = build.memory(chosen)
    memory.sweep()  # one that cannot be used is told of before anything is taken
    with (
        stoppable(),
        alone(chosen.home, bot.platform),
        listening(where) as taken,
        repeated(memory.sweep, SWEPT),
    ):
        typer.echo(f"{url_of(taken)}  (stop with Ctrl+C)")
        try:
            answer(lambda: _Beginning(bot.application(build.parts(chosen)), bot.platform), taken)
        except SystemExit:
            raise ServiceError("the bot cannot begin; the lines above say why") from None


class _Beginning:
    """An application that says in one line why it cannot begin, and nothing of what it met."""

    def __init__(self, application: ASGIApp, platform: Channel) -> None:
        self._application = application
        self._platform = platform

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As the application; of what fails at its beginning only the kind is told."""
        failed: Message = {}

        async def held(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                failed.update(message)
            else:
                await send(message)

        try:
            await self._application(scope, receive, held if scope["type"] == "lifespan" else send)
        except Exception as error:
            if failed:
                await send({**failed, "message": self._why(error)})
            raise

    def _why(self, error: Exception) -> str:
        if isinstance(error, ServiceError | SearchIndexError):
            return str(error)
        check = f"'aftalesvar-bot {self._platform} check'"
        return f"{type(error).__name__}; {check} says what is not in order"


def working(work: Work, parts: Parts) -> ASGIApp:
    """An application that does `work` for as long as it is served, and says whether it can.

    For a bot that connects by itself: nobody but who looks after it calls it.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with work():
            yield

    async def health(_: Request) -> JSONResponse:
        return JSONResponse({"status": "alive"})

    async def ready(_: Request) -> JSONResponse:
        try:
            await parts.newsroom.generation()
        except SearchIndexError:
            return JSONResponse({"status": "no index"}, 503)
        return JSONResponse({"status": "ready"})

    routes = [Route("/health", health), Route("/ready", ready)]
    return Starlette(routes=routes, lifespan=lifespan)
