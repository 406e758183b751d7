"""An index with parts of retrieval switched off or set otherwise, by the names of their weights."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from eval.generation import publish
from index import Index, Passage, Updater
from index.weights import STANDARD

Changes = Mapping[str, float]


@contextmanager
def over_documents(folder: Path, scratch: Path, changes: Changes) -> Iterator[Index]:
    """An index of the documents in `folder`; what was read for another in `scratch` is kept."""
    home, read = scratch / _name(changes), scratch / "collection"
    weights = replace(STANDARD, **changes)
    if read.exists():
        shutil.copytree(read, home / "collection")
    Updater(home, weights=weights).update(folder)
    if not read.exists():
        shutil.copytree(home / "collection", read)
    with closing(Index(home, weights=weights)) as index:
        yield index
    shutil.rmtree(home)


@contextmanager
def over_passages(passages: Sequence[Passage], scratch: Path, changes: Changes) -> Iterator[Index]:
    """An index of `passages`."""
    home = scratch / _name(changes)
    weights = replace(STANDARD, **changes)
    publish(home, passages, weights)
    with closing(Index(home, weights=weights)) as index:
        yield index
    shutil.rmtree(home)


def _name(changes: Changes) -> str:
    return "-".join(changes) or "whole"
