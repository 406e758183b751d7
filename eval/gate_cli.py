"""`aftalesvar-eval gate` and `baseline`: a build that fails where answers are worse."""

from pathlib import Path
from typing import Annotated

import typer

from eval.gate import junit as xml
from eval.gate.lines import HEADS, lines, rows
from eval.gate.rules import ALPHA, rules
from eval.gate.sheet import of_run, read, write
from eval.gate.verdict import judged
from eval.runs.folder import read as read_run
from eval.tables import show, table
from service.terminal import say

cli = typer.Typer()
FELL = 1


@cli.command()
def gate(
    baseline: Annotated[Path, typer.Argument(help="A run's folder, or a file of 'baseline'.")],
    run: Annotated[Path, typer.Argument(help="The folder of the run that is judged.")],
    measure: Annotated[
        list[str] | None,
        typer.Option(help="Gate this measure alone; can be given again.", show_default=False),
    ] = None,
    alpha: Annotated[
        float, typer.Option(min=0.0001, max=0.5, help="Chance of failing by luck alone.")
    ] = ALPHA,
    junit: Annotated[
        Path | None,
        typer.Option(metavar="FILE.xml", help="Write it for a build server too."),
    ] = None,
) -> None:
    """Fail (exit 1) where RUN is worse than BASELINE on the same questions."""
    ruled = rules(measure or (), alpha)
    verdict = judged(read(baseline, ruled.measures), read(run, ruled.measures), ruled)
    show(table(f"{run} against {baseline}, {verdict.questions} questions", HEADS, rows(verdict)))
    say(lines(verdict))
    if junit:
        xml.write(verdict, junit)
    if not verdict.passes:
        raise typer.Exit(FELL)


@cli.command()
def baseline(
    run: Annotated[Path, typer.Argument(help="The folder of a whole run.")],
    file: Annotated[Path, typer.Argument(help="Where to keep its numbers, as JSON lines.")],
) -> None:
    """Keep the numbers of RUN in a small file that later runs are held against."""
    sheet = of_run(read_run(run), rules().measures)
    write(sheet, file)
    typer.echo(f"{len(sheet.questions)} questions in {file}")
