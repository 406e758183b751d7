"""The archive of the sample documents, and that of a few invented meetings."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index import Index, Updater
from service.archive.of_index import IndexArchive
from tests.service.meetings import write


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexArchive]:
    """The archive of the invented meetings."""
    home = tmp_path_factory.mktemp("hjem")
    Updater(home).update(write(tmp_path_factory.mktemp("moeder")))
    with closing(Index(home)) as index:
        yield IndexArchive(index)


@pytest.fixture(scope="session")
def archive(sample_home: Path) -> Iterator[IndexArchive]:
    """The archive of the sample documents."""
    with closing(Index(sample_home)) as index:
        yield IndexArchive(index)
