"""Documents read once for all tests, and the small readers of a document that they share."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest import Block, Document, Part
from ingest.read import read, read_bytes

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "eval" / "sample" / "documents"
CORPUS = ROOT.parent / "shared" / "corpus"


@cache
def _read(path: Path) -> Document:
    return read(path)


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Document]:
    """A document of the sample, by its file's name."""
    return lambda name: _read(SAMPLE / name)


@pytest.fixture(scope="session")
def corpus() -> Callable[[str], Document]:
    """A real document, by the number its file's name begins with; skips where there is none."""

    def find(number: str) -> Document:
        found = sorted(CORPUS.glob(f"{number}_*.txt"))
        if not found:
            pytest.skip("no collection of real documents here")
        return _read(found[0])

    return find


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Document]:
    """The document a text makes."""
    return lambda text: read_bytes(text.encode(), "prøve.txt")


@pytest.fixture(scope="session")
def printed_blocks() -> Callable[[Document], list[Block]]:
    """Every block of a document and of the meetings inside it, headings included."""

    def of(part: Part) -> Iterator[Block]:
        for one in part.walk():
            yield from (one.head,) if one.head else ()
            yield from one.blocks

    def every(document: Document) -> list[Block]:
        found = [block for part in document.parts for block in of(part)]
        return found + [block for inner in document.documents for block in every(inner)]

    return every
