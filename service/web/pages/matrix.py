"""Meetings by body and year: of which the minutes are here, and of which only the agenda."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from service import texts
from service.archive.records import MeetingState


@dataclass(frozen=True, slots=True)
class Cell:
    """One body's meetings in one year."""

    minuted: tuple[MeetingState, ...]
    agenda_only: tuple[MeetingState, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A year, newest first, with a cell for each body; `None` where no meeting is known."""

    year: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The bodies that hold meetings, most meetings first, and every year from first to last."""

    bodies: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(meetings: Iterable[MeetingState]) -> Matrix:
    """The meetings by body and year; years without any are rows too, as they may be missing."""
    held: dict[tuple[str, int], list[MeetingState]] = defaultdict(list)
    total: dict[str, int] = defaultdict(int)
    for meeting in meetings:
        body = meeting.body or texts.OF_NO_BODY
        held[body, meeting.held.year].append(meeting)
        total[body] += 1
    bodies = tuple(sorted(total, key=lambda body: (-total[body], body)))
    years = [year for _, year in held]
    every = range(max(years), min(years) - 1, -1) if years else range(0)
    return Matrix(
        bodies, tuple(Row(y, tuple(_cell(held.get((body, y))) for body in bodies)) for y in every)
    )


def _cell(meetings: list[MeetingState] | None) -> Cell | None:
    if not meetings:
        return None
    minuted = tuple(meeting for meeting in meetings if meeting.minutes)
    return Cell(minuted, tuple(meeting for meeting in meetings if not meeting.minutes))
