"""What is drawn on a page besides its text: rules, filled areas and pictures, in painting order."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.pdf import api
from ingest.readers.pdf.frame import Box, Frame

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2
THIN = 3.0  # points; no rule is thicker
DOT = 8.0  # points
SHORTEST = 3.5  # points; shorter ones may be dots
MAX_CORNERS = 6  # points of a box; it may be closed twice
MAX_DEPTH = 8  # forms in forms
MAX_OBJECTS = 50_000
MAX_SEGMENTS = 20_000  # points of paths on a page; a chart or a map may have any number
MAX_CLIP = 12  # points; what is cut out in a finer shape is no box
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Transform = tuple[float, float, float, float, float, float]
Color = tuple[int, int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """Something filled: `order` is its place in the painting, no `color` means a picture; `solid`
    says that all of the box is filled and nothing behind it is seen."""

    box: Box
    order: int
    color: Color | None
    solid: bool


@dataclass(slots=True)
class Drawing:
    """The rules and areas of a page, and its dots, some of which are the bullets of lists; of each
    text object its order and what it is clipped to."""

    rules: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    orders: dict[int, int] = field(default_factory=dict)
    clips: dict[int, Box] = field(default_factory=dict)

    @property
    def pictures(self) -> Iterator[Area]:
        """The areas that are pictures."""
        return (area for area in self.areas if area.color is None)


class Pen:
    """Reads the drawing of one page."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._segments = 0
        self._order = 0
        self.drawing = Drawing()

    def page(self, page: int) -> None:
        """Read all objects of the page."""
        for index in range(min(api.count_objects(page), MAX_OBJECTS)):
            self._object(api.page_object(page, index) or 0, IDENTITY, 0)

    def _object(self, handle: int, outer: Transform, depth: int) -> None:
        if not handle or self._order > MAX_OBJECTS:
            return
        self._order += 1
        kind = api.object_type(handle)
        if kind == TEXT:
            self.drawing.orders[handle] = self._order
            self._clip(handle, outer)
        elif kind == PATH:
            self._path(handle, outer)
        elif kind in (IMAGE, SHADING):
            box = self._bounds(handle, outer)
            if box:
                self.drawing.areas.append(Area(box, self._order, None, solid=False))
        elif kind == FORM and depth < MAX_DEPTH:
            inner = _times(_matrix(handle), outer)
            for index in range(min(api.count_inner(handle), MAX_OBJECTS)):
                self._object(api.inner_object(handle, index) or 0, inner, depth + 1)

    def _path(self, handle: int, outer: Transform) -> None:
        fills, strokes = c_int(), c_int()
        if not api.draw_mode(handle, byref(fills), byref(strokes)):
            return
        bounds = self._bounds(handle, outer)
        if bounds is None or not (fills.value or strokes.value):
            return
        if _is_rule(bounds):
            self.drawing.rules.append(bounds)
            return
        if _is_dot(bounds):
            self.drawing.dots.append(bounds)
        transform = _times(_matrix(handle), outer)
        width = _stroke_width(handle) if strokes.value else 0.0
        outlines = list(self._outlines(handle, transform))
        plain = outer is IDENTITY and len(outlines) == 1 and not api.has_transparency(handle)
        for points in outlines:
            if _is_rule(_around(points)) and (fills.value or width <= THIN):
                self.drawing.rules.append(_around(points))
                continue
            if fills.value:
                self._fill(points, handle, plain=plain)
            if 0 < width <= THIN:
                sides = (_around(list(pair)) for pair in pairwise(points))
                self.drawing.rules.extend(side for side in sides if _is_rule(side))

    def _fill(self, points: list[Point], handle: int, *, plain: bool) -> None:
        color = _fill(handle)
        if color:
            box = _around(points)
            solid = plain and api.count_clips(api.clip_path(handle)) < 1 and _is_box(points, box)
            self.drawing.areas.append(Area(box, self._order, color[:3], solid))

    def _outlines(self, handle: int, transform: Transform) -> Iterator[list[Point]]:
        """The points of each part of the path, closed parts with their first point again."""
        points: list[Point] = []
        x, y = c_float(), c_float()
        for index in range(api.count_segments(handle)):
            self._segments += 1
            if self._segments > MAX_SEGMENTS:
                break
            segment = api.path_segment(handle, index)
            if api.segment_type(segment) == MOVE_TO and points:
                yield points
                points = []
            api.segment_point(segment, byref(x), byref(y))
            points.append(self._frame.point(*_applied(transform, x.value, y.value)))
            if api.segment_closes(segment):
                points.append(points[0])
        if points:
            yield points

    def _clip(self, handle: int, outer: Transform) -> None:
        clip = api.clip_path(handle)
        for index in range(min(api.count_clips(clip) if clip else 0, MAX_CLIP)):
            count = api.count_clip_segments(clip, index)
            if not 0 < count <= MAX_CLIP:
                continue
            x, y = c_float(), c_float()
            points = []
            for number in range(count):
                api.segment_point(api.clip_segment(clip, index, number), byref(x), byref(y))
                points.append(self._frame.point(*_applied(outer, x.value, y.value)))
            known = self.drawing.clips.get(handle)
            box = _around(points)
            self.drawing.clips[handle] = known.shared(box) if known else box

    def _bounds(self, handle: int, outer: Transform) -> Box | None:
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        if not api.object_bounds(handle, byref(left), byref(bottom), byref(right), byref(top)):
            return None
        if outer is IDENTITY:
            return self._frame.box(left.value, bottom.value, right.value, top.value)
        corners = ((x.value, y.value) for x in (left, right) for y in (bottom, top))
        return _around([self._frame.point(*_applied(outer, *corner)) for corner in corners])


def drawing_of(page: int, frame: Frame) -> Drawing:
    """What is drawn on the page with this handle."""
    pen = Pen(frame)
    pen.page(page)
    return pen.drawing


def _is_rule(box: Box) -> bool:
    return min(box.width, box.height) <= THIN and max(box.width, box.height) >= SHORTEST


def _is_box(points: list[Point], box: Box) -> bool:
    corners = {(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)}
    return len(points) <= MAX_CORNERS and set(points) == corners


def _is_dot(box: Box) -> bool:
    return max(box.width, box.height) <= DOT and abs(box.width - box.height) < 0.2 * box.width


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _fill(handle: int) -> tuple[int, int, int, int] | None:
    """The fill colour; `None` where nothing of it is to be seen."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    found = api.object_fill(handle, byref(red), byref(green), byref(blue), byref(alpha))
    seen = found and alpha.value > 10
    return (red.value, green.value, blue.value, alpha.value) if seen else None


def _stroke_width(handle: int) -> float:
    width = c_float()
    return max(width.value, 0.1) if api.stroke_width(handle, byref(width)) else 0.1


def _matrix(handle: int) -> Transform:
    matrix = api.Matrix()
    if not api.object_matrix(handle, byref(matrix)):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Transform, outer: Transform) -> Transform:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    first = (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j)
    return (*first, e * g + f * i + k, e * h + f * j + m)


def _applied(transform: Transform, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = transform
    return a * x + c * y + e, b * x + d * y + f
