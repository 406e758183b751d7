"""Risk and coverage: how many of the answers are wrong, if only the surest are given.

A system that knows when it does not know has few wrong answers among its surest (El-Yaniv and
Wiener 2010; Geifman and El-Yaniv 2017). The curve goes from the surest answer to all that the
system gave; what it left unanswered is no answer and has no point on it, so the curve ends at the
share that it answered. Traub and others (2024) tell what goes wrong with the area under it, hence:

- answers of the same belief are taken together, each as wrong as they are on average;
- `aurc` alone rewards a system with few wrong answers, however bad its beliefs: `excess` is what
  it has more than the best order of the same answers (Geifman, Uziel and El-Yaniv 2019);
- `aurc` counts an error among the surest answers many times over; `augrc` counts each by the
  share of thresholds that let it through, and is the chance that a reader meets a wrong answer,
  averaged over the thresholds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from statistics import fmean

from eval.measures.cited_gold import CITED_GOLD
from eval.measures.measure import Pair

Wrong = Callable[[Pair], float]


@dataclass(frozen=True, slots=True)
class Point:
    """With answers of this belief or more: the share of the questions that are answered, and how
    many of these answers are wrong."""

    belief: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The curve, surest first, and the areas under it; see the module for what they mean.

    `answers` have a belief and are on the curve, of `n` questions in all. `None` where there is no
    curve.
    """

    points: tuple[Point, ...]
    aurc: float | None
    excess: float | None
    augrc: float | None
    answers: int
    n: int


def no_right_place(pair: Pair) -> float:
    """1 where the answer cites no place that answers, or answers what the documents do not."""
    return 1 - (CITED_GOLD.of(pair) or 0.0)


def risk_coverage(pairs: Iterable[Pair], wrong: Wrong = no_right_place) -> RiskCoverage:
    """The curve of a run; `wrong` says how wrong an answer is, 0 to 1.

    Answers without a belief are left out of it: the system does not say how sure it is.
    """
    asked = tuple(pairs)
    told = sorted(
        (
            (pair.record.belief, wrong(pair))
            for pair in asked
            if pair.record.belief is not None and not pair.record.abstained
        ),
        key=lambda one: -one[0],
    )
    if not told:
        return RiskCoverage((), None, None, None, 0, len(asked))
    beliefs = [belief for belief, _ in told]
    losses = _levelled(told)
    best = _area(sorted(loss for _, loss in told))
    return RiskCoverage(
        _points(beliefs, losses, len(asked)),
        _area(losses),
        _area(losses) - best,
        fmean(accumulate(losses)) / len(losses),
        len(told),
        len(asked),
    )


def _levelled(told: Sequence[tuple[float, float]]) -> list[float]:
    """The losses, those of the same belief as their mean: no order among them is known."""
    losses: list[float] = []
    for _, group in groupby(told, key=lambda one: one[0]):
        equal = [loss for _, loss in group]
        losses += [fmean(equal)] * len(equal)
    return losses


def _area(losses: Sequence[float]) -> float:
    return fmean(lost / count for count, lost in enumerate(accumulate(losses), 1))


def _points(beliefs: Sequence[float], losses: Sequence[float], n: int) -> tuple[Point, ...]:
    """A point for each belief that a threshold can be set at."""
    lost = list(accumulate(losses))
    last = [*(one != two for one, two in pairwise(beliefs)), True]
    return tuple(
        Point(belief, count / n, lost[count - 1] / count)
        for count, (belief, ends) in enumerate(zip(beliefs, last, strict=True), 1)
        if ends
    )
