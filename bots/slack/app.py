"""The bot in Slack, put together: what it listens to, and how it is reached over HTTP."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import ModuleType

import aiohttp
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bots.digest import Digest
from bots.parts import Parts
from bots.settings import SlackSettings
from bots.slack import assistant, command, events, home, opinions, secretariat, sharing, shortcut
from bots.slack.answering import Answering
from bots.slack.client import TIMEOUT, client
from bots.slack.digest import telling
from bots.slack.faults import watch
from bots.slack.guard import PATH, Guard
from bots.slack.guests import Guests
from bots.slack.identity import Identity, Unrecognised
from bots.slack.kit import Kit
from bots.slack.quiet import LOG, quiet
from bots.slack.replying import answering_to
from bots.slack.running import Running
from service.access.visitor import Channel

# Each has `register(app: AsyncApp, kit: Kit) -> None`. The first that fits a request gets it.
LISTENERS: tuple[ModuleType, ...] = (
    command,
    shortcut,
    opinions,
    sharing,
    secretariat,
    home,
    assistant,
    events,
)
PAUSE = 0.5
STOPPING = 10.0  # seconds for answers that are under way when the bot is stopped


@dataclass(frozen=True, slots=True)
class SlackBot:
    """All listeners and what they work with; the same for HTTP and for Socket Mode."""

    app: AsyncApp
    kit: Kit

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """While this lasts it answers, first what was left unanswered when it stopped."""
        kit, limit = self.kit, aiohttp.ClientTimeout(total=TIMEOUT)
        # Before anything new is taken, so that nothing is both new and left.
        left = await asyncio.to_thread(kit.parts.memory.unfinished, Channel.SLACK)
        async with aiohttp.ClientSession(timeout=limit) as session:
            kit.client.session = self.app.client.session = session
            await kit.me.begin()
            kit.running.start(Answering(kit).resume(left))
            looking = asyncio.create_task(self._digest().run())
            try:
                yield
            finally:
                looking.cancel()
                await kit.running.finish(STOPPING)

    def _digest(self) -> Digest:
        parts = self.kit.parts
        return Digest(Channel.SLACK, parts.newsroom, parts.memory, telling(self.kit.client))


def create(settings: SlackSettings, parts: Parts, pause: float = PAUSE) -> SlackBot:
    """The bot; nothing is connected or asked yet.

    An answer that is there within `pause` seconds is one message from the beginning.
    """
    web = client(settings, settings.bot_token)
    me = Identity(web)
    kit = Kit(settings, parts, web, Guests(web, me), me, Running(), pause)

    async def authorize() -> AuthorizeResult:  # bolt looks at its names, and knows no methods
        return await kit.me.known()

    app = AsyncApp(
        name=LOG,  # a logger of this name is set as the one that is given
        logger=quiet(),
        client=client(settings, token=None),  # `authorize` gives the token
        authorize=authorize,
        signing_secret=settings.signing_secret or "",
        ssl_check_enabled=False,  # the guard answers it
    )
    watch(app)
    app.use(answering_to(settings.api))
    for listener in LISTENERS:
        listener.register(app, kit)
    _take_the_rest(app)
    return SlackBot(app, kit)


def over_http(bot: SlackBot) -> ASGIApp:
    """What Slack calls: `/slack/events` for everything; `/health` and `/ready` for operators.

    Raises `ValueError` without a signing secret: nothing would prove that it is Slack.
    """
    if not bot.kit.settings.signing_secret:
        raise ValueError("without a signing secret anybody could call in Slack's name")
    handler = AsyncSlackRequestHandler(bot.app)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with bot.at_work():
            yield

    async def ready(_: Request) -> Response:
        return await _ready(bot.kit)

    app = Starlette(
        routes=[
            Route(PATH, handler.handle, methods=["POST"]),
            Route("/health", _health),
            Route("/ready", ready),
        ],
        lifespan=lifespan,
    )
    return Guard(app, bot.kit.settings.signing_secret, bot.kit.parts.memory)


def _take_the_rest(app: AsyncApp) -> None:
    """Acknowledge what nobody listens to: what is not, Slack sends again and complains of."""

    async def event() -> None:
        pass

    async def action(ack: AsyncAck) -> None:
        await ack()

    app.event(re.compile(""))(event)
    app.action(re.compile(""))(action)


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _ready(kit: Kit) -> Response:
    """Whether questions can be answered: Slack knows us, and there is an index."""
    try:
        await kit.me.known()
        await kit.parts.newsroom.generation()
    except Unrecognised:
        return JSONResponse({"status": "unknown to Slack"}, status_code=503)
    except Exception:
        return JSONResponse({"status": "no index"}, status_code=503)
    return JSONResponse({"status": "ready"})
