"""Passages in Qdrant Edge: the only module that knows the engine.

A store is one directory for one audience. It is written once, without a write-ahead log,
and only read afterwards, so several processes can have it open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from qdrant_edge import (
    DatetimeIndexParams,
    Distance,
    EdgeConfig,
    EdgeShard,
    EdgeSparseVectorParams,
    EdgeVectorParams,
    FieldCondition,
    Filter,
    KeywordIndexParams,
    MatchAny,
    MatchValue,
    Modifier,
    Point,
    Query,
    QueryRequest,
    RangeDateTime,
    SparseVector,
    UpdateOperation,
)

from index.errors import IndexDamaged
from index.filters import EVERYTHING, OPEN_ONLY, Filters
from index.passage import Passage

LEXICAL, DENSE = "lexical", "dense"
REMEMBERED = 20_000  # passages; about 4 kB each
PASSAGE = TypeAdapter(Passage)
Dense = Sequence[float]


@dataclass(frozen=True, slots=True)
class Vectors:
    """What a passage is found by."""

    lexical: dict[int, float]
    dense: Dense | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with the score one leg gave it."""

    passage: Passage
    score: float


class Store:
    """An opened store; it remembers the passages it has shown."""

    def __init__(self, shard: EdgeShard, path: Path) -> None:
        self._shard = shard
        self._path = path
        self._passages: dict[int, Passage] = {}

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The finished store in the directory `path`; raises `IndexDamaged`."""
        try:
            return cls(EdgeShard.load(str(path)), path)
        except Exception as error:  # Edge raises nothing narrower
            raise IndexDamaged(path) from error

    def lexical(self, terms: dict[int, float], filters: Filters, limit: int) -> list[Scored]:
        """The passages that share the rarest terms with the question, best first."""
        if not terms:
            return []
        vector = SparseVector(indices=list(terms), values=list(terms.values()))
        return self._query(Query.Nearest(vector, using=LEXICAL), filters, limit)

    def dense(self, vector: Sequence[float], filters: Filters, limit: int) -> list[Scored]:
        """The passages nearest in meaning, best first."""
        return self._query(Query.Nearest(list(vector), using=DENSE), filters, limit)

    def _query(self, query: Query, filters: Filters, limit: int) -> list[Scored]:
        request = QueryRequest(limit=limit, query=query, filter=_filter(filters))
        try:
            points: list[Any] = self._shard.query(request)
            passages = self._read([point.id for point in points])
        except Exception as error:  # Edge raises nothing narrower
            raise IndexDamaged(self._path) from error
        found = [Scored(passages[point.id], point.score) for point in points]
        # Equal scores come in no particular order; the reading order is one people can follow.
        return sorted(found, key=lambda scored: (-scored.score, scored.passage.id))

    def _read(self, ids: list[int]) -> dict[int, Passage]:
        """The passages `ids`; those shown before from memory, as reading is most of a search."""
        if len(self._passages) > REMEMBERED:
            self._passages = {}
        known = self._passages
        missing: list[Any] = [id_ for id_ in ids if id_ not in known]
        points: list[Any] = self._shard.retrieve(missing, ["passage"], False) if missing else []
        known.update((p.id, PASSAGE.validate_json(p.payload["passage"])) for p in points)
        return known

    def close(self) -> None:
        """Give the files back."""
        self._shard.close()


def write(
    path: Path, points: Iterable[tuple[Passage, Vectors]], dimension: int | None = None
) -> int:
    """Make a store of `points` in the new directory `path`; the number of passages in it."""
    path.mkdir(parents=True)
    shard = EdgeShard.create(
        str(path),
        EdgeConfig(
            vectors={DENSE: EdgeVectorParams(size=dimension, distance=Distance.Cosine)}
            if dimension
            else {},
            sparse_vectors={LEXICAL: EdgeSparseVectorParams(modifier=Modifier.Idf)},
            wal_enabled=False,
        ),
    )
    for field in ("visibility", "kind", "body", "punkt", "section", "edition"):
        shard.update(UpdateOperation.create_field_index(field, KeywordIndexParams()))
    shard.update(UpdateOperation.create_field_index("held", DatetimeIndexParams()))
    total = 0
    for passage, vectors in points:
        # One at a time, which costs nothing: Edge stores a batch in a random order, and then the
        # last digits of the scores and the order of equals differ from build to build.
        shard.update(UpdateOperation.upsert_points([_point(passage, vectors)]))
        total += 1
    shard.flush()
    shard.close()
    return total


def _point(passage: Passage, vectors: Vectors) -> Point:
    terms = vectors.lexical
    vector: dict[str, Any] = {
        LEXICAL: SparseVector(indices=list(terms), values=list(terms.values()))
    }
    if vectors.dense is not None:
        vector[DENSE] = list(vectors.dense)
    ref = passage.ref
    payload = {
        "passage": PASSAGE.dump_json(passage).decode(),
        "visibility": ref.visibility.value,
        "kind": ref.kind.value,
        "body": ref.body,
        "held": _instant(ref.held) if ref.held else None,
        "punkt": ref.punkt,
        "section": ref.section,
        "edition": ref.edition,
    }
    return Point(id=passage.id, vector=vector, payload=payload)


def _filter(filters: Filters) -> Filter | None:
    """The filter on payloads.

    An audience is no filter, it has a store of its own; visibility is one only within a store
    that holds more than is asked for.
    """
    conditions: list[Any] = []
    if filters.visibility not in (OPEN_ONLY, EVERYTHING):
        seen = MatchAny([visibility.value for visibility in sorted(filters.visibility)])
        conditions.append(FieldCondition(key="visibility", match=seen))
    for key, values in (
        ("kind", filters.kinds),
        ("body", filters.bodies),
        ("edition", filters.editions),
    ):
        if values:
            conditions.append(FieldCondition(key=key, match=MatchAny(sorted(values))))
    for key, value in (("punkt", filters.punkt), ("section", filters.section)):
        if value is not None:
            conditions.append(FieldCondition(key=key, match=MatchValue(value)))
    if filters.start or filters.end:
        period = RangeDateTime(
            gte=_instant(filters.start) if filters.start else None,
            lte=_instant(filters.end) if filters.end else None,
        )
        conditions.append(FieldCondition(key="held", range=period))
    return Filter(must=conditions) if conditions else None


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
