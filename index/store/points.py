"""A point as every engine keeps it: vectors, payload, and what filters ask of the payload."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from index.filters import EVERYTHING, OPEN_ONLY, Filters
from index.passage import Passage

LEXICAL, DENSE = "lexical", "dense"  # the names of the vectors
TEXT = "passage"  # the payload that is read and never filtered
KEYWORDS = ("visibility", "kind", "body", "punkt", "section", "edition")
HELD = "held"
REMEMBERED = 20_000  # passages; about 4 kB each
PASSAGE = TypeAdapter(Passage)


@dataclass(frozen=True, slots=True)
class Vectors:
    """What a passage is found by."""

    lexical: dict[int, float]
    dense: Sequence[float] | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with the score one leg gave it."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The payload `field` is one of `values`."""

    field: str
    values: list[str]


@dataclass(frozen=True, slots=True)
class Between:
    """The payload `field` is a day from `start` to `end`, both included; `None` is no bound."""

    field: str
    start: date | None
    end: date | None


def payload(passage: Passage) -> dict[str, Any]:
    """The passage itself, and what filters ask about."""
    ref = passage.ref
    return {
        TEXT: PASSAGE.dump_json(passage).decode(),
        "visibility": ref.visibility.value,
        "kind": ref.kind.value,
        "body": ref.body,
        HELD: instant(ref.held) if ref.held else None,
        "punkt": ref.punkt,
        "section": ref.section,
        "edition": ref.edition,
    }


def conditions(filters: Filters) -> list[AnyOf | Between]:
    """What all points found must meet.

    An audience is no condition, it has a store of its own; visibility is one only within a store
    that holds more than is asked for.
    """
    met: list[AnyOf | Between] = []
    if filters.visibility not in (OPEN_ONLY, EVERYTHING):
        met.append(AnyOf("visibility", sorted(one.value for one in filters.visibility)))
    for field, values in (
        ("kind", filters.kinds),
        ("body", filters.bodies),
        ("edition", filters.editions),
    ):
        if values:
            met.append(AnyOf(field, sorted(values)))
    for field, value in (("punkt", filters.punkt), ("section", filters.section)):
        if value is not None:
            met.append(AnyOf(field, [value]))
    if filters.start or filters.end:
        met.append(Between(HELD, filters.start, filters.end))
    return met


def instant(day: date) -> str:
    """The day as the engines' date index wants it."""
    return f"{day.isoformat()}T00:00:00Z"


class Shown:
    """The passages that were read before, as reading is most of a search."""

    def __init__(self, read: Callable[[list[int]], Iterable[tuple[int, str]]]) -> None:
        """`read` gives the stored texts of passages by their ids."""
        self._read = read
        self._passages: dict[int, Passage] = {}

    def ranked(self, scores: Sequence[tuple[int, float]]) -> list[Scored]:
        """The passages of these ids with their scores, best first.

        Equal scores come in no particular order; the reading order is one people can follow.
        Raises `KeyError` where one cannot be read.
        """
        passages = self._known([id_ for id_, _ in scores])
        found = [Scored(passages[id_], score) for id_, score in scores]
        return sorted(found, key=lambda scored: (-scored.score, scored.passage.id))

    def those(self, ids: Sequence[int]) -> list[Passage]:
        """The passages of these ids that there are, in reading order."""
        known = self._known(list(ids))
        return [known[id_] for id_ in sorted(set(ids)) if id_ in known]

    def _known(self, ids: list[int]) -> dict[int, Passage]:
        if len(self._passages) > REMEMBERED:
            self._passages = {}
        known = self._passages
        missing = [id_ for id_ in ids if id_ not in known]
        texts = self._read(missing) if missing else ()
        known.update((id_, PASSAGE.validate_json(text)) for id_, text in texts)
        return known
