"""From figures to places in a drawing: scales, their ticks, lines and bars.

Lengths are units of the drawing, `WIDTH` by `HEIGHT`; the page sets how large one is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 440.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 20.0, 16.0, 56.0  # room for the ticks' words at their largest
FEW = 5  # steps of an axis, about


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: the figures at its ends, and where they are drawn."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where `value` is drawn."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)

    def ticks(self) -> list[float]:
        """Round figures from end to end."""
        step = round_step(self.high - self.low)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [round(number * step, 10) for number in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure of an axis, and where it stands along it."""

    name: str
    place: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line through `points`; `kind` says how it is drawn, `name` is told beside the drawing."""

    name: str
    kind: str
    points: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """The line as SVG writes it."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that stands on the axis."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its interval, drawn from `top` to `bottom`, and the words at it."""

    name: str
    x: float
    y: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A line across the drawing at a figure, with its name; `anchor` is the name's side."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing: its axes, and what is drawn between them; `said` tells it in words."""

    name: str
    title: str
    said: str
    across: str
    up: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    uprights: tuple[Upright, ...] = ()


def across(low: float, high: float) -> Scale:
    """The axis from left to right."""
    return Scale(low, high, LEFT, WIDTH - RIGHT)


def up(low: float, high: float) -> Scale:
    """The axis from the bottom to the top."""
    return Scale(low, high, HEIGHT - BOTTOM, TOP)


def ticks(scale: Scale, name: Callable[[float], str]) -> tuple[Tick, ...]:
    """The ticks of `scale`, named."""
    return tuple(Tick(name(value), scale(value)) for value in scale.ticks())


def line(
    name: str, kind: str, points: Iterable[tuple[float, float]], scales: tuple[Scale, Scale]
) -> Line:
    """A line through `points`, which are figures of the two axes."""
    x, y = scales
    return Line(name, kind, tuple((x(one), y(other)) for one, other in points))


def round_step(span: float) -> float:
    """The step of 1, 2 or 5 that parts `span` in about five."""
    tenth = 10.0 ** floor(log10(span / FEW))
    return next(tenth * by for by in (1, 2, 5, 10) if tenth * by * FEW >= span - 1e-9)


def top_of(values: Sequence[float]) -> float:
    """A round figure that no value is above; 1 where all are nought."""
    most = max(values, default=0)
    if most <= 0:
        return 1.0
    step = round_step(most)
    return ceil(most / step - 1e-9) * step
