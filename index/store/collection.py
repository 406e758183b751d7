"""A collection on a Qdrant server, open for reading."""

from collections.abc import Iterator, Sequence

from qdrant_client import models

from index.filters import Filters
from index.passage import Passage
from index.store.connection import Connection
from index.store.points import DENSE, LEXICAL, TEXT, Scored, Shown
from index.store.wire import filter_of, sparse


class CollectionStore:
    """A collection to be asked; it remembers the passages it has shown."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._shown = Shown(self._read)

    def lexical(self, terms: dict[int, float], filters: Filters, limit: int) -> list[Scored]:
        """As `Store.lexical`."""
        return self._query(sparse(terms), LEXICAL, filters, limit) if terms else []

    def dense(self, vector: Sequence[float], filters: Filters, limit: int) -> list[Scored]:
        """As `Store.dense`."""
        return self._query(list(vector), DENSE, filters, limit)

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """As `Store.passages`."""
        return self._shown.those(ids)

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()

    def _query(
        self, query: models.SparseVector | list[float], using: str, filters: Filters, limit: int
    ) -> list[Scored]:
        with self._connection.asking(self._name) as client:
            found = client.query_points(
                self._name,
                query=query,
                using=using,
                query_filter=filter_of(filters),
                limit=limit,
                with_payload=False,
            )
        try:
            return self._shown.ranked([(int(point.id), point.score) for point in found.points])
        except KeyError as error:  # it went between the two requests
            raise self._connection.damaged(self._name) from error

    def _read(self, ids: list[int]) -> Iterator[tuple[int, str]]:
        with self._connection.asking(self._name) as client:
            points = client.retrieve(self._name, ids, with_payload=[TEXT])
        return ((int(point.id), (point.payload or {})[TEXT]) for point in points)
