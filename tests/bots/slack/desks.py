"""A desk whose answers a test writes: what it says, when, and what goes wrong."""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass, field, replace

from bots.asker import Asked, Asker
from service.answer import Answer, Ranking, Sentence, Sources
from service.feedback.opinion import Opinion
from tests.service.conftest import answered, citation

Piece = Sources | Sentence | Answer
Act = Callable[[Asked], AsyncIterator[Piece]]
TOLD = ("Et nyt takstskema udarbejdes til 2026.", "Takster indmeldes senest 1. oktober.")


def answer_of(question: str, *told: str) -> Answer:
    """An answer of those sentences, each from the same place."""
    sentences = tuple(Sentence(text, (1,), "DAS Social, besluttet") for text in told or TOLD)
    return replace(answered(question), sentences=sentences, text=" ".join(told or TOLD))


def at_once(*told: str) -> Act:
    """The whole answer without a pause."""

    async def act(asked: Asked) -> AsyncIterator[Piece]:
        answer = answer_of(asked.question, *told)
        for piece in (Sources(answer.citations), *answer.sentences, answer):
            yield piece

    return act


def gated(gates: list[threading.Event], *told: str) -> Act:
    """Each sentence, and the answer, when its gate is opened; without a gate at once."""

    async def act(asked: Asked) -> AsyncIterator[Piece]:
        answer = answer_of(asked.question, *told)
        yield Sources(answer.citations)
        for number, piece in enumerate((*answer.sentences, answer)):
            if number < len(gates):
                await asyncio.to_thread(gates[number].wait, 30)
            yield piece

    return act


def slowly(*told: str, pause: float = 0.12) -> Act:
    """Each sentence, and then the answer, after a pause that is long enough to be streamed."""

    async def act(asked: Asked) -> AsyncIterator[Piece]:
        answer = answer_of(asked.question, *told)
        yield Sources(answer.citations)
        for piece in (*answer.sentences, answer):
            yield piece
            await asyncio.sleep(pause)

    return act


def afresh(gate: threading.Event, wrong: str, *told: str) -> Act:
    """A sentence that stands until the gate is opened; then the answer begins anew."""

    async def act(asked: Asked) -> AsyncIterator[Piece]:
        yield Sources((citation(),))
        yield Sentence(wrong, (1,), "DAS Social, besluttet")
        await asyncio.to_thread(gate.wait, 30)
        async for piece in at_once(*told)(asked):
            yield piece

    return act


def fails(error: Exception, *before: str) -> Act:
    """An error, after some sentences."""

    async def act(asked: Asked) -> AsyncIterator[Piece]:
        for text in before:
            yield Sentence(text, (), "")
            await asyncio.sleep(0.1)
        raise error

    return act


@dataclass(slots=True)
class WrittenDesk:
    """Does its acts in turn, the last one again and again; keeps what it was asked."""

    acts: list[Act] = field(default_factory=lambda: [at_once()])
    asked: list[Asked] = field(default_factory=list)
    opinions: list[tuple[Asker, Opinion]] = field(default_factory=list)

    def will(self, *acts: Act) -> None:
        """Forget what was asked and do these."""
        self.acts, self.asked = list(acts), []

    async def stream(self, asked: Asked) -> AsyncGenerator[Piece]:
        act = self.acts[min(len(self.asked), len(self.acts) - 1)]
        self.asked.append(asked)
        async for piece in act(asked):
            yield piece

    async def answer(self, asked: Asked) -> Answer:
        pieces = [piece async for piece in self.stream(asked)]
        assert isinstance(pieces[-1], Answer)
        return pieces[-1]

    async def search(self, asked: Asked, limit: int) -> Ranking:
        raise NotImplementedError

    async def searched(self, asked: Asked) -> str:
        return "12 dokumenter"

    async def opinion(self, asker: Asker, opinion: Opinion) -> None:
        self.opinions.append((asker, opinion))
