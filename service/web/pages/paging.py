"""A long list, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from service.archive.records import Window


class Listed(Protocol):
    """Part of a list that knows how long all of it is."""

    @property
    def total(self) -> int:
        """How long all of it is."""
        ...


Part = TypeVar("Part", bound=Listed)


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of a list is shown, counted from 1; at least one there always is."""

    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_shown(self) -> int:
        """The number of the first of the list that is on this page."""
        return (self.number - 1) * self.size + 1

    @property
    def last_shown(self) -> int:
        """The number of the last of the list that is on this page."""
        return min(self.number * self.size, self.total)


def paged(fetch: Callable[[Window], Part], number: int, size: int) -> tuple[Part, Pages]:
    """The page with that number, the last one where the list has become shorter."""
    found = fetch(Window((number - 1) * size, size))
    pages = Pages(number, size, found.total)
    if number <= pages.last:
        return found, pages
    return paged(fetch, pages.last, size)
