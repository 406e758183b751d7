"""A measure's figure as readers see it: in words, with its interval, and drawn on a short line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval import texts
from eval.measures.estimate import Estimate, estimate
from eval.measures.measure import Measure
from eval.report import said
from eval.report.case import Case

FEW = 10  # questions; below it an interval is as wide as the scale


@dataclass(frozen=True, slots=True)
class Figure:
    """What a measure says of some questions; `estimate` is `None` where it applies to none."""

    measure: Measure
    estimate: Estimate | None

    @property
    def name(self) -> str:
        """The measure in plain words."""
        return texts.measure(self.measure.name)[0]

    @property
    def meaning(self) -> str:
        """One or two sentences on what it tells."""
        return texts.measure(self.measure.name)[1] or self.measure.meaning

    @property
    def better(self) -> str:
        """Whether high or low is wanted, in words."""
        return texts.BETTER[self.measure.better]

    @property
    def value(self) -> str:
        """The mean."""
        return said.of_unit(self.estimate.mean if self.estimate else None, self.measure.unit)

    @property
    def interval(self) -> str:
        """Its 95 % interval."""
        one = self.estimate
        return said.between(one.low, one.high, self.measure.unit) if one else texts.NONE

    @property
    def n(self) -> int:
        """How many questions it applies to."""
        return self.estimate.n if self.estimate else 0

    @property
    def few(self) -> bool:
        """Whether they are too few to tell much."""
        return self.n < FEW

    @property
    def span(self) -> tuple[float, float, float] | None:
        """Of a share the interval's ends and the mean, from 0 to 100 along the line."""
        one = self.estimate
        if one is None or self.measure.unit != "share":
            return None
        low, high, mean = (round(value * 100, 2) for value in (one.low, one.high, one.mean))
        return low, high, mean


def figure(measure: Measure, cases: Iterable[Case]) -> Figure:
    """The measure over `cases`."""
    values = [case.scores.get(measure.name) for case in cases]
    known = [value for value in values if value is not None]
    return Figure(measure, estimate(known))


def figures(measures: Sequence[Measure], cases: Sequence[Case]) -> list[Figure]:
    """All measures over `cases`."""
    return [figure(measure, cases) for measure in measures]


def grouped(figures: Sequence[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures under the headings of `eval.texts.GROUPS`."""
    parts = [
        (group, [one for one in figures if texts.group(one.measure.name) == group])
        for group in texts.GROUPS
    ]
    return [(group, found) for group, found in parts if found]
