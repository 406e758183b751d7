"""Boxes to narrow a list by: what there is to choose, and how much of each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from service import texts
from service.answer import Outcome


@dataclass(frozen=True, slots=True)
class Choice:
    """One box; `count` is how much it would leave."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of boxes; `field` is what the form calls it."""

    field: str
    name: str
    choices: tuple[Choice, ...]


def facet(
    field: str,
    counts: Mapping[str, int],
    chosen: Collection[str],
    names: Mapping[str, str] | None = None,
) -> Facet:
    """The boxes for `counts`, in its order; what is chosen stays even where nothing is left.

    Without `names` a value is its own name.
    """
    values = [*counts, *(value for value in sorted(chosen) if value not in counts)]
    choices = (
        Choice(value, (names or {}).get(value, value), counts.get(value, 0), value in chosen)
        for value in values
    )
    return Facet(field, texts.FACETS[field], tuple(choices))


def by_outcome(counts: Mapping[str, int]) -> dict[str, int]:
    """In the order of what binds most."""
    return {outcome.value: counts[outcome] for outcome in Outcome if counts.get(outcome)}


def by_year(counts: Mapping[str, int]) -> dict[str, int]:
    """Newest first."""
    return dict(sorted(counts.items(), reverse=True))


def by_count(counts: Mapping[str, int]) -> dict[str, int]:
    """Most first, and then by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
