"""The two icons of the app: a speech bubble with lines in it, drawn here."""

import struct
import zlib
from collections.abc import Callable
from math import hypot

COLOUR_SIZE, OUTLINE_SIZE = 192, 32
BACKGROUND, WHITE = (0x1D, 0x4F, 0x5C), (0xFF, 0xFF, 0xFF)
# How far a point of the unit square is outside of a shape; negative inside.
Shape = Callable[[float, float], float]


def colour() -> bytes:
    """The icon in colours, as PNG."""

    def pixel(x: float, y: float, soft: float) -> bytes:
        mark = min(_cover(_bubble(x, y), soft), 1 - _cover(_lines(x, y), soft))
        mixed = (round(b + (w - b) * mark) for b, w in zip(BACKGROUND, WHITE, strict=True))
        return bytes((*mixed, 0xFF))

    return _png(COLOUR_SIZE, pixel)


def outline() -> bytes:
    """The icon in white on nothing, as PNG."""

    def pixel(x: float, y: float, soft: float) -> bytes:
        edge = abs(_bubble(x, y) + 0.03) - 0.032
        mark = max(_cover(edge, soft), _cover(_lines(x, y), soft))
        return bytes((*WHITE, round(0xFF * mark)))

    return _png(OUTLINE_SIZE, pixel)


def _bubble(x: float, y: float) -> float:
    body = _box((0.5, 0.44), (0.36, 0.27), 0.09)
    return min(body(x, y), _tail(x, y))


def _tail(x: float, y: float) -> float:
    """A triangle below the body, its point to the left."""
    return max(0.26 - x, (x - 0.26) * 0.72 + (y - 0.88) * 0.69, 0.6 - y)


def _lines(x: float, y: float) -> float:
    rows = ((0.5, 0.32, 0.22), (0.5, 0.44, 0.22), (0.4, 0.56, 0.12))
    return min(_box((cx, cy), (half, 0.03), 0.03)(x, y) for cx, cy, half in rows)


def _box(centre: tuple[float, float], half: tuple[float, float], radius: float) -> Shape:
    """A box with round corners."""

    def distance(x: float, y: float) -> float:
        across = abs(x - centre[0]) - half[0] + radius
        down = abs(y - centre[1]) - half[1] + radius
        return hypot(max(across, 0), max(down, 0)) + min(max(across, down), 0) - radius

    return distance


def _cover(distance: float, soft: float) -> float:
    """How much of a pixel is covered, from nothing to all of it."""
    return min(max(0.5 - distance / soft, 0.0), 1.0)


def _png(size: int, pixel: Callable[[float, float, float], bytes]) -> bytes:
    """A square picture with transparency (PNG, ISO/IEC 15948)."""
    rows = b"".join(
        b"\0" + b"".join(pixel((x + 0.5) / size, (y + 0.5) / size, 1 / size) for x in range(size))
        for y in range(size)
    )
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
