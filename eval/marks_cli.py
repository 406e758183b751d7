"""`aftalesvar-eval mark` and `agree`: people's marks, and what measures make of the same."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from eval.errors import BadRun
from eval.marks import agree, marked, reading, sheet
from eval.marks.agree import POOR, Agreement
from eval.marks.reading import OURS
from eval.marks.units import units, verdict
from eval.runs.folder import Run
from eval.runs.folder import read as read_run
from eval.tables import show, table

cli = typer.Typer()
FEW = 10  # verdicts of the rarer kind; with fewer a kappa says little
RunFolder = Annotated[Path, typer.Argument(metavar="DIR", help="A run's folder.")]


@cli.command()
def mark(
    folder: RunFolder,
    file: Annotated[
        Path,
        typer.Option(
            "--sheet", metavar="FILE.xlsx", help="The reader's workbook; its name is theirs."
        ),
    ],
) -> None:
    """Have a person mark the answers of a run in a spreadsheet.

    The first call writes the workbook. Each later call reads what has been marked in it so far
    and keeps it with the run, for 'agree'.
    """
    run = _run(folder)
    if not file.exists():
        sheet.write(file, run.pairs)
        typer.echo(f"{file}: {len(run.pairs)} answers to mark. Run this again to count the marks.")
        return
    marks = {each.id: each for each in marked.read(file, run.pairs)}
    reading.write(folder / reading.FOLDER / f"{file.stem}.jsonl", marks.values())
    all_units = [unit for pair in run.pairs for unit in units(pair)]
    done = sum(
        unit.pair.record.id in marks and verdict(marks[unit.pair.record.id], unit) is not None
        for unit in all_units
    )
    typer.echo(f"{file}: {done} of {len(all_units)} verdicts given, on {len(marks)} answers.")


@cli.command("agree")
def agree_(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A marked run; without it the one that ships.")
    ] = OURS,
) -> None:
    """Tell how far readers agree with each other, and measures with each reader."""
    run = _run(folder)
    named = {path.stem: reading.read(path) for path in sorted((folder / "marks").glob("*.jsonl"))}
    if not named:
        raise BadRun(
            f"{folder}: nobody has marked it; do so with "
            f"'aftalesvar-eval mark {folder} --sheet NAME.xlsx'"
        )
    unknown = {id_ for marks in named.values() for id_ in marks} - {p.record.id for p in run.pairs}
    if unknown:
        raise BadRun(f"{folder}: '{min(unknown)}' is marked and is no answer of this run")
    if len(named) > 1:
        show(_table("Readers", agree.readers(run.pairs, named)))
    for name, marks in named.items():
        show(_table(f"Measures and {name}", agree.measures(run.pairs, name, marks)))


def _run(folder: Path) -> Run:
    run = read_run(folder)
    if not run.records:
        raise BadRun(f"{folder}: it has no answers to mark")
    return run


def _table(title: str, found: Sequence[Agreement]) -> Table:
    columns = ("aspect", "first", "second", "n", "alike", "kappa", "first and second said")
    return table(title, columns, [_row(each) for each in found])


def _row(each: Agreement) -> tuple[str, ...]:
    told = ", ".join(f"{one}/{other} {n}" for (one, other), n in sorted(each.table.items()))
    return (
        str(each.aspect), each.first, each.second, str(each.n), f"{each.same:.2f}", _kappa(each),
        told,
    )  # fmt: skip


def _kappa(each: Agreement) -> str:
    """With its standard error; a mark where it is poor, or rests on few verdicts of one kind."""
    if each.kappa is None:
        return "– (all alike)"
    said = f"{each.kappa.value:.2f} ± {each.kappa.error:.2f}"
    poor = " poor" if each.kappa.value < POOR else ""
    return f"{said}{poor}{' few' if each.rarer < FEW else ''}"
