"""Whether the system knows when it is wrong, as a drawing: the risk-coverage curve."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from eval import texts
from eval.measures.measure import Pair
from eval.measures.risk_coverage import RiskCoverage, no_right_place
from eval.report import axes, said
from eval.report.axes import Plot

Points = Sequence[tuple[float, float]]
LEAST = 0.1  # of risk that the axis shows


def steps(curve: RiskCoverage) -> Points:
    """The curve as figures of the two axes."""
    return [(point.coverage, point.risk) for point in curve.points]


def best(pairs: Iterable[Pair]) -> Points:
    """The curve of the same answers in the best order: all wrong ones last."""
    asked = list(pairs)
    told = [one for one in asked if one.record.belief is not None and not one.record.abstained]
    lost = accumulate(sorted(map(no_right_place, told)))
    return [(count / len(asked), wrong / count) for count, wrong in enumerate(lost, 1)]


def plot(curve: RiskCoverage, ideal: Points) -> Plot | None:
    """The drawing; `None` without beliefs."""
    if curve.aurc is None or curve.excess is None:
        return None
    end, chance = ideal[-1]  # all answers: in whatever order, as many are wrong
    highest = max(point.risk for point in curve.points)
    scales = axes.across(0, 1), axes.up(0, axes.top_of([highest, LEAST]))
    lines = (
        ("system", texts.RISK_CURVE, steps(curve)),
        ("random", texts.RISK_RANDOM, [(0, chance), (end, chance)]),
        ("ideal", texts.RISK_IDEAL, ideal),
    )
    areas = {"aurc": curve.aurc, "ideal": curve.aurc - curve.excess, "random": chance}
    return Plot(
        name="sikkerhed",
        title=texts.RISK,
        said=texts.RISK_SAID.format(**{name: said.number(area, 3) for name, area in areas.items()}),
        across=texts.RISK_ACROSS,
        up=texts.RISK_UP,
        x_ticks=axes.ticks(scales[0], said.percent),
        y_ticks=axes.ticks(scales[1], said.percent),
        lines=tuple(axes.line(name, kind, points, scales) for kind, name, points in lines),
    )
