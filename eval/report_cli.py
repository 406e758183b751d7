"""The commands that tell of runs: `report` and `compare`."""

from pathlib import Path
from typing import Annotated

import typer

from eval.errors import BadRun
from eval.report import comparison_page, page, terminal
from eval.report.comparison import compared
from eval.report.told import told

cli = typer.Typer()
Folder = Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", exists=True)]
Out = Annotated[
    Path | None,
    typer.Option(help="Write it as a page, too: one HTML file.", dir_okay=False),
]


@cli.command()
def report(folder: Folder, out: Out = None) -> None:
    """Say how good the answers of RUN are, where they fail, and why."""
    found = told(folder)
    _write(out, page.page(found) if out else "")
    terminal.show(terminal.report(found))


@cli.command()
def compare(
    before: Annotated[
        Path, typer.Argument(metavar="RUN_A", help="Folder of the run before.", exists=True)
    ],
    after: Annotated[
        Path, typer.Argument(metavar="RUN_B", help="Folder of the run after.", exists=True)
    ],
    out: Out = None,
    common: Annotated[
        bool, typer.Option("--common", help="Compare the questions that both asked, no others.")
    ] = False,
) -> None:
    """Say what is better and worse in RUN_B than in RUN_A, and which answers changed."""
    found = compared(told(before), told(after), common=common)
    _write(out, comparison_page.page(found) if out else "")
    terminal.show(terminal.comparison(found))


def _write(out: Path | None, html: str) -> None:
    if out is None:
        return
    try:
        out.write_text(html, "utf-8")
    except OSError as error:
        raise BadRun(f"{out} cannot be written: {error.strerror}") from error
    typer.echo(f"written: {out}")
