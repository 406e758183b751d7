"""Figures as Danish readers write them."""

from collections.abc import Callable
from datetime import datetime

from eval import texts

MINUS = "\N{MINUS SIGN}"


def number(value: float, decimals: int = 0) -> str:
    """A number with a decimal comma and points between the thousands."""
    said = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    nought = not any(digit in said for digit in "123456789")
    return said if value >= 0 or nought else f"{MINUS}{said}"


def percent(value: float) -> str:
    """A share in whole hundredths."""
    return f"{number(value * 100)} %"


def seconds(value: float) -> str:
    """A time; below a second in milliseconds."""
    if not value:
        return "0"
    if value < 1:
        return f"{number(value * 1000, 0 if value >= 0.01 else 1)} ms"
    return f"{number(value, 1)} s"


SAID: dict[str, Callable[[float], str]] = {
    "share": percent,
    "seconds": seconds,
    "characters": number,
    "points": lambda value: number(value, 1),
    "tokens": number,
    "money": lambda value: number(value, 4),
}


def of_unit(value: float | None, unit: str) -> str:
    """A figure of a measure with that unit; a dash where there is none."""
    return texts.NONE if value is None else SAID[unit](value)


def between(low: float, high: float, unit: str) -> str:
    """An interval."""
    one, other = of_unit(low, unit), of_unit(high, unit)
    one = one.removesuffix(" %") if unit == "share" else one
    return f"{one}–{other}"


def change(value: float, unit: str) -> str:
    """A difference with its sign; of shares in points of a hundred."""
    figure = number(abs(value) * 100, 1) if unit == "share" else of_unit(abs(value), unit)
    nought = not any(digit in figure for digit in "123456789")
    sign = "" if nought else "+" if value > 0 else MINUS
    return f"{sign}{figure}"


def moment(when: datetime) -> str:
    """A day and a time of it, on the clock of the machine that tells it."""
    when = when.astimezone()
    return texts.MOMENT.format(day=texts.danish_date(when.date()), time=f"{when:%H.%M}")


def probability(value: float) -> str:
    """A p-value; what is smaller than a draw can tell is told as that."""
    return texts.TINY if value < 0.001 else number(value, 3)
