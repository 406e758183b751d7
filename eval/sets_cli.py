"""The commands for sets of questions: `check` and others."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from eval.errors import BadSet
from eval.sets.checking import checked, unindexed
from eval.sets.collection import of_folder, of_home
from eval.sets.opinions import candidates
from eval.sets.reading import rows
from eval.sets.row import Row, schema
from eval.sets.suggest import suggested
from eval.sets.table import example
from eval.sets.writing import write
from service import build
from service.cli import FAILED
from service.settings import settings
from service.terminal import Home, say

cli = typer.Typer()
Set = Annotated[
    Path | None,
    typer.Argument(metavar="SET", help="Questions as .jsonl, .xlsx or .csv.", show_default=False),
]
Folder = Annotated[
    Path | None,
    typer.Option("--documents", help="Folder of the documents; else those of the home's index."),
]
Json = Annotated[bool, typer.Option("--json", help="Print it as JSON, for programs.")]


@cli.command()
def check(
    questions: Set = None,
    documents: Folder = None,
    home: Home = None,
    as_json: Json = False,
    show_schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON schema of a question and stop.")
    ] = False,
) -> None:
    """Hold the questions of SET against the documents: quotes, lines, meetings, doubles.

    With --documents and --home the index must have all that is quoted, too.
    """
    if show_schema:
        say([json.dumps(schema(), ensure_ascii=False, indent=1)])
        return
    if questions is None:
        raise typer.BadParameter("give the file of questions, or --schema", param_hint="SET")
    read = rows(questions)
    try:
        items = read.items(questions, proposals=True)
    except BadSet as error:
        if not as_json:
            raise
        say([as_json_lines([Told(fault.place, None, fault.says) for fault in error.faults])])
        raise typer.Exit(FAILED) from error
    chosen = of_folder(documents) if documents else of_home(settings(home))
    also = of_home(settings(home)) if documents and home else None
    found = [*checked(items, chosen), *(unindexed(items, also) if also else ())]
    told = [Told(read.places()[one.id], one.id, one.says, one.doubt) for one in found]
    told += [Told("", None, f"not read: {said}", doubt=True) for said in chosen.unread]
    say([as_json_lines(told)] if as_json else as_lines(told, len(items), len(chosen.files)))
    if any(not one.doubt for one in told):
        raise typer.Exit(FAILED)


@cli.command()
def template(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="File to write, .xlsx or .csv.")],
) -> None:
    """Write an empty table of questions with drop-downs and a guide in Danish."""
    write(out, [example()])
    say([f"{out}: fill it in, then run 'aftalesvar-eval check {out} --documents FOLDER'"])


Out = Annotated[
    Path, typer.Option("--out", help="File to write: .jsonl, .xlsx or .csv.", show_default=False)
]


@cli.command()
def suggest(
    out: Out,
    home: Home = None,
    limit: Annotated[int, typer.Option(min=1, help="The most questions to propose.")] = 60,
) -> None:
    """Propose questions from the structure of the collection, for a person to accept or mend."""
    found = suggested(of_home(settings(home)), limit)
    _written(out, found, "nothing in the collection to ask about; has it minutes or agreements?")


@cli.command()
def opinions(out: Out, home: Home = None) -> None:
    """Make candidates of the questions whose answers got a thumbs-down; no personal data."""
    found = candidates(build.feedback(settings(home)).all())
    _written(out, found, "no thumbs-down with a question is kept in this home")


def _written(out: Path, found: Sequence[Row], nothing: str) -> None:
    if not found:
        say([nothing])
        return
    write(out, found)
    say(
        [f"{out}: {len(found)} proposals; read each and set its status to 'godkendt' or 'kasseret'"]
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the place of its question in the file."""

    place: str
    id: str | None
    says: str
    doubt: bool = False


def as_json_lines(told: Sequence[Told]) -> str:
    """For programs: what is wrong, and what a person should look at."""
    kinds = {"faults": False, "doubts": True}
    said = {
        name: [asdict(one) for one in told if one.doubt is doubt] for name, doubt in kinds.items()
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def as_lines(told: Sequence[Told], questions: int, documents: int) -> list[str]:
    """For people: what is wrong first, each with its place, then how many there are."""
    doubts = sum(one.doubt for one in told)
    counts = f"{questions} questions, {documents} documents"
    ordered = sorted(told, key=lambda one: one.doubt)
    return [
        *(f"{'look at' if one.doubt else 'mend'} {_where(one)}: {one.says}" for one in ordered),
        f"{counts}: {len(told) - doubts} to mend, {doubts} to look at",
    ]


def _where(one: Told) -> str:
    return f"{one.place} ({one.id})" if one.id else one.place or "a document"
