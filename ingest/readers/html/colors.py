"""Colours as style sheets write them, as far as it takes to see that text cannot be seen."""

import re
from math import isfinite

Color = tuple[int, int, int]

NAMED: dict[str, Color] = {
    "black": (0, 0, 0),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "white": (255, 255, 255),
    "window": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250),
    "azure": (240, 255, 255),
    "whitesmoke": (245, 245, 245),
    "maroon": (128, 0, 0),
    "red": (255, 0, 0),
    "purple": (128, 0, 128),
    "fuchsia": (255, 0, 255),
    "green": (0, 128, 0),
    "lime": (0, 255, 0),
    "olive": (128, 128, 0),
    "yellow": (255, 255, 0),
    "orange": (255, 165, 0),
    "navy": (0, 0, 128),
    "blue": (0, 0, 255),
    "teal": (0, 128, 128),
    "aqua": (0, 255, 255),
    "cyan": (0, 255, 255),
}
WHITE = NAMED["white"]
HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
RGB = re.compile(r"rgba?\(([^()]{1,60})\)")
NEAR = 20  # of 255 in every channel: the eye sees no letters


def color(value: str) -> Color | None:
    """The colour, or `None` where it is another notation or nothing."""
    value = value.strip().lower()
    if found := RGB.fullmatch(value):
        return _of_numbers(re.split(r"[\s,/]+", found[1].strip()))
    if found := HEX.fullmatch(value):
        digits = found[1] if len(found[1]) >= 6 else "".join(c * 2 for c in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    return NAMED.get(value)


def see_through(value: str) -> bool:
    """Whether the colour lets everything behind it show."""
    value = value.strip().lower()
    if found := RGB.fullmatch(value):
        numbers = re.split(r"[\s,/]+", found[1].strip())
        return len(numbers) == 4 and _number(numbers[3]) == 0
    found = HEX.fullmatch(value)
    short = bool(found and len(found[1]) == 4 and found[1][3] == "0")
    return value == "transparent" or short or bool(found and found[1][6:] == "00")


def alike(one: Color, other: Color) -> bool:
    """Whether text of the one colour cannot be seen on the other."""
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _of_numbers(numbers: list[str]) -> Color | None:
    found = [_number(number) for number in numbers[:3]]
    if len(found) < 3:
        return None
    red, green, blue = (min(255, max(0, round(n))) if n is not None else -1 for n in found)
    return (red, green, blue) if min(red, green, blue) >= 0 else None


def _number(text: str) -> float | None:
    """A channel's value; a percentage is of 255."""
    try:
        value = float(text[:-1]) * 2.55 if text.endswith("%") else float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
