"""What the commands of both platforms share."""

from collections.abc import Sequence
from typing import Annotated

import typer

from bots.checking import Finding
from service.settings import LAST_PORT
from service.terminal import say

Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Port = Annotated[int | None, typer.Option(min=0, max=LAST_PORT, help="Port; 0 takes a free one.")]


def told(findings: Sequence[Finding]) -> None:
    """Print what was looked at; the command fails where something is not in order."""
    say(finding.line for finding in findings)
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)
