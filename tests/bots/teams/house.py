"""The bot as Teams meets it: the real application on loopback, around a desk that we hold."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from bots.asker import Asked, Asker
from bots.memory import FileMemory
from bots.memory.file import FILE
from bots.parts import Parts
from bots.ports import Item, Shelf
from bots.settings import TeamsSettings
from bots.teams.app import create
from service.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Mode,
    Outcome,
    Ranking,
    Sentence,
    Sources,
)
from service.feedback.opinion import Opinion
from tests.bots.teams.activities import APP, TENANT
from tests.bots.teams.hosting import hosting
from tests.bots.teams.server import SECRET, BotFramework

QUOTE = "Taksten for botilbuddet Birkegården fastsættes til 2.150 kr. pr. døgn."


def citation(n: int = 1) -> Citation:
    """A decision of the made-up region's coordination forum."""
    return Citation(
        document="referat-2024-09-05.docx",
        document_id="d1",
        title="Referat af møde",
        kind="referat",
        body="Koordinationsforum",
        meeting_date=date(2024, 9, 5),
        punkt="4",
        item_title="Takster 2025",
        section="Beslutning",
        page=3,
        page_label=None,
        url="/dokument/d1?side=3",
        outcome=Outcome.DECIDED,
        draft=False,
        struck=False,
        proposed=False,
        edition=None,
        n=n,
        quote=QUOTE,
        start=0,
        end=len(QUOTE),
        verified=True,
    )


@dataclass
class DeskInHand:
    """Answers as it is told; keeps who asked what, and waits while it is held."""

    sentences: int = 3
    asked: list[Asked] = field(default_factory=list)
    fails: BaseException | None = field(init=False)
    opinions: list[tuple[Asker, Opinion]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """As if nobody had asked yet."""
        self.asked.clear()
        self.opinions.clear()
        self.fails = None
        self.held = False
        self.waiting = 0

    async def stream(self, asked: Asked) -> AsyncGenerator[Sources | Sentence | Answer]:
        self.asked.append(asked)
        if self.fails is not None:
            raise self.fails
        yield Sources((citation(),))
        made = tuple(
            Sentence(QUOTE, (1,), f"Koordinationsforum, del {n + 1}: besluttet")
            for n in range(self.sentences)
        )
        for each in made:
            yield each
            await self._held()
        yield Answer(
            id="answer-1",
            question=asked.question,
            status=AnswerStatus.ANSWERED,
            text=" ".join(each.text for each in made),
            sentences=made,
            citations=(citation(),),
            notes=(),
            passages=(),
            mode=Mode.EXTRACTIVE,
            generation="g1",
        )

    async def _held(self) -> None:
        self.waiting += 1
        while self.held:
            await asyncio.sleep(0.01)
        self.waiting -= 1

    async def answer(self, asked: Asked) -> Answer:
        last: Any = None
        async for piece in self.stream(asked):
            last = piece
        assert isinstance(last, Answer)
        return last

    async def search(self, asked: Asked, limit: int) -> Ranking:
        return Ranking((), "g1")

    async def searched(self, asked: Asked) -> str:
        return "Søgt i 12 dokumenter."

    async def opinion(self, asker: Asker, opinion: Opinion) -> None:
        self.opinions.append((asker, opinion))


@dataclass
class NewsInHand:
    """A newsroom with one decision."""

    fails: Exception | None = None

    async def generation(self) -> str:
        if self.fails is not None:
            raise self.fails
        return "g1"

    async def decisions(self, subject: str) -> list[Item]:
        if self.fails is not None:
            raise self.fails
        return [Item("k1", "Takster 2025", "Koordinationsforum", "besluttet", QUOTE, None)]

    async def shelf(self) -> Shelf:
        if self.fails is not None:
            raise self.fails
        return Shelf(
            ("12 dokumenter",), (), (), ("Hvad blev besluttet om takster på Birkegården?",)
        )


@dataclass
class House:
    """A bot that runs, and what it is made of."""

    url: str
    teams: BotFramework
    desk: DeskInHand
    memory: FileMemory
    memory_file: Path
    news: NewsInHand

    def forget(self) -> None:
        """Begin with an empty memory; the file may be taken away while the bot runs."""
        self.memory_file.unlink(missing_ok=True)
        self.desk.reset()
        self.news.fails = None

    def send(self, activity: dict[str, Any], token: str | None = None) -> httpx.Response:
        """Send an activity to the bot."""
        return self.teams.send(self.url, activity, token)


def settings(teams: BotFramework, **changed: Any) -> TeamsSettings:
    """The bot's settings, with the Bot Framework and Entra on loopback."""
    usual = {
        "client_id": APP,
        "tenant": TENANT,
        "client_secret": SECRET,
        "secretariat": None,
        "keys": teams.metadata,
        "login": teams.url,
        "services": (teams.service,),
    }
    return TeamsSettings(**(usual | changed))


@contextmanager
def house(
    teams: BotFramework, home: Path, desk: DeskInHand | None = None, **changed: Any
) -> Iterator[House]:
    """A bot with its memory in `home`, until the block ends."""
    memory, answers, news = FileMemory(home), desk or DeskInHand(), NewsInHand()
    parts = Parts(answers, memory, news, "https://aftalesvar.example")
    with hosting(create(settings(teams, **changed), parts)) as url:
        yield House(url, teams, answers, memory, home / FILE, news)
