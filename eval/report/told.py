"""A run with everything that its report tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.measures.catalogue import MEASURES
from eval.measures.measure import Measure
from eval.measures.scores import Scores
from eval.report.case import Case, case
from eval.runs.folder import Run, read
from eval.runs.scoring import read_scores


@dataclass(frozen=True, slots=True)
class Told:
    """The run, and its questions with their scores."""

    run: Run
    measures: Sequence[Measure]
    cases: tuple[Case, ...]
    scores: Scores


def told(folder: Path) -> Told:
    """The run in `folder` as it was scored; raises `BadRun` and `BadSet`."""
    return of_run(read(folder), read_scores(folder))


def of_run(run: Run, scores: Scores) -> Told:
    """A run and its scores."""
    measures = [one for one in MEASURES if one.name in scores.measures]
    cases = tuple(case(pair, scores.of.get(pair.item.id, {})) for pair in run.pairs)
    return Told(run, measures, cases, scores)
