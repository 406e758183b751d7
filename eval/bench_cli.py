"""`aftalesvar-eval bench`: how good and how fast search is, ours and others'."""

from dataclasses import asdict
from typing import Annotated

import typer

from eval.bench import quality, search
from eval.bench.figures import HEADS, rows
from eval.bench.systems import INSTALL
from eval.collections import Beir, Documents, Figures, Questions, asked_of
from eval.tables import save, show, table

cli = typer.Typer()


@cli.command()
def bench(
    questions: Questions = None,
    documents: Documents = None,
    sets: Beir = None,
    peers: Annotated[
        str | None,
        typer.Option(help="Measure others too, installed for this Python.", metavar="PYTHON"),
    ] = None,
    sizes: Annotated[
        str, typer.Option(help="Passages that speed is measured with; '' leaves it out.")
    ] = "1000,10000",
    figures: Figures = None,
) -> None:
    """Say how good and how fast search is, alone or beside LlamaIndex, Haystack and BM25."""
    wanted = _sizes(sizes)
    told: dict[str, object] = {}
    asked = asked_of(questions, documents, sets)
    found = {one.name: quality.of_collection(one, peers) for one in asked.documents}
    found |= {folder.name: quality.of_beir(folder, peers) for folder in asked.beir}
    for name, scores in found.items():
        many = len(next(iter(next(iter(scores.values())).values())))
        title = f"{name}, {many} questions: ours, and how far others are from it"
        show(table(title, *quality.rows(scores)))
        told[name] = scores
    for size in wanted:
        measured = search.measured(size, peers)
        show(table(f"{size} passages", HEADS, rows(measured)))
        told[f"{size} passages"] = [asdict(one) for one in measured]
    save(figures, told)
    if len(measured_systems := {name for scores in found.values() for name in scores}) < 2:
        typer.echo(f"Only {', '.join(measured_systems)} was measured. {INSTALL}", err=True)


def _sizes(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    wrong = [part for part in parts if not part.isdecimal() or not int(part)]
    if wrong:
        raise typer.BadParameter(f"'{wrong[0]}' is no number of passages; write 1000,10000")
    return [int(part) for part in parts]
