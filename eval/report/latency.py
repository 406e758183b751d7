"""How long answers took, as a drawing: how many took how long, and the slowest of a hundred."""

from collections.abc import Sequence
from math import ceil

from eval import texts
from eval.report import axes, said
from eval.report.axes import Bar, Plot, Scale, Upright

BINS = 20
OF_HUNDRED = (50, 95, 99)
GAP = 1.0  # between bars


def percentile(values: Sequence[float], of_hundred: int) -> float:
    """The smallest value that so many of a hundred do not exceed (nearest rank, ISO 16269-4)."""
    ordered = sorted(values)
    return ordered[max(ceil(of_hundred / 100 * len(ordered)), 1) - 1]


def plot(values: Sequence[float]) -> Plot | None:
    """The drawing; `None` without times."""
    if not values:
        return None
    x = axes.across(0, axes.top_of(values))
    counts = counted(values, x.high)
    y = axes.up(0, axes.top_of([*counts, axes.FEW]))
    return Plot(
        name="svartid",
        title=texts.LATENCY,
        said=texts.LATENCY_SAID.format(**_figures(values), n=len(values)),
        across=texts.LATENCY_ACROSS,
        up=texts.LATENCY_UP,
        x_ticks=axes.ticks(x, said.seconds),
        y_ticks=axes.ticks(y, said.number),
        bars=tuple(_bars(counts, x, y)),
        uprights=tuple(_uprights(values, x)),
    )


def counted(values: Sequence[float], top: float) -> list[int]:
    """How many values lie in each of `BINS` steps from 0 to `top`."""
    counts = [0] * BINS
    for value in values:
        counts[min(int(value / top * BINS), BINS - 1)] += 1
    return counts


def _figures(values: Sequence[float]) -> dict[str, str]:
    return {f"p{one}": said.seconds(percentile(values, one)) for one in OF_HUNDRED}


def _bars(counts: Sequence[int], x: Scale, y: Scale) -> list[Bar]:
    wide = (x.end - x.start) / len(counts)
    return [
        Bar(x.start + number * wide, y(count), wide - GAP, round(y(0) - y(count), 2))
        for number, count in enumerate(counts)
        if count
    ]


def _uprights(values: Sequence[float], x: Scale) -> list[Upright]:
    """The names stand one below the other, so that close ones can be read."""
    middle = (x.start + x.end) / 2
    return [
        Upright(f"p{one}", at, axes.TOP + 16 + 18 * row, "end" if at > middle else "start")
        for row, one in enumerate(OF_HUNDRED)
        for at in [x(percentile(values, one))]
    ]
