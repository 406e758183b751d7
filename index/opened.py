"""A generation opened for reading: its stores, what their questions are weighed with, its lists."""

from collections import Counter
from pathlib import Path

from index.analysis import Analyzer
from index.build import CATALOGUE
from index.catalogue import Catalogue
from index.compounds import Splitter
from index.generation import manifest_of
from index.store import Store
from ingest import Visibility


class Opened:
    """One generation, open; `readers` are the searches that use it now."""

    def __init__(self, path: Path) -> None:
        """Raises `IndexDamaged`."""
        self.path = path
        self.readers = 0
        self.manifest = manifest_of(path)
        self.stores = {v: Store.open(path / v.value) for v in Visibility}
        self.analyzers = {
            v: Analyzer(Splitter(Counter(self.manifest.statistics[v.value].vocabulary)))
            for v in Visibility
        }
        self.catalogue = Catalogue(path / CATALOGUE)

    def close(self) -> None:
        """Give the files back."""
        self.catalogue.close()
        for store in self.stores.values():
            store.close()
