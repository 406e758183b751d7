"""The sample collection indexed once, and the pieces that tests build documents and stores from."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from eval.sample.build import DOCUMENTS
from index import Hit, Index, Kind, Passage, Ref, Server, Status, Updater, Visibility
from ingest import Block, Cell, Document, Run
from ingest.read import read

if TYPE_CHECKING:
    from tests.index.qdrant_server import StandIn


@dataclass
class Manuscript:
    """A document's text that grows block by block, so that every block has a true place."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)

    def block(self, text: str, **features: Any) -> Block:
        made = Block(text, (Run(0, len(self.text), len(text)),), **features)
        self.text += f"{text}\n"
        self.blocks.append(made)
        return made

    def row(self, *texts: str, columns: Sequence[str] = (), page: int | None = None) -> Block:
        heads = list(columns) or [""] * len(texts)
        cells = tuple(Cell(head, text) for head, text in zip(heads, texts, strict=True))
        return self.block(" ".join(texts), cells=cells, page=page)

    def document(self, *parts: Any, **features: Any) -> Document:
        known = {"id": "d", "title": "T", "kind": Kind.ANDET, "source": "d.txt", "sha256": "0"}
        return Document(**{**known, "text": self.text, "parts": parts, **features})


@dataclass(frozen=True)
class Topics:
    """An embedder whose vectors say which of three topics a text is about."""

    name: str = "topics"
    dimension: int = 4
    topics: tuple[str, ...] = ("hund vovse køter", "bil vogn køretøj", "skib båd fartøj")

    def embed_query(self, text: str) -> Sequence[float]:
        said = text.lower().split()
        return [0.1, *(float(sum(word in topic.split() for word in said)) for topic in self.topics)]

    def embed_passages(self, texts: Sequence[str]) -> list[Sequence[float]]:
        return [self.embed_query(text) for text in texts]


@pytest.fixture
def manuscript() -> Manuscript:
    return Manuscript()


@pytest.fixture
def topics() -> Topics:
    return Topics()


@pytest.fixture(scope="session")
def passage() -> Callable[..., Passage]:
    """A passage with a text and whatever its place should say."""

    def made(id_: int, text: str, **place: Any) -> Passage:
        known = {"document": "d", "source": "d.txt", "title": "T", "kind": Kind.REFERAT}
        seen = {"status": Status.UKENDT, "visibility": Visibility.OPEN}
        ref = Ref(**{**known, **seen, **place})
        return Passage(id_, id_, text, "", (Run(0, 0, len(text)),), ref)

    return made


@pytest.fixture(scope="session")
def sample() -> list[Document]:
    """The documents of the sample collection, read."""
    return [read(path) for path in sorted(DOCUMENTS.glob("*.txt"))]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the sample collection."""
    made = tmp_path_factory.mktemp("home")
    Updater(made).update(DOCUMENTS)
    return made


@pytest.fixture(scope="session")
def index(home: Path) -> Iterator[Index]:
    with closing(Index(home)) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of our own with two of the sample's documents."""
    made = tmp_path / "dokumenter"
    made.mkdir()
    for name in ("guide-midlertidigt-botilbud.txt", "referat-2021-05-20.txt"):
        shutil.copyfile(DOCUMENTS / name, made / name)
    return made


@pytest.fixture(scope="session")
def told() -> Callable[[list[Hit]], list[tuple[object, ...]]]:
    """What hits say, without the numbers that differ between indexes."""

    def facts(hits: list[Hit]) -> list[tuple[object, ...]]:
        return [
            (h.passage.text, h.score, h.why, ref.source, ref.held, ref.punkt, ref.title)
            for h in hits
            for ref in [h.passage.ref]
        ]

    return facts


@pytest.fixture
def stand_in() -> Iterator["StandIn"]:
    """What answers in the place of a Qdrant server that asks for a key."""
    from tests.index.qdrant_server import StandIn  # importing its client takes a second

    with closing(StandIn("noegle-1")) as made:
        yield made


@pytest.fixture
def server(stand_in: "StandIn") -> Iterator[Server]:
    """Where it answers."""
    from tests.index.qdrant_server import serving

    with serving(stand_in) as address:
        yield address
