"""A small assistant with one known meeting, served over real HTTP."""

import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from index import (
    Block,
    Document,
    Filters,
    Index,
    IndexMissing,
    Kind,
    Part,
    PartKind,
    Passage,
    Ref,
    Snapshot,
    Status,
    Visibility,
)
from index.passage import Row
from ingest import Cell, Run
from service.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Found,
    Outcome,
    Ranking,
    Sentence,
    Sources,
)
from service.archive.of_index import IndexArchive
from service.archive.port import Allowed
from service.archive.records import Detail
from service.assistant import ExtractiveAssistant
from service.conversation import Turn
from service.errors import QuestionRefused
from service.met import Ranges
from service.ports import Assistant, Overview
from service.selection import Picked, Read
from service.units import Section, sections
from service.web.app import create_app
from service.web.parts import Parts
from service.web.patience import Patience
from service.weighing import WEIGHTS, Weighed
from tests.service.known import reason
from tests.service.open_access import NoLimits, OpenAccess
from tests.service.sound import sound

# The signs of a piece that has all words of the question, and nothing else.
NEAR = {**dict.fromkeys(WEIGHTS, 0.0), "words and place": 1.0}
PAYLOAD = '<script>alert("x")</script><img src=https://evil.example/a onerror=alert(1)>'
TEXT = (
    "Beslutning:\n"
    "Styringsaftalegruppen anbefaler en forlæn-\ngelse af det nuværende takstskema.\n"
    "Et nyt takstskema udarbejdes til 2026.\n"
    "• Sekretariatet indkalder arbejdsgruppen.\n"
    "• Takster indmeldes senest 1. oktober.\n"
    "Overhead afregnes efter den gamle regel.\n"
    "Fjordby 22 14\n"
    f"{PAYLOAD}\n"
)
QUOTE = "Et nyt takstskema udarbejdes til 2026."
EXAMPLES = (
    "Hvad blev besluttet om takster for 2026?",
    "Hvornår skal takster indmeldes?",
    "Hvem finansierer de sikrede institutioner?",
)


def block(*fragments: str, **features: object) -> Block:
    """A block whose text is the fragments joined, each mapped to where it stands in `TEXT`."""
    runs: list[Run] = []
    place, clean = TEXT.index(fragments[0]), 0
    for fragment in fragments:
        place = TEXT.index(fragment, place)
        runs.append(Run(clean, place, len(fragment)))
        place, clean = place + len(fragment), clean + len(fragment)
    return Block("".join(fragments), tuple(runs), **features)  # type: ignore[arg-type]


def meeting() -> Document:
    decision = Part(
        PartKind.SECTION,
        "Beslutning:",
        block("Beslutning:"),
        label="Beslutning",
        blocks=(
            block(
                "Styringsaftalegruppen anbefaler en forlæn",
                "gelse af det nuværende takstskema.",
                page=4,
            ),
            block(QUOTE, page=4),
            block("• Sekretariatet indkalder arbejdsgruppen.", page=4),
            block("• Takster indmeldes senest 1. oktober.", page=5),
        ),
    )
    annex = Part(
        PartKind.ANNEX,
        "Udkast til styringsaftale",
        blocks=(block("Overhead afregnes efter den gamle regel.", page=6, struck=True),),
        parts=(
            Part(
                PartKind.TABLE,
                "Pladser",
                blocks=(
                    block(
                        "Fjordby 22 14",
                        page=7,
                        cells=(
                            Cell("Kommune", "Fjordby"),
                            Cell("Pladser", "22"),
                            Cell("Belagt", "14"),
                        ),
                    ),
                ),
            ),
        ),
    )
    hostile = Part(PartKind.ITEM, PAYLOAD, number="7", blocks=(block(PAYLOAD, page=8),))
    item = Part(
        PartKind.ITEM,
        "Nyt takstskema",
        number="6",
        case_number="2025-031702",
        parts=(decision, annex),
    )
    inner = Document(
        "das-2025-05-22.1",
        "Referat af DAS Social",
        Kind.REFERAT,
        "das-2025-05-22.pdf",
        "0",
        "Godkendt.\n",
        held=date(2024, 4, 4),
        within="3",
        parts=(Part(PartKind.ITEM, "Dagsorden", number="1"),),
    )
    return Document(
        "das-2025-05-22",
        "Referat af DAS Social",
        Kind.REFERAT,
        "das-2025-05-22.pdf",
        "0",
        TEXT,
        body="DAS Social",
        held=date(2025, 5, 22),
        status=Status.VEDTAGET,
        parts=(item, hostile),
        address="https://das.example/referat.pdf",
        documents=(inner,),
    )


