"""Doubles of what bots ask, for tests of flows: two places, one of them closed."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from datetime import date

from bots.asker import Asked, Asker
from bots.ports import Item, Shelf
from service import texts
from service.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Found,
    Mode,
    Outcome,
    Ranking,
    Sentence,
    Sources,
)
from service.errors import QuestionRefused
from service.feedback.opinion import Opinion
from service.question import MAX_QUESTION
from service.unready import IndexMissing

CLOSED = "Kanariefuglen synger i det lukkede punkt."
OPEN = "Taksterne stiger med 2 procent i 2026."
TITLE = "Takster <!channel> <@U0GAEST001> *fed* for 2026"
PLACE = {
    "document": "referat-2025-05-22.pdf",
    "document_id": "d1",
    "title": "Referat fra Styregruppe Social",
    "kind": "referat",
    "body": "Styregruppe Social",
    "meeting_date": date(2025, 5, 22),
    "punkt": "4",
    "item_title": TITLE,
    "section": "Beslutning",
    "page": 3,
    "page_label": None,
    "url": "/dokument/d1?side=3",
    "outcome": Outcome.DECIDED,
    "draft": False,
    "struck": False,
    "proposed": False,
    "edition": None,
}


def item(number: int = 1, text: str = OPEN) -> Item:
    """A decision."""
    where = "Styregruppe Social, 22. maj 2025, punkt 4, side 3"
    return Item(f"key {number}", TITLE, where, "besluttet", text, None)


@dataclass(slots=True)
class Desk:
    """Tells `closed_for` the closed place, where nobody else reads it. `fault` is raised instead,
    `opinions_fault` where an opinion is given.

    `asked` are the questions in their order, `opinions` what was kept, by who gave it. `length` is
    how often an answer says all that it has to say.
    """

    closed_for: frozenset[str] = frozenset()
    fault: Exception | None = None
    opinions_fault: Exception | None = None
    asked: list[Asked] = field(default_factory=list)
    opinions: dict[tuple[Asker, str], Opinion] = field(default_factory=dict)
    length: int = 1

    async def stream(self, asked: Asked) -> AsyncGenerator[Sources | Sentence | Answer]:
        """The answer in one piece."""
        yield await self.answer(asked)

    async def answer(self, asked: Asked) -> Answer:
        """What there is for such an asker."""
        self._count(asked)
        quotes = [OPEN, *([CLOSED] if self._sees(asked) else [])] * self.length
        cited = tuple(_cited(n, quote) for n, quote in enumerate(quotes, 1))
        return Answer(
            id=f"answer {len(self.asked)}",
            question=asked.question,
            status=AnswerStatus.ANSWERED,
            text=" ".join(quotes),
            sentences=tuple(Sentence(each.quote, (each.n,)) for each in cited),
            citations=cited,
            notes=(),
            passages=(),
            mode=Mode.EXTRACTIVE,
            generation="g1",
        )

    async def search(self, asked: Asked, limit: int) -> Ranking:
        """The places that such an asker may see."""
        self._count(asked)
        shown = [OPEN, *([CLOSED] if self._sees(asked) else [])][:limit]
        return Ranking(tuple(Found(**PLACE, text=each, score=1.0) for each in shown), "g1")

    async def searched(self, asked: Asked) -> str:
        """How much was looked through."""
        return "to dokumenter" if self._sees(asked) else "ét dokument"

    async def opinion(self, asker: Asker, opinion: Opinion) -> None:
        """Kept; a second one replaces the first."""
        if self.opinions_fault:
            raise self.opinions_fault
        self.opinions[replace(asker, guest=False), opinion.answer] = opinion

    def _sees(self, asked: Asked) -> bool:
        own = asked.asker.user in self.closed_for and not asked.asker.guest
        return own and asked.place.private

    def _count(self, asked: Asked) -> None:
        self.asked.append(asked)
        if self.fault:
            raise self.fault
        if not asked.question.strip():
            raise QuestionRefused(texts.QUESTION_EMPTY)
        if len(asked.question) > MAX_QUESTION:
            raise QuestionRefused(texts.question_too_long(len(asked.question), MAX_QUESTION))


def _cited(n: int, quote: str) -> Citation:
    return Citation(**PLACE, n=n, quote=quote, start=n, end=n + len(quote), verified=True)


@dataclass(slots=True)
class Newsroom:
    """Knows `items` of every subject; `missing` says that there is no index."""

    items: list[Item] = field(default_factory=lambda: [item()])
    missing: bool = False
    state: str = "g1"

    async def generation(self) -> str:
        """The state of the collection."""
        await asyncio.sleep(0)
        if self.missing:
            raise IndexMissing("there is none")
        return self.state

    async def decisions(self, subject: str) -> list[Item]:
        """All of them."""
        await self.generation()
        return list(self.items)

    async def shelf(self) -> Shelf:
        """What is here."""
        await self.generation()
        examples = tuple(f"Hvad blev besluttet om takster i 20{n}?" for n in range(20, 26))
        return Shelf(("24 dokumenter",), ("Mødet 1. maj har kun dagsorden",), (item(),), examples)
