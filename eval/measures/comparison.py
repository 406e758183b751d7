"""Two runs of the same set beside each other, measure by measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.measures.interval import Difference, difference
from eval.measures.permutation import holm, p_value
from eval.measures.scores import Scores, both


@dataclass(frozen=True, slots=True)
class Comparison:
    """A measure of two runs, over the `n` questions that it applies to in both.

    `p` is of the paired randomisation test, `adjusted` the same after Holm over all measures.
    """

    measure: str
    n: int
    before: float
    after: float
    difference: Difference
    p: float
    adjusted: float


def compared(
    before: Scores, after: Scores, measures: Sequence[str] | None = None
) -> tuple[Comparison, ...]:
    """Every measure, or those named, that both runs have numbers of; the same questions alone."""
    names = measures or [name for name in before.measures if name in after.measures]
    pairs = {name: both(before, after, name) for name in names}
    pairs = {name: numbers for name, numbers in pairs.items() if numbers[0]}
    ps = {name: p_value(old, new) for name, (old, new) in pairs.items()}
    adjusted = holm(ps)
    return tuple(
        Comparison(
            name, len(old), fmean(old), fmean(new), difference(old, new), ps[name], adjusted[name]
        )
        for name, (old, new) in pairs.items()
    )
