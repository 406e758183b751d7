"""How much of what answers stands in the first so many characters found, as a drawing."""

from collections.abc import Sequence

from eval import texts
from eval.report import axes, said
from eval.report.axes import Mark, Plot, Scale
from eval.report.figures import Figure

NAME = "evidence@"


def by_budget(figures: Sequence[Figure]) -> list[tuple[int, Figure]]:
    """The figures of evidence with their budgets in characters, the smallest first."""
    named = [(one.measure.name, one) for one in figures if one.estimate]
    found = [(int(name.removeprefix(NAME)), one) for name, one in named if name.startswith(NAME)]
    return sorted(found, key=lambda pair: pair[0])


def plot(figures: Sequence[Figure]) -> Plot | None:
    """The drawing; `None` where no question has a known place."""
    found = by_budget(figures)
    if not found:
        return None
    x, y = axes.across(0, axes.top_of([budget for budget, _ in found])), axes.up(0, 1)
    points = [(budget, one.estimate.mean) for budget, one in found if one.estimate]
    return Plot(
        name="steder",
        title=texts.EVIDENCE,
        said=texts.EVIDENCE_SAID.format(points=", ".join(_said(*each) for each in found)),
        across=texts.EVIDENCE_ACROSS,
        up=texts.EVIDENCE_UP,
        x_ticks=axes.ticks(x, said.number),
        y_ticks=axes.ticks(y, said.percent),
        lines=(axes.line(texts.EVIDENCE, "joined", points, (x, y)),),
        marks=tuple(_mark(budget, one, x, y) for budget, one in found),
    )


def _said(budget: int, one: Figure) -> str:
    return texts.EVIDENCE_POINT.format(share=one.value, budget=said.number(budget))


def _mark(budget: int, one: Figure, x: Scale, y: Scale) -> Mark:
    assert one.estimate  # by_budget leaves out the others
    found = one.estimate
    return Mark(one.value, x(budget), y(found.mean), y(found.high), y(found.low))
