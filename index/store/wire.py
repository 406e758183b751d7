"""Points and filters in the words of Qdrant's interface."""

from datetime import UTC, date, datetime, time

from qdrant_client import models

from index.filters import Filters
from index.passage import Passage
from index.store.points import (
    DENSE,
    LEXICAL,
    AnyOf,
    Between,
    Vectors,
    conditions,
    payload,
)


def point_of(passage: Passage, vectors: Vectors) -> models.PointStruct:
    """The passage as it is sent."""
    vector: dict[str, models.Vector] = {LEXICAL: sparse(vectors.lexical)}
    if vectors.dense is not None:
        vector[DENSE] = list(vectors.dense)
    return models.PointStruct(id=passage.id, vector=vector, payload=payload(passage))


def sparse(terms: dict[int, float]) -> models.SparseVector:
    """Terms with their weights."""
    return models.SparseVector(indices=list(terms), values=list(terms.values()))


def filter_of(filters: Filters) -> models.Filter | None:
    """The filter on payloads; `None` where there is nothing to meet."""
    met: list[models.Condition] = [_condition(condition) for condition in conditions(filters)]
    return models.Filter(must=met) if met else None


def _condition(condition: AnyOf | Between) -> models.FieldCondition:
    if isinstance(condition, AnyOf):
        return models.FieldCondition(
            key=condition.field, match=models.MatchAny(any=condition.values)
        )
    period = models.DatetimeRange(gte=_midnight(condition.start), lte=_midnight(condition.end))
    return models.FieldCondition(key=condition.field, range=period)


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None
