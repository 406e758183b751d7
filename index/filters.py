"""Which passages a search may return."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest import Visibility

OPEN_ONLY = frozenset({Visibility.OPEN})
EVERYTHING = frozenset({Visibility.OPEN, Visibility.CLOSED})


class Audience(StrEnum):
    """Whom a store is for: everyone, or those who may see closed items too.

    Each has a store of its own with its own word statistics: closed text changes no open ranking,
    and who may see both gets one ranking of both.
    """

    OPEN = "open"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions a passage must meet; an empty one is no condition.

    `visibility` is set by the server from who asks, never by the client. `start` and `end` bound
    the meeting's date, both included.
    """

    visibility: frozenset[Visibility] = OPEN_ONLY
    kinds: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    punkt: str | None = None
    section: str | None = None
    editions: frozenset[str] = frozenset()

    @property
    def audience(self) -> Audience:
        """The store to search in."""
        return Audience.OPEN if self.visibility <= OPEN_ONLY else Audience.ALL
