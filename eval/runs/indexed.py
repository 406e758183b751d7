"""Documents of a folder indexed for one run alone."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index import Progress
from service import build
from service.settings import Settings


@contextmanager
def indexed(documents: Path, settings: Settings, progress: Progress) -> Iterator[Settings]:
    """The settings of a home with an index of the folder `documents`, gone afterwards."""
    with TemporaryDirectory(prefix="aftalesvar-eval-") as home:
        own = replace(settings, home=Path(home), server=None)
        build.updater(own, progress).update(documents)
        yield own


def fingerprint(documents: Path) -> str:
    """Of the names and the bytes of all files in the folder."""
    made = hashlib.sha256()
    for path in sorted(path for path in documents.rglob("*") if path.is_file()):
        data = hashlib.sha256(path.read_bytes()).hexdigest()
        made.update(f"{path.relative_to(documents)}\0{data}\n".encode())
    return made.hexdigest()[:16]
