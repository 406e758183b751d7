"""The shipped book, read once, and files of words made on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.fagordbog import Book
from index.fagordbog.book import files, joined, load
from index.fagordbog.text import parsed


@pytest.fixture(scope="session")
def shipped_book() -> Book:
    return load(files())


@pytest.fixture
def book() -> Callable[..., Book]:
    """The book of texts, each given by its file's name without the ending."""

    def made(**texts: str) -> Book:
        return joined((f"{name}.txt", text) for name, text in texts.items())

    return made


@pytest.fixture
def said() -> Callable[[str], list[str]]:
    """What is wrong in a text."""
    return lambda text: [str(problem) for problem in parsed(text, "egne.txt").problems]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with an empty folder for the house's files."""
    (tmp_path / "fagordbog").mkdir()
    return tmp_path