def source_url(text: str) -> str:
    start = TEXT.index(text)
    return f"/kilder/das-2025-05-22?fra={start}&til={start + len(text)}"


HERE = {
    "document": "das-2025-05-22.pdf",
    "document_id": "das-2025-05-22",
    "title": "Referat af DAS Social",
    "kind": "referat",
    "body": "DAS Social",
    "meeting_date": date(2025, 5, 22),
    "punkt": "6",
    "item_title": "Nyt takstskema",
    "section": "Beslutning",
    "outcome": Outcome.DECIDED,
    "draft": False,
    "struck": False,
    "proposed": False,
    "page_label": None,
    "edition": None,
}


def citation() -> Citation:
    start = TEXT.index(QUOTE)
    return Citation(
        **HERE,  # type: ignore[arg-type]
        page=4,
        url=f"{source_url(QUOTE)}#citat",
        n=1,
        quote=QUOTE,
        start=start,
        end=start + len(QUOTE),
        verified=True,
    )


def nearby(text: str = "Takster indmeldes senest 1. oktober.") -> Found:
    url = f"{source_url(text)}#citat"
    return Found(**HERE, page=5, url=url, text=text, score=0.71)  # type: ignore[arg-type]


def answered(question: str) -> Answer:
    return Answer(
        id="a1",
        question=question,
        status=AnswerStatus.ANSWERED,
        text=QUOTE,
        sentences=(Sentence(QUOTE, (1,)),),
        citations=(citation(),),
        notes=("Der er kommet en nyere udgave af takstskemaet.",),
        passages=(nearby(QUOTE), nearby()),
        mode="extractive",
        generation="g1",
        belief=0.75,
    )


def not_found(question: str) -> Answer:
    return Answer(
        id="a2",
        question=question,
        status=AnswerStatus.NOT_FOUND,
        text="",
        sentences=(),
        citations=(),
        notes=(),
        passages=(nearby(),),
        mode="extractive",
        generation="g1",
    )


class Shelf:
    """An assistant that knows one meeting, and keeps what it was last asked with."""

    def __init__(self) -> None:
        self.filters = Filters()

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        self.filters = filters
        if not any(char.isalnum() for char in question):
            raise QuestionRefused("Skriv et spørgsmål med ord.")
        if "gå i stykker" in question:
            raise RuntimeError("hemmelig sti /srv/aftaler")
        return not_found(question) if "månen" in question else answered(question)

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        return None

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        answer = self.ask(question, filters, before)
        yield Sources(answer.citations)
        yield from answer.sentences
        yield answer

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        self.filters = filters
        return Ranking((nearby(), nearby(QUOTE))[:limit], "g1")

    def met(self, text: str, among: Sequence[str], filters: Filters) -> list[Ranges]:
        return [() for _ in among]

    def document(self, document_id: str, filters: Filters) -> Document | None:
        self.filters = filters
        outer = meeting()
        known = {document.id: document for document in (outer, *outer.documents)}
        return known.get(document_id)

    def overview(self) -> Overview:
        return Overview("g1", "2025-06-01T07:00:00Z", 1_240, 98_000, date(2025, 5, 22), EXAMPLES)


class Lists(IndexArchive):
    """An archive without lists; the file of the known meeting can be fetched."""

    def __init__(self) -> None:
        pass

    def detail(self, document_id: str, allowed: Allowed) -> Detail | None:
        found = Shelf().document(document_id, Filters())
        if found is None:
            return None
        return Detail(
            id=found.id,
            outer=None,
            document=found.source,
            title=found.title,
            kind=found.kind.value,
            body=found.body,
            meeting_date=found.held,
            edition=None,
            status=found.status.value,
            url="",
            pages=None,
            valid_from=None,
            valid_to=None,
            address=found.address,
            headings=(),
            inside=(),
            file=found.address is not None,
            generation="g1",
        )


class EmptyShelf(Shelf):
    """An assistant before anything has been indexed."""

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        raise IndexMissing("no index")

    def overview(self) -> Overview:
        raise IndexMissing("no index")


def parts(assistant: Assistant) -> Parts:
    """What the application is made of, around an assistant that stands alone."""
    return Parts(assistant, Lists(), OpenAccess(), NoLimits())


