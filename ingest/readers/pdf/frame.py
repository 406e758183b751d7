"""The page as it is seen: places count from its upper left corner, whatever its rotation."""

from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from ingest.readers.pdf import api

FAR = 1e5  # points; nothing stands so far away but by mistake


class Box(NamedTuple):
    """A rectangle on the page, in points from the upper left corner.

    A tuple, because a page has thousands of them and tuples are made three times as fast.
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """In square points."""
        return max(self.width, 0) * max(self.height, 0)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def shared(self, other: "Box") -> "Box":
        """What both cover; without area where that is nothing."""
        return Box(
            max(self.x0, other.x0),
            max(self.top, other.top),
            min(self.x1, other.x1),
            min(self.bottom, other.bottom),
        )

    def with_(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown of a page, in its own coordinates, and how many quarters it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def shown(self) -> Box:
        """The page itself."""
        width, height = self.right - self.left, self.top - self.bottom
        return Box(0, 0, *((height, width) if self.quarters % 2 else (width, height)))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point of the page's own coordinates."""
        x, y = _finite(x), _finite(y)
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The place of a rectangle of the page's own coordinates."""
        if self.quarters == 0 and -FAR < left <= right < FAR and -FAR < bottom <= top < FAR:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def frame_of(page: int) -> Frame:
    """The frame of the page with this handle; A4 where the file gives none."""
    rect = api.Rect()
    api.bounding_box(page, rect)
    edges = [_finite(edge) for edge in (rect.left, rect.bottom, rect.right, rect.top)]
    if edges[2] - edges[0] < 1 or edges[3] - edges[1] < 1:
        edges = [0.0, 0.0, 595.0, 842.0]
    left, bottom, right, top = edges
    return Frame(left, bottom, right, top, api.rotation(page) % 4)


def _finite(value: float) -> float:
    return min(max(value, -FAR), FAR) if isfinite(value) else FAR
