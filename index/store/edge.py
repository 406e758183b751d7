"""Passages in Qdrant Edge, in this process and without a server.

A store is one directory for one audience. It is written once, without a write-ahead log,
and only read afterwards, so several processes can have it open.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

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
    Modifier,
    Point,
    Query,
    QueryRequest,
    RangeDateTime,
    SparseVector,
    UpdateOperation,
)

from index.errors import IndexDamaged
from index.filters import Filters
from index.passage import Passage
from index.store.points import (
    DENSE,
    HELD,
    KEYWORDS,
    LEXICAL,
    TEXT,
    AnyOf,
    Between,
    Scored,
    Shown,
    Vectors,
    conditions,
    instant,
    payload,
)
from index.store.port import Store, Write


class EdgeEngine:
    """Keeps a generation's passages inside its own directory."""

    name = "Qdrant Edge"

    def writing(self, generation: str) -> Write:
        """The directory alone says where the passages are."""
        return _write

    def open(self, path: Path) -> Store:
        """As `Engine.open`."""
        try:
            return EdgeStore(EdgeShard.load(str(path)), path)
        except Exception as error:  # Edge raises nothing narrower
            raise IndexDamaged(path) from error

    def sweep(self, generations: Sequence[Path]) -> None:
        """Nothing is kept but the directories, which go with their generations."""


class EdgeStore:
    """An opened store; it remembers the passages it has shown."""

    def __init__(self, shard: EdgeShard, path: Path) -> None:
        self._shard = shard
        self._path = path
        self._shown = Shown(self._read)

    def lexical(self, terms: dict[int, float], filters: Filters, limit: int) -> list[Scored]:
        """As `Store.lexical`."""
        if not terms:
            return []
        return self._query(Query.Nearest(_sparse(terms), using=LEXICAL), filters, limit)

    def dense(self, vector: Sequence[float], filters: Filters, limit: int) -> list[Scored]:
        """As `Store.dense`."""
        return self._query(Query.Nearest(list(vector), using=DENSE), filters, limit)

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """As `Store.passages`."""
        try:
            return self._shown.those(ids)
        except Exception as error:  # Edge raises nothing narrower
            raise IndexDamaged(self._path) from error

    def close(self) -> None:
        """Give the files back."""
        self._shard.close()

    def _query(self, query: Query, filters: Filters, limit: int) -> list[Scored]:
        request = QueryRequest(limit=limit, query=query, filter=_filter(filters))
        try:
            points: list[Any] = self._shard.query(request)
            return self._shown.ranked([(point.id, point.score) for point in points])
        except Exception as error:  # Edge raises nothing narrower
            raise IndexDamaged(self._path) from error

    def _read(self, ids: list[int]) -> Iterator[tuple[int, str]]:
        wanted: list[Any] = list(ids)
        points: list[Any] = self._shard.retrieve(wanted, [TEXT], False)
        return ((point.id, point.payload[TEXT]) for point in points)


def _write(
    path: Path, points: Iterable[tuple[Passage, Vectors]], dimension: int | None = None
) -> int:
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
    for field in KEYWORDS:
        shard.update(UpdateOperation.create_field_index(field, KeywordIndexParams()))
    shard.update(UpdateOperation.create_field_index(HELD, DatetimeIndexParams()))
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
    vector: dict[str, Any] = {LEXICAL: _sparse(vectors.lexical)}
    if vectors.dense is not None:
        vector[DENSE] = list(vectors.dense)
    return Point(id=passage.id, vector=vector, payload=payload(passage))


def _sparse(terms: dict[int, float]) -> SparseVector:
    return SparseVector(indices=list(terms), values=list(terms.values()))


def _filter(filters: Filters) -> Filter | None:
    met = [_condition(condition) for condition in conditions(filters)]
    return Filter(must=met) if met else None


def _condition(condition: AnyOf | Between) -> Any:
    if isinstance(condition, AnyOf):
        return FieldCondition(key=condition.field, match=MatchAny(condition.values))
    period = RangeDateTime(
        gte=instant(condition.start) if condition.start else None,
        lte=instant(condition.end) if condition.end else None,
    )
    return FieldCondition(key=condition.field, range=period)
