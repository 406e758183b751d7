"""The sample collection, indexed once for all tests that only read."""

from pathlib import Path

import pytest

from index import Index, Updater
from service.assistant import ExtractiveAssistant

pytest_plugins = ["tests.progress"]

SAMPLE = Path(__file__).parent.parent / "eval" / "sample"


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample documents."""
    return SAMPLE / "documents"


@pytest.fixture(scope="session")
def sample_home(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an index of the sample documents; not to be written to."""
    home = tmp_path_factory.mktemp("home")
    Updater(home).update(sample)
    return home


@pytest.fixture(scope="session")
def assistant(sample_home: Path) -> ExtractiveAssistant:
    """The assistant over the sample documents."""
    return ExtractiveAssistant(Index(sample_home))
