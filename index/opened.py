"""A generation opened for reading: its stores, what their questions are weighed with, its lists."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.build import CATALOGUE
from index.catalogue import Catalogue
from index.closeness import Reader
from index.errors import IndexElsewhere
from index.fagordbog.compiled import Compiled
from index.fagordbog.ready import where
from index.filters import Audience
from index.generation import manifest_of
from index.meaning import OwnEmbedder
from index.store import Engine
from index.understanding import Understanding
from index.weights import STANDARD, Weights
from ingest import Visibility

CONDEMNED = "DAMAGED"  # a file in a generation that could not answer


@dataclass(frozen=True, slots=True)
class Facts:
    """What a generation holds; `recent_items` are titles of items that were decided lately."""

    generation: str
    built: str
    documents: int
    passages: int
    bodies: frozenset[str]
    editions: frozenset[str]
    latest_meeting: date | None
    recent_items: tuple[str, ...]
    model: str | None = None


class Opened:
    """One generation, open; `readers` are the searches that use it now, `facts` what was asked."""

    def __init__(self, path: Path, engine: Engine, weights: Weights = STANDARD) -> None:
        """Raises `IndexDamaged`, `IndexElsewhere`, `ServerUnreachable` and `ServerRefused`."""
        self.path = path
        self.readers = 0
        self.facts: dict[frozenset[Visibility], Facts] = {}
        self.manifest = manifest_of(path)
        if self.manifest.engine != engine.name:
            raise IndexElsewhere(self.manifest.engine, engine.name)
        audiences = [a for a in Audience if a.value in self.manifest.statistics]
        self.stores = {a: engine.open(path / a.value) for a in audiences}
        self.book = Compiled(where(path.parents[1], self.manifest.book))
        self.askers = {
            a: Understanding(self.manifest.statistics[a.value], self.book, weights).asker
            for a in audiences
        }
        self._texts: dict[Audience, Reader] = {}
        self.catalogue = Catalogue(path / CATALOGUE)

    def audience(self, wanted: Audience) -> Audience:
        """The audience whose store serves `wanted`: where nothing is closed there is only one."""
        return wanted if wanted in self.stores else Audience.OPEN

    def reader(self, audience: Audience, model: OwnEmbedder | None) -> Reader:
        """What reads the texts of an audience; it remembers them as long as this is open."""
        if audience not in self._texts:
            asker, statistics = self.askers[audience], self.manifest.statistics[audience.value]
            self._texts[audience] = Reader(
                asker.analyzer, asker.matcher, model, statistics.vocabulary, statistics.passages
            )
        return self._texts[audience]

    def condemn(self) -> None:
        """Have the next update make everything anew, as damage was found that it may not see."""
        with suppress(OSError):
            (self.path / CONDEMNED).touch()

    def close(self) -> None:
        """Give the files back."""
        self.catalogue.close()
        for store in self.stores.values():
            store.close()
        self.book.close()
