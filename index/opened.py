"""A generation opened for reading: its stores, what their questions are weighed with, its lists."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.analysis import Analyzer
from index.build import CATALOGUE
from index.catalogue import Catalogue
from index.compounds import Splitter
from index.filters import Audience
from index.generation import manifest_of
from index.store import Store
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


class Opened:
    """One generation, open; `readers` are the searches that use it now, `facts` what was asked."""

    def __init__(self, path: Path) -> None:
        """Raises `IndexDamaged`."""
        self.path = path
        self.readers = 0
        self.facts: dict[frozenset[Visibility], Facts] = {}
        self.manifest = manifest_of(path)
        audiences = [a for a in Audience if a.value in self.manifest.statistics]
        self.stores = {a: Store.open(path / a.value) for a in audiences}
        self.analyzers = {
            a: Analyzer(Splitter(Counter(self.manifest.statistics[a.value].vocabulary)))
            for a in audiences
        }
        self.catalogue = Catalogue(path / CATALOGUE)

    def audience(self, wanted: Audience) -> Audience:
        """The audience whose store serves `wanted`: where nothing is closed there is only one."""
        return wanted if wanted in self.stores else Audience.OPEN

    def condemn(self) -> None:
        """Have the next update make everything anew, as damage was found that it may not see."""
        with suppress(OSError):
            (self.path / CONDEMNED).touch()

    def close(self) -> None:
        """Give the files back."""
        self.catalogue.close()
        for store in self.stores.values():
            store.close()
