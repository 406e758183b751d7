"""Passages made by hand as an index of their own, through the index's own build and search."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from index import Passage, catalogue
from index.build import CATALOGUE, Knowledge, keep
from index.fagordbog.ready import ready
from index.generation import Generations, Manifest, reader_version
from index.meaning import own_model
from index.store import engine
from index.weights import STANDARD, Weights


def publish(home: Path, passages: Sequence[Passage], weights: Weights = STANDARD) -> None:
    """Make `passages` the index in `home`; its catalogue stays empty.

    They are understood with the fagordbog and the model that ship.
    """
    generations, keeping = Generations(home), engine(None, home)
    book = ready(home)
    model = own_model(weights)
    known = Knowledge(book.path, model, weights)
    with generations.building() as path:
        name = generations.next_name()
        catalogue.write(path / CATALOGUE, [])
        built = keep(path, passages, known, lambda *_: None, keeping.writing(name))
        manifest = Manifest(
            name=name,
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            reader=reader_version(),
            embedder=model.name if model else None,
            collection="passages",
            statistics=built.statistics,
            book=book.fingerprint,
            engine=keeping.name,
        )
        generations.publish(path, manifest)
