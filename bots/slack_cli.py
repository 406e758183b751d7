"""`aftalesvar-bot slack`: the bot in Slack, its manifest, and whether it can work."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer
from starlette.types import ASGIApp

from bots.checking import of_home
from bots.options import Host, Port, told
from bots.parts import Parts
from bots.serving import Bot, serve, working
from bots.settings import SlackSettings, address, public, slack
from service.access.visitor import Channel
from service.errors import BadSetting
from service.settings import settings
from service.terminal import Home, say

DEFAULT_PORT = 8010
cli = typer.Typer(
    name="slack", no_args_is_help=True, rich_markup_mode=None, help="The bot in Slack."
)


@cli.command()
def run(home: Home = None, host: Host = None, port: Port = None) -> None:
    """Be the bot: it connects to Slack by itself, or listens for Slack where there is no app token.

    On this machine only unless --host says otherwise.
    """
    ours = slack()
    where = address(host, port, DEFAULT_PORT)
    serve(settings(home), Bot(Channel.SLACK, lambda parts: _application(ours, parts)), where)


def _application(ours: SlackSettings, parts: Parts) -> ASGIApp:
    # The platform's SDK is a second of imports that nothing else needs.
    from bots.slack.app import create, over_http
    from bots.slack.socket import connected

    bot = create(ours, parts)
    if ours.app_token is None:
        return over_http(bot)

    @asynccontextmanager
    async def work() -> AsyncIterator[None]:
        async with bot.at_work(), connected(bot.app, ours):
            yield

    return working(work, parts)


@cli.command()
def manifest(
    url: Annotated[
        str | None,
        typer.Option(help="Where Slack reaches the bot; without it, it connects by itself."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write it to this file.", dir_okay=False)] = None,
) -> None:
    """Print the manifest that the app is made from in Slack."""
    from bots.slack.manifest import manifest as made

    text = json.dumps(made(url and public(url)), ensure_ascii=False, indent=2)
    if out is None:
        say([text])
        return
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise BadSetting(f"{out} cannot be written: {error.strerror}") from error
    say([f"{out}  (paste it at https://api.slack.com/apps)"])


@cli.command()
def check(home: Home = None) -> None:
    """Say whether tokens, rights and the index are in order."""
    from bots.slack.check import looked

    ours, chosen = slack(), settings(home)
    told([*of_home(chosen), *asyncio.run(looked(ours))])
