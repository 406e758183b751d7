"""`aftalesvar-eval robust`: what is lost when people write otherwise than the documents do.

Losses are in points, with 95 % intervals (paired bootstrap), over the questions that a disturbance
changes; a star marks those that leave out nought.
"""

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Annotated

import typer

from eval.collections import Documents, Figures, Questions, asked_of
from eval.disturbances import WORD, apart, plain_letters, typo
from eval.measured import Scores, hits, over_items
from eval.measures import difference
from eval.sets import Item
from eval.switched import over_documents
from eval.tables import change, points, save, show, table
from index import Index

cli = typer.Typer()


@dataclass(frozen=True, slots=True)
class Loss:
    """The scores of the questions a disturbance changes, before and after."""

    name: str
    before: Scores
    after: Scores


@cli.command()
def robust(
    questions: Questions = None,
    documents: Documents = None,
    seed: Annotated[int, typer.Option(help="Of the typos.")] = 0,
    figures: Figures = None,
) -> None:
    """Say what is lost when questions are typed otherwise than the documents are written."""
    told: dict[str, object] = {}
    for one in asked_of(questions, documents, None).documents:
        with (
            tempfile.TemporaryDirectory() as scratch,
            over_documents(one.folder, Path(scratch), {}) as index,
        ):
            found = losses(index, one.items, seed)
        show(table(f"{one.name}, {len(one.items)} questions", *rows(found)))
        told |= {loss.name: _summary(loss) for loss in found}
    save(figures, told)


def losses(index: Index, asked: Sequence[Item], seed: int) -> list[Loss]:
    """What each disturbance costs."""
    known = _words(index, asked)
    return [
        _loss(index, asked, "a typo in the longest word", lambda q: _mistyped(q, seed)),
        _loss(index, asked, "compounds in two words", lambda q: apart(q.question, known)),
        _loss(index, asked, "ae, oe, aa for æ, ø, å", lambda q: plain_letters(q.question)),
    ]


def _mistyped(question: Item, seed: int) -> str:
    return typo(question.question, random.Random(f"{seed} {question.id}"))


def _words(index: Index, asked: Sequence[Item]) -> frozenset[str]:
    """The words of the passages that the questions find: what a compound may be made of."""
    return frozenset(
        word.lower()
        for question in asked
        for hit in hits(index, question.question)
        for word in WORD.findall(hit.passage.text)
    )


def _loss(index: Index, asked: Sequence[Item], name: str, disturbed: Callable[[Item], str]) -> Loss:
    pairs = [(question, replace(question, question=disturbed(question))) for question in asked]
    pairs = [(whole, other) for whole, other in pairs if whole.question != other.question]
    return Loss(
        name,
        over_items(index, [whole for whole, _ in pairs]),
        over_items(index, [other for _, other in pairs]),
    )


def rows(found: Sequence[Loss]) -> tuple[list[str], list[list[str]]]:
    """The heads and lines of the table: what it was, and what was lost."""
    measures = list(found[0].before)
    heads = ["", "changed", *(head for measure in measures for head in (measure, "change"))]
    return heads, [_row(loss, measures) for loss in found]


def _row(loss: Loss, measures: Sequence[str]) -> list[str]:
    line = [loss.name, str(_changed(loss))]
    for measure in measures:
        if _changed(loss):
            before, after = loss.before[measure], loss.after[measure]
            line += [points(fmean(before)), change(difference(before, after))]
        else:
            line += ["–", "–"]
    return line


def _summary(loss: Loss) -> dict[str, object]:
    return {
        "changed": _changed(loss),
        **{
            measure: {
                "before": fmean(before),
                "after": fmean(loss.after[measure]),
                "difference": asdict(difference(before, loss.after[measure])),
            }
            for measure, before in loss.before.items()
            if before
        },
    }


def _changed(loss: Loss) -> int:
    return len(next(iter(loss.before.values())))
