"""What one system cost at one size, and the lines of the table that say so."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.tables import milliseconds, ratio


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds of a query: the median and the slowest of a hundred when warm, and asked first."""

    p50: float
    p99: float
    first: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds and bytes; `filtered` is `None` where a query cannot have conditions."""

    name: str
    passages: int
    build: float
    disk: float
    build_memory: float
    open: float
    search_memory: float
    plain: Latency
    filtered: Latency | None
    questions: Latency


def figures(name: str, built: dict[str, Any], searched: dict[str, Any]) -> Figures:
    """The figures from what the two steps of a system printed."""
    filtered = searched["filtered"]
    return Figures(
        name=name,
        passages=built["passages"],
        build=built["build"],
        disk=built["disk"],
        build_memory=built["memory"],
        open=searched["open"],
        search_memory=searched["memory"],
        plain=latency(searched["plain"]),
        filtered=latency(filtered) if filtered else None,
        questions=latency(searched["questions"]),
    )


def latency(seconds: dict[str, list[float]]) -> Latency:
    """The latency in the times of single queries."""
    warm = seconds["warm"]
    p99 = statistics.quantiles(warm, n=100)[98]
    return Latency(statistics.median(warm), p99, statistics.median(seconds["cold"]))


HEADS = (
    "",
    "build s",
    "disk MB",
    "memory MB, building",
    "open s",
    "memory MB, searching",
    "title ms p50/p99",
    "filtered ms p50/p99",
    "question ms p50/p99",
    "first asked ms",
)


def rows(found: Sequence[Figures]) -> list[list[str]]:
    """A line for each system, ours first and the others with how many times ours they take."""
    ours = found[0]
    return [_row(one, None if one is ours else ours) for one in found]


def _row(one: Figures, ours: Figures | None) -> list[str]:
    def number(field: str, scale: float, digits: int) -> str:
        value = getattr(one, field)
        shown = f"{value / scale:.{digits}f}"
        return f"{shown} ({ratio(value, getattr(ours, field))})" if ours else shown

    def query(field: str) -> str:
        return _query(getattr(one, field), getattr(ours, field) if ours else None)

    return [
        one.name,
        number("build", 1, 2),
        number("disk", 1e6, 1),
        number("build_memory", 1e6, 0),
        number("open", 1, 2),
        number("search_memory", 1e6, 0),
        *map(query, ("plain", "filtered", "questions")),
        _first(one.questions, ours.questions if ours else None),
    ]


def _query(one: Latency | None, ours: Latency | None) -> str:
    if one is None:
        return "–"
    shown = f"{milliseconds(one.p50)} / {milliseconds(one.p99)}"
    return f"{shown} ({ratio(one.p50, ours.p50)})" if ours else shown


def _first(one: Latency, ours: Latency | None) -> str:
    shown = milliseconds(one.first)
    return f"{shown} ({ratio(one.first, ours.first)})" if ours else shown
