"""`aftalesvar keys`: make, list and revoke the keys that programs ask with."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from service import build
from service.access.key import Key
from service.access.visitor import Scope
from service.settings import settings
from service.terminal import Home, say

LONGEST_LIFE = 3650  # days

keys = typer.Typer(
    name="keys",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The keys that programs ask with: make, list and revoke them.",
)


@keys.command()
def add(
    name: Annotated[str, typer.Argument(help="What the key is for, such as 'Testsystem'.")],
    home: Home = None,
    closed: Annotated[
        bool, typer.Option("--closed", help="May see closed items too.", show_default=False)
    ] = False,
    metrics: Annotated[
        bool,
        typer.Option(
            "--metrics", help="May read /metrics; reads nothing else.", show_default=False
        ),
    ] = False,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=LONGEST_LIFE, help="Ends by itself after so many days."),
    ] = None,
) -> None:
    """Make a key and print it, this once; only a digest of it is kept."""
    key, text = build.keys(settings(home)).add(name, _scopes(closed=closed, metrics=metrics), days)
    typer.echo(text)
    # What is said of it goes where it does not come along in KEY=$(aftalesvar keys add ...).
    typer.echo("\n".join(_advice(key)), err=True)


def _scopes(*, closed: bool, metrics: bool) -> frozenset[Scope]:
    """A key for metrics alone reads nothing: it lies in the settings of a monitoring system."""
    wanted = {Scope.CLOSED: closed, Scope.METRICS: metrics}
    return frozenset(scope for scope, given in wanted.items() if given) or frozenset({Scope.READ})


def _advice(key: Key) -> Iterator[str]:
    yield f"This is the key of '{key.name}' ({_rights(key)}). It is shown only now: keep it where"
    yield "passwords are kept, and send it with each request as  Authorization: Bearer KEY"
    yield f"It ends {_until(key)}; at once with:  aftalesvar keys revoke {key.id}"


@keys.command(name="list")
def list_(home: Home = None) -> None:
    """List all keys, what each may do, and whether it still holds; never a key itself."""
    found = build.keys(settings(home)).listed()
    say(_table(found) if found else ["there are no keys; make one with 'aftalesvar keys add NAME'"])


def _table(found: Sequence[Key]) -> Iterator[str]:
    now = datetime.now(UTC)
    yield f"{'id':12}{'may':24}{'made':12}{'ends':12}{'state':9}name"
    for key in found:
        ends = f"{key.expires:%Y-%m-%d}" if key.expires else "never"
        made = f"{key.created:%Y-%m-%d}"
        yield f"{key.id:12}{_rights(key):24}{made:12}{ends:12}{_state(key, now):9}{key.name}"


def _state(key: Key, now: datetime) -> str:
    if key.revoked:
        return "revoked"
    return "holds" if key.holds(now) else "expired"


@keys.command()
def revoke(
    key_id: Annotated[str, typer.Argument(help="Its id, as 'keys list' tells.", metavar="ID")],
    home: Home = None,
) -> None:
    """End a key at once, for all that use it."""
    key = build.keys(settings(home)).revoke(key_id)
    was = "had been revoked before" if key.revoked else "is revoked"
    say([f"the key {key.id} of '{key.name}' {was}"])


def _rights(key: Key) -> str:
    return ", ".join(scope for scope in Scope if scope in key.scopes)


def _until(key: Key) -> str:
    return f"{key.expires:%Y-%m-%d}" if key.expires else "never by itself"