@contextmanager
def hosting(app: ASGIApp, protocol: type[Patience] = Patience) -> Iterator[str]:
    """The application on a free loopback port, until the block ends."""
    config = uvicorn.Config(app, log_level="critical", http=protocol, proxy_headers=False)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(60)
            assert not thread.is_alive(), "the server does not stop"


def serving(assistant: Assistant) -> AbstractContextManager[str]:
    """The application for `assistant` on a free loopback port, until the block ends."""
    return hosting(create_app(parts(assistant)))


@pytest.fixture(scope="session")
def application() -> Callable[[Assistant], FastAPI]:
    """Makes the application around an assistant."""
    return lambda assistant: create_app(parts(assistant))


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="session")
def client(shelf: Shelf) -> Iterator[httpx.Client]:
    with serving(shelf) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="session")
def empty() -> Iterator[httpx.Client]:
    with serving(EmptyShelf()) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="session")
def cited() -> Citation:
    """The citation of a decision, as the known meeting's answers carry it."""
    return citation()


@pytest.fixture(scope="session")
def text() -> str:
    """The text of the known meeting, in which all positions count."""
    return TEXT


@pytest.fixture(scope="session")
def place() -> Callable[[str], str]:
    """Where the source page marks a piece of the known meeting's text."""
    return source_url


@pytest.fixture(scope="session")
def minuted() -> Callable[..., Ref]:
    """A decision's place in minutes, with the facts given instead of the usual ones."""

    def ref(**facts: object) -> Ref:
        known: dict[str, object] = {
            "document": "referat",
            "source": "referat.txt",
            "title": "Referat Styregruppen",
            "kind": Kind.REFERAT,
            "status": Status.UKENDT,
            "visibility": Visibility.OPEN,
            "body": "Styregruppen",
            "held": date(2025, 5, 22),
            "punkt": "6",
            "item_title": "Takster",
            "section": "Beslutning",
        }
        return Ref(**{**known, **facts})  # type: ignore[arg-type]

    return ref


@pytest.fixture(scope="session")
def passage(minuted: Callable[..., Ref]) -> Callable[..., Passage]:
    """A passage of the decision, with the facts given instead of the usual ones.

    Number 3 stands at 3000 in its document's text.
    """

    def made(
        number: int, text: str, *, group: int = 1, rows: Sequence[str] = (), **facts: object
    ) -> Passage:
        told = [Row(text.index(row), text.index(row) + len(row), f"Takst: {row}") for row in rows]
        run = Run(0, 1000 * number, len(text))
        return Passage(number, group, text, "Takster", (run,), minuted(**facts), tuple(told))

    return made


@pytest.fixture(scope="session")
def section(passage: Callable[..., Passage]) -> Callable[..., Section]:
    """A section of one passage with the text and facts given."""

    def made(text: str, *, number: int = 1, **facts: object) -> Section:
        return sections([passage(number, text, **facts)])[0]

    return made


@pytest.fixture(scope="session")
def read(section: Callable[..., Section]) -> Callable[..., Read]:
    """A section whose pieces are worth what is given, in their order."""

    def made(text: str, *worths: float, **facts: object) -> Read:
        found = section(text, **facts)
        pieces = zip(found.units, worths, strict=True)
        return found, tuple(Weighed(unit, worth, NEAR) for unit, worth in pieces)

    return made


@pytest.fixture(scope="session")
def told(section: Callable[..., Section]) -> Callable[..., Picked]:
    """A section that is told whole."""

    def made(text: str, **facts: object) -> Picked:
        found = section(text, **facts)
        return Picked(found, tuple(Weighed(unit, 0.0, NEAR) for unit in found.units), 1.0)

    return made


@pytest.fixture(scope="session")
def state(sample_home: Path) -> Iterator[Snapshot]:
    """The index of the sample documents, the same for all that is asked of it."""
    with closing(Index(sample_home)) as index, index.snapshot() as made:
        yield made


@pytest.fixture(scope="session")
def ask(assistant: ExtractiveAssistant) -> Callable[[str], Answer]:
    """Asks the sample; whatever was asked, the answer is sound."""
    return lambda question: sound(assistant.ask(question, Filters()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the known weaknesses to fail, so that whoever mends one takes it off the list."""
    for item in items:
        why = reason(item.name)
        if why and item.path.name in ("test_traps.py", "test_bad_questions.py"):
            item.add_marker(pytest.mark.xfail(strict=True, reason=why))
