"""`aftalesvar-eval ablate`: what each part of retrieval is worth, by leaving it out.

Every line is the whole without one part, built and asked anew with the same questions. Differences
are in points with 95 % intervals (paired bootstrap); a star marks those that leave out nought.
"""

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Annotated

import typer

from eval.collections import AskedOf, Beir, Documents, Figures, Questions, asked_of
from eval.measured import Scores, over_items, over_queries
from eval.measures import difference
from eval.sets import beir
from eval.switched import Changes, over_documents, over_passages
from eval.tables import change, points, save, show, table
from index import Index
from index.weights import STANDARD

WHOLE = "the whole"
# What is left out, and the weights that switch it off; 1 switches a factor off.
PARTS: tuple[tuple[str, Changes], ...] = (
    ("runs of characters", {"gram": 0.0}),
    ("parts of compounds", {"part": 0.0}),
    ("context", {"context": 0.0}),
    ("length", {"b": 0.0, "gram_b": 0.0}),
    ("concepts", {"concept": 0.0, "linked": 0.0}),
    ("linked concepts", {"linked": 0.0}),
    ("paragraphs of laws", {"statute": 0.0}),
    ("spelling", {"spelled": 0.0}),
    ("translation", {"translated": 0.0}),
    ("meaning", {"meaning": 0.0, "meaning_least": 0.0}),
    ("neighbours", {"neighbour": 0.0}),
    ("the item's best", {"item": 0.0, "outcome": 0.0, "asked_outcome": 0.0}),
    ("outcomes over other sections", {"outcome": STANDARD.item, "asked_outcome": STANDARD.item}),
    ("dates and items asked for", {"day": 0.0, "month": 0.0, "year": 0.0, "punkt": 0.0}),
    ("edition and kind asked for", {"edition": 0.0, "kind": 0.0}),
    ("drafts behind what is adopted", {"draft": 1.0, "draft_for_rule": 1.0}),
    ("sections that tell little", {"annexes": 1.0, "front": 1.0, "recommendation": 1.0}),
)

Made = Callable[[Changes], AbstractContextManager[Index]]
NAMES = [name for name, _ in PARTS]
cli = typer.Typer()


@cli.command()
def ablate(
    questions: Questions = None,
    documents: Documents = None,
    sets: Beir = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            help=f"Leave out this part alone; can be given again. One of: {', '.join(NAMES)}.",
            show_default=False,
        ),
    ] = None,
    figures: Figures = None,
) -> None:
    """Say what each part of search is worth, by leaving it out."""
    for name in part or ():
        if name not in NAMES:
            raise typer.BadParameter(f"'{name}' is no part; choose of {', '.join(NAMES)}")
    told: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, made, scored in _sets(asked_of(questions, documents, sets), Path(scratch)):
            found = runs(made, scored, part or NAMES)
            title = f"{name}, {_count(found[WHOLE])} questions: the whole, and the change without"
            show(table(title, *rows(found)))
            told[name] = summary(found)
    save(figures, told)


def _sets(asked: AskedOf, scratch: Path) -> Iterator[tuple[str, Made, Callable[[Index], Scores]]]:
    """The sets to measure on: a name, an index with weights changed, and its scores."""
    for one in asked.documents:
        made = partial(over_documents, one.folder, scratch / one.name)
        yield one.name, made, partial(over_items, asked=one.items)
    for folder in asked.beir:
        made = partial(over_passages, list(beir.passages(folder)), scratch / folder.name)
        yield folder.name, made, partial(over_queries, asked=beir.queries(folder))


def runs(
    made: Made, scored: Callable[[Index], Scores], wanted: Collection[str]
) -> dict[str, Scores]:
    """The scores of the whole, and of it without each part that is wanted."""
    found = {}
    for name, changes in ((WHOLE, {}), *PARTS):
        if name == WHOLE or name in wanted:
            with made(changes) as index:
                found[name] = scored(index)
    return found


def rows(found: Mapping[str, Scores]) -> tuple[list[str], list[list[str]]]:
    """The heads and lines of the table; what is left out stands as its difference."""
    whole = found[WHOLE]
    lines = [[WHOLE, *(points(fmean(values)) for values in whole.values())]]
    for name, scores in found.items():
        if name != WHOLE:
            lines.append(
                [name, *(change(difference(whole[measure], scores[measure])) for measure in whole)]
            )
    return ["", *whole], lines


def summary(found: Mapping[str, Scores]) -> dict[str, object]:
    """Means and differences by part and measure."""
    whole = found[WHOLE]
    return {
        name: {
            measure: {
                "mean": fmean(values),
                "difference": asdict(difference(whole[measure], values)),
            }
            for measure, values in scores.items()
        }
        for name, scores in found.items()
    }


def _count(scores: Scores) -> int:
    return len(next(iter(scores.values())))
