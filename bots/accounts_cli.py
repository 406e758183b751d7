"""`aftalesvar-bot accounts`: which accounts of chat platforms see what is closed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from service import build
from service.access.account import Account, Linked, account
from service.access.visitor import Channel
from service.keys_cli import LONGEST_LIFE
from service.settings import settings
from service.terminal import Home, say

PLATFORMS = (Channel.SLACK, Channel.TEAMS)
cli = typer.Typer(
    name="accounts",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The accounts that see closed items in private messages: add, list and remove them.",
)
Platform = Annotated[str, typer.Argument(help="slack or teams.")]
Tenant = Annotated[
    str, typer.Argument(help="Slack's workspace (T...), or the tenant's id in Entra.")
]
User = Annotated[str, typer.Argument(help="Slack's member (U...), or the user's object id.")]


@cli.command()
def add(
    platform: Platform,
    tenant: Tenant,
    user: User,
    name: Annotated[str, typer.Argument(help="Whose it is, for the list.")],
    home: Home = None,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=LONGEST_LIFE, help="Ends by itself after so many days."),
    ] = None,
) -> None:
    """Let an account see closed items, in private messages alone."""
    linked = build.accounts(settings(home)).add(_account(platform, tenant, user), name, days)
    say([f"'{linked.name}' sees closed items in private messages, {_until(linked)}"])


@cli.command(name="list")
def list_(home: Home = None) -> None:
    """List the accounts, and whether their right still holds."""
    found = build.accounts(settings(home)).listed()
    nobody = "no account has rights; give one some with 'aftalesvar-bot accounts add'"
    say(_table(found) if found else [nobody])


@cli.command()
def remove(platform: Platform, tenant: Tenant, user: User, home: Home = None) -> None:
    """Take an account's right away, at once."""
    build.accounts(settings(home)).remove(_account(platform, tenant, user))
    say(["the account sees open items alone"])


def _account(platform: str, tenant: str, user: str) -> Account:
    if platform not in PLATFORMS:
        raise typer.BadParameter("give slack or teams")
    return account(Channel(platform), tenant, user)


def _table(found: Sequence[Linked]) -> Iterator[str]:
    now = datetime.now(UTC)
    yield f"{'platform':10}{'workspace or tenant':38}{'user':38}{'ends':12}{'state':9}name"
    for linked in found:
        of = linked.account
        ends = f"{linked.expires:%Y-%m-%d}" if linked.expires else "never"
        state = "holds" if linked.holds(now) else "expired"
        yield f"{of.platform:10}{of.tenant:38}{of.user:38}{ends:12}{state:9}{linked.name}"


def _until(linked: Linked) -> str:
    return f"until {linked.expires:%Y-%m-%d}" if linked.expires else "until it is removed"
