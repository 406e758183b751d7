"""What the commands share: where the home is, and how lines are printed."""

import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[
    Path | None,
    typer.Option(
        help="Folder for everything the product writes; else AFTALESVAR_HOME, else .aftalesvar/.",
        show_default=False,
    ),
]


def say(lines: Iterable[str]) -> None:
    """Print what was found; end quietly where the reader, such as `head`, has seen enough."""
    # Only while it prints: a connection that somebody else closes is no reason to end at once.
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        typer.echo("\n".join(lines))
    finally:
        signal.signal(signal.SIGPIPE, before)
