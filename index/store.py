"""Passages in Qdrant Edge: the only module that knows the engine.

A store is one directory for one visibility class. It is written once, without a write-ahead log,
and only read afterwards, so several processes can have it open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from qdrant_edge import (
    Distance,
    EdgeConfig,
    EdgeShard,
    EdgeSparseVectorParams,
    EdgeVectorParams,
    FieldCondition,
    Filter,
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

from index.filters import Filters
from index.passage import Passage

LEXICAL, DENSE = "lexical", "dense"
BATCH = 256
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
    """An opened store."""

    def __init__(self, shard: EdgeShard) -> None:
        self._shard = shard

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The finished store in the directory `path`."""
        return cls(EdgeShard.load(str(path)))

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
        request = QueryRequest(limit=limit, query=query, filter=_filter(filters), with_payload=True)
        found = [_scored(point) for point in self._shard.query(request)]
        # Equal scores come in no particular order; the reading order is one people can follow.
        return sorted(found, key=lambda scored: (-scored.score, scored.passage.id))

    def close(self) -> None:
        """Give the files back."""
        self._shard.close()


def _scored(point: Any) -> Scored:
    return Scored(PASSAGE.validate_json(point.payload["passage"]), point.score)


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
    total, batch = 0, []
    for passage, vectors in points:
        batch.append(_point(passage, vectors))
        if len(batch) == BATCH:
            shard.update(UpdateOperation.upsert_points(batch))
            total, batch = total + len(batch), []
    if batch:
        shard.update(UpdateOperation.upsert_points(batch))
    shard.flush()
    shard.close()
    return total + len(batch)


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
        "kind": ref.kind.value,
        "body": ref.body,
        "held": _instant(ref.held) if ref.held else None,
        "punkt": ref.punkt,
        "section": ref.section,
        "edition": ref.edition,
    }
    return Point(id=passage.id, vector=vector, payload=payload)


def _filter(filters: Filters) -> Filter | None:
    """The filter on payloads; visibility is not one, each class has a store of its own."""
    conditions: list[Any] = []
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
