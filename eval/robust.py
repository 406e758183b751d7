"""`python -m eval.robust`: what is lost when people write otherwise than the documents do.

Losses are in points, with 95 % intervals (paired bootstrap), over the questions that a disturbance
changes; a star marks those that leave out nought.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean

from eval.disturbances import WORD, apart, plain_letters, typo
from eval.measured import Scores, hits, over_questions
from eval.measures import difference
from eval.questions import SAMPLE, Question, questions
from eval.switched import over_documents
from eval.tables import change, points, save, show, table
from index import Index


@dataclass(frozen=True, slots=True)
class Loss:
    """The scores of the questions a disturbance changes, before and after."""

    name: str
    before: Scores
    after: Scores


def main() -> int:
    """Print the losses as a table."""
    wanted = _arguments()
    asked = questions(wanted.questions)
    with (
        tempfile.TemporaryDirectory() as scratch,
        over_documents(wanted.documents, Path(scratch), {}) as index,
    ):
        found = losses(index, asked, wanted.seed)
    show(table(f"{wanted.questions.stem}, {len(asked)} questions", *rows(found)))
    save(wanted.json, {loss.name: _summary(loss) for loss in found})
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.robust", description=__doc__)
    parser.add_argument("--questions", type=Path, default=SAMPLE / "questions.jsonl")
    parser.add_argument("--documents", type=Path, default=SAMPLE / "documents")
    parser.add_argument("--seed", type=int, default=0, help="of the typos")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser.parse_args()


def losses(index: Index, asked: Sequence[Question], seed: int) -> list[Loss]:
    """What each disturbance costs."""
    known = _words(index, asked)
    return [
        _loss(index, asked, "a typo in the longest word", lambda q: _mistyped(q, seed)),
        _loss(index, asked, "compounds in two words", lambda q: apart(q.text, known)),
        _loss(index, asked, "ae, oe, aa for æ, ø, å", lambda q: plain_letters(q.text)),
    ]


def _mistyped(question: Question, seed: int) -> str:
    return typo(question.text, random.Random(f"{seed} {question.id}"))


def _words(index: Index, asked: Sequence[Question]) -> frozenset[str]:
    """The words of the passages that the questions find: what a compound may be made of."""
    return frozenset(
        word.lower()
        for question in asked
        for hit in hits(index, question.text)
        for word in WORD.findall(hit.passage.text)
    )


def _loss(
    index: Index, asked: Sequence[Question], name: str, disturbed: Callable[[Question], str]
) -> Loss:
    pairs = [(question, replace(question, text=disturbed(question))) for question in asked]
    pairs = [(whole, other) for whole, other in pairs if whole.text != other.text]
    return Loss(
        name,
        over_questions(index, [whole for whole, _ in pairs]),
        over_questions(index, [other for _, other in pairs]),
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


if __name__ == "__main__":
    sys.exit(main())
