"""`aftalesvar-eval export`: a run for another evaluation tool."""

from pathlib import Path
from typing import Annotated

import typer

from eval.adapters.shapes import Shape
from eval.adapters.shapes import export as write
from eval.errors import BadRun
from eval.runs.folder import read

cli = typer.Typer()


@cli.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A run's folder.")],
    to: Annotated[Shape, typer.Option("--to", help="Whose shape it is written in.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where it is written.")],
) -> None:
    """Write a run as ragas, DeepEval, promptfoo or Inspect read it."""
    pairs = read(folder).pairs
    if not out.absolute().parent.is_dir():
        raise BadRun(f"{out}: there is no folder {out.absolute().parent}; make it first")
    if out.is_dir():
        raise BadRun(f"{out} is a folder; give the name of a file to write")
    typer.echo(f"{out}: {write(pairs, to, out)} answers for {to}.")
