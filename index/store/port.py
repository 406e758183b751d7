"""What the index asks of a search engine, whichever it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from index.filters import Filters
from index.passage import Passage
from index.store.points import Scored, Vectors


@dataclass(frozen=True, slots=True)
class Server:
    """Where a Qdrant server or cluster is, and the key that lets us in."""

    url: str
    api_key: str | None = field(default=None, repr=False)


class Store(Protocol):
    """One audience's passages, open for reading."""

    def lexical(self, terms: dict[int, float], filters: Filters, limit: int) -> list[Scored]:
        """The passages that share the rarest terms with the question, best first.

        This and `dense` raise `IndexDamaged`, `ServerUnreachable` and `ServerRefused`.
        """
        ...

    def dense(self, vector: Sequence[float], filters: Filters, limit: int) -> list[Scored]:
        """The passages nearest in meaning, best first."""
        ...

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """The passages with these numbers, in reading order; numbers that no passage has are left
        out.
        """
        ...

    def close(self) -> None:
        """Give files and connections back."""
        ...


class Write(Protocol):
    """Writes one audience's passages for a generation that was chosen before."""

    def __call__(
        self,
        path: Path,
        points: Iterable[tuple[Passage, Vectors]],
        dimension: int | None = None,
    ) -> int:
        """Keep `points` where the new directory `path` will say; the number of passages."""
        ...


class Engine(Protocol):
    """Where passages are kept; `name` is how people and manifests call it."""

    name: str

    def writing(self, generation: str) -> Write:
        """What writes the passages of a new generation; nobody finds them before it is in use."""
        ...

    def open(self, path: Path) -> Store:
        """The finished store that the directory `path` holds or names; raises `IndexDamaged`."""
        ...

    def sweep(self, generations: Sequence[Path]) -> None:
        """Drop what no finished generation uses, left by killed updates and by those before."""
        ...
