"""Passages on a Qdrant server or cluster: a collection for each audience of a generation.

    aftalesvar-3f9a2c41-g000007-open

The number in the middle is the home's own, so that homes can share a server. A collection is found
only through its generation's directory, so that one which was never finished is never used.
"""

import json
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from qdrant_client import QdrantClient, models

from index.errors import IndexDamaged
from index.passage import Passage
from index.store.collection import CollectionStore
from index.store.connection import Connection
from index.store.points import DENSE, HELD, KEYWORDS, LEXICAL, Vectors
from index.store.port import Server, Store, Write
from index.store.wire import point_of

OURS = "COLLECTIONS"  # in the home's index: how the names of its collections begin
PREFIX = re.compile(r"aftalesvar-[0-9a-f]{8}-")
RECORD = "collection.json"
BATCH = 128  # points in a request: 0.6 MB of text, a few MB with dense vectors; Qdrant takes 32 MB


@dataclass(frozen=True, slots=True)
class Collection:
    """What a generation's directory says of one of its collections."""

    name: str
    passages: int


class ServerEngine:
    """Keeps the passages of the home's generations on a server."""

    def __init__(self, server: Server, home: Path) -> None:
        self.name = f"Qdrant at {server.url}"
        self._server = server
        self._ours = home.absolute() / "index" / OURS

    def writing(self, generation: str) -> Write:
        """As `Engine.writing`."""
        return partial(self._write, f"{self._prefix()}{generation}")

    def open(self, path: Path) -> Store:
        """As `Engine.open`; also raises `ServerUnreachable` and `ServerRefused`."""
        kept = _recorded(path)
        connection = Connection(self._server)
        try:
            with connection.asking(kept.name) as client:
                passages = client.count(kept.name, exact=True).count
            if passages != kept.passages:
                raise connection.damaged(kept.name)
        except BaseException:
            connection.close()
            raise
        return CollectionStore(connection, kept.name)

    def sweep(self, generations: Sequence[Path]) -> None:
        """As `Engine.sweep`; raises `ServerUnreachable` and `ServerRefused`."""
        prefix = self._prefix()
        used = _used(generations)
        with closing(Connection(self._server)) as connection:
            with connection.asking() as client:
                names = [one.name for one in client.get_collections().collections]
            for name in names:
                if name.startswith(prefix) and name not in used:
                    with connection.asking() as client:
                        client.delete_collection(name)

    def _write(
        self,
        named: str,
        path: Path,
        points: Iterable[tuple[Passage, Vectors]],
        dimension: int | None = None,
    ) -> int:
        name = f"{named}-{path.name}"
        with closing(Connection(self._server)) as connection:
            with connection.asking() as client:
                _create(client, name, dimension)
            total = 0
            for batch in _batches(point_of(*point) for point in points):
                with connection.asking(name) as client:
                    client.upsert(name, batch, wait=True)
                total += len(batch)
        path.mkdir(parents=True)
        (path / RECORD).write_text(json.dumps({"name": name, "passages": total}), "ascii")
        return total

    def _prefix(self) -> str:
        """How the names of the home's collections begin; made up when it is first needed."""
        try:
            known = self._ours.read_text("ascii", errors="replace").strip()
        except FileNotFoundError:
            known = ""
        if PREFIX.fullmatch(known):
            return known
        made = f"aftalesvar-{secrets.token_hex(4)}-"
        self._ours.write_text(f"{made}\n", "ascii")
        return made


def _recorded(path: Path) -> Collection:
    record = path / RECORD
    try:
        said = json.loads(record.read_bytes())
        return Collection(str(said["name"]), int(said["passages"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(record) from error


def _used(generations: Sequence[Path]) -> set[str]:
    """The collections that these generations name; a damaged one is made anew anyway."""
    used = set()
    for record in (path for one in generations for path in one.glob(f"*/{RECORD}")):
        with suppress(IndexDamaged):
            used.add(_recorded(record.parent).name)
    return used


def _create(client: QdrantClient, name: str, dimension: int | None) -> None:
    """An empty collection; one of the name is what a killed update left."""
    client.delete_collection(name)
    client.create_collection(
        name,
        vectors_config={DENSE: models.VectorParams(size=dimension, distance=models.Distance.COSINE)}
        if dimension
        else {},
        sparse_vectors_config={LEXICAL: models.SparseVectorParams(modifier=models.Modifier.IDF)},
        shard_number=1,  # a cluster counts the rarity of words shard by shard
    )
    for field in KEYWORDS:
        client.create_payload_index(name, field, models.PayloadSchemaType.KEYWORD)
    client.create_payload_index(name, HELD, models.PayloadSchemaType.DATETIME)


def _batches(points: Iterator[models.PointStruct]) -> Iterator[list[models.PointStruct]]:
    while batch := list(islice(points, BATCH)):
        yield batch
