"""`aftalesvar-bot teams`: the bot in Teams, its app package, and whether it can work."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from starlette.types import ASGIApp

from bots.checking import of_home
from bots.options import Host, Port, told
from bots.parts import Parts
from bots.serving import Bot, serve
from bots.settings import TeamsSettings, address, teams
from service.access.visitor import Channel
from service.errors import BadSetting
from service.settings import settings
from service.terminal import Home

DEFAULT_PORT = 8011
cli = typer.Typer(
    name="teams", no_args_is_help=True, rich_markup_mode=None, help="The bot in Teams."
)


@cli.command()
def run(home: Home = None, host: Host = None, port: Port = None) -> None:
    """Be the bot: listen for Teams, on this machine only unless --host says otherwise."""
    ours = teams()
    where = address(host, port, DEFAULT_PORT)
    serve(settings(home), Bot(Channel.TEAMS, lambda parts: _application(ours, parts)), where)


def _application(ours: TeamsSettings, parts: Parts) -> ASGIApp:
    from bots.teams.app import create  # seconds of imports that nothing else needs

    return create(ours, parts)


@cli.command()
def manifest(
    client_id: Annotated[str, typer.Option("--id", help="Application (client) id of the bot.")],
    domain: Annotated[str, typer.Option(help="Domain of the web page, such as svar.example.dk.")],
    out: Annotated[Path, typer.Option(help="File to write.")] = Path("aftalesvar-teams.zip"),
    threads: Annotated[
        bool, typer.Option(help="Ask to read along, for further questions without a mention.")
    ] = False,
) -> None:
    """Write the package that is uploaded to Teams."""
    from bots.teams.manifest import package

    packed = package(client_id, domain, threads=threads)
    try:
        out.write_bytes(packed)
    except OSError as error:
        raise BadSetting(f"{out} cannot be written: {error.strerror}") from error
    typer.echo(f"{out}  (upload it in the Teams admin centre)")


@cli.command()
def check(home: Home = None) -> None:
    """Say whether the registration and the index are in order."""
    from bots.teams.check import looked

    ours, chosen = teams(), settings(home)
    told([*of_home(chosen), *asyncio.run(looked(ours))])
