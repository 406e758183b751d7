"""The annotations of a page: what they strike out, cover, lead to and say."""

import ctypes
from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass, field

from ingest.readers.pdf import api
from ingest.readers.pdf.frame import Box, Frame

NOTE, LINK, FREE_TEXT, POPUP, STRIKE, REDACTION, WIDGET = 1, 2, 3, 16, 12, 28, 20
COVERING = frozenset((4, 5, 6, 7, 8, 13, 15))  # lines, squares, circles, polygons, stamps, ink
HIDDEN, NO_VIEW = 1 << 1, 1 << 5
MAX_ANNOTATIONS = 5000
MAX_QUADS = 1000
ADDRESSES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Marks:
    """Boxes of the page's annotations; `comments` counts those that say something of their own,
    `fields` says that there are forms or text boxes, whose text is no part of the page yet."""

    strikes: list[Box] = field(default_factory=list)
    redactions: list[Box] = field(default_factory=list)
    covers: list[Box] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    comments: int = 0
    fields: bool = False


def marks_of(document: int, page: int, frame: Frame) -> Marks:
    """The annotations of the page with this handle; hidden ones mark nothing."""
    marks = Marks()
    for index in range(min(api.count_annotations(page), MAX_ANNOTATIONS)):
        handle = api.annotation(page, index)
        if handle:
            if not api.annotation_flags(handle) & (HIDDEN | NO_VIEW):
                _note(marks, handle, document, frame)
            api.close_annotation(handle)
    return marks


def _note(marks: Marks, handle: int, document: int, frame: Frame) -> None:
    kind = api.annotation_type(handle)
    boxes = list(_boxes(handle, frame))
    if kind == LINK:
        target = _address(document, handle)
        marks.links.extend((box, target) for box in boxes if target)
        return
    if kind == STRIKE:
        marks.strikes += boxes
    elif kind == REDACTION:
        marks.redactions += boxes
    elif kind in COVERING:
        marks.covers += boxes
    marks.fields = marks.fields or kind in (FREE_TEXT, WIDGET)
    if kind not in (FREE_TEXT, WIDGET, POPUP) and _contents(handle).strip():
        marks.comments += 1


def _boxes(handle: int, frame: Frame) -> Iterator[Box]:
    """The annotation's boxes: one for each line where it marks text, else one."""
    quads = min(api.count_quads(handle), MAX_QUADS)
    quad, rect = api.Quad(), api.Rect()
    for index in range(quads):
        if api.quad_points(handle, index, byref(quad)):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield frame.box(min(xs), min(ys), max(xs), max(ys))
    if not quads and api.annotation_rect(handle, byref(rect)):
        yield frame.box(rect.left, rect.bottom, rect.right, rect.top)


def _contents(handle: int) -> str:
    buffer = ctypes.create_string_buffer(1024)
    size = api.annotation_text(handle, b"Contents", buffer, 1024)
    return buffer.raw[: max(min(size, 1024) - 2, 0)].decode("utf-16-le", "replace")


def _address(document: int, handle: int) -> str:
    """The web or mail address that a link leads to; empty where it leads elsewhere."""
    link = api.annotation_link(handle)
    action = api.link_action(link) if link else None
    if not action:
        return ""
    buffer = ctypes.create_string_buffer(2048)
    size = api.action_uri(document, action, buffer, 2048)
    found = buffer.value.decode("utf-8", "replace").strip() if 0 < size <= 2048 else ""
    return found if found.lower().startswith(ADDRESSES) and " " not in found else ""
