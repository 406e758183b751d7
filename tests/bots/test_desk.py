"""Asking from chats: piece by piece, several at once, within limits, and stopped with the asker."""

import asyncio
import threading
from collections.abc import Generator, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bots.asker import Asked
from bots.desk import ChatDesk, House
from bots.memory import FileMemory
from index import EVERYTHING, OPEN_ONLY, Filters
from service.access.account import account
from service.access.accounts import Accounts
from service.access.errors import TooMany
from service.access.limits import VisitorLimits
from service.access.rate import Rate
from service.access.turns import Turns
from service.access.visitor import Channel
from service.answer import Answer, Ranking, Sentence, Sources
from service.conversation import Turn
from service.desk import Desk
from service.errors import QuestionRefused
from service.feedback.opinion import Opinion, Verdict
from service.feedback.store import Feedback
from service.leaving import AskerLeft, now
from service.ports import Assistant
from tests.bots.chats import ANNE, BO, OPENLY, PRIVATELY, answer, asked

SAID = Sentence("Taksten er 100 kr.", (1,))
Pieces = Generator[Sources | Sentence | Answer]


class Speaker(Assistant):  # type: ignore[misc]
    """Answers in three pieces; some questions say how else."""

    def __init__(self) -> None:
        self.filters: list[Filters] = []
        self.before: list[Sequence[str]] = []
        self.go_on = threading.Event()
        self.speaking = threading.Barrier(3, timeout=30)
        self.left = threading.Event()
        self.given = 0

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        self.before.append(tuple(earlier))
        return None

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        self.filters.append(filters)
        return Ranking((), "g1")

    def stream(self, question: str, filters: Filters, before: Turn | None = None) -> Pieces:
        self.filters.append(filters)
        if question == "afvist":
            raise QuestionRefused("Skriv et spørgsmål.")
        yield Sources(())
        yield from self._middle(question)
        yield SAID
        yield answer(question)

    def _middle(self, question: str) -> Pieces:
        if question == "går i stykker":
            raise RuntimeError("en hemmelig sti")
        if question == "vent":
            self.go_on.wait(30)
        if question == "samtidig":
            self.speaking.wait()
        if question == "uden ende":
            yield from self._endless()
        if question == "en model":
            self._wait_for_model()

    def _endless(self) -> Pieces:
        try:
            while True:
                self.given += 1
                yield SAID
        finally:
            self.left.set()

    def _wait_for_model(self) -> None:
        """As waiting for a language model does (`service.leaving`)."""
        with now().waking(self.go_on.set):
            self.go_on.wait(30)
        if now().left:
            self.left.set()
            raise AskerLeft


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


@pytest.fixture
def feedback(tmp_path: Path) -> Feedback:
    return Feedback(tmp_path)


@pytest.fixture
def memory(tmp_path: Path) -> FileMemory:
    return FileMemory(tmp_path / "bots")


@pytest.fixture
def desk(tmp_path: Path, speaker: Speaker, memory: FileMemory, feedback: Feedback) -> ChatDesk:
    accounts = Accounts(tmp_path / "access")
    accounts.add(account(ANNE.platform, ANNE.tenant, ANNE.user), "Anne")
    limits = VisitorLimits(Rate(tmp_path / "access", 5), Turns())
    archive: Any = None
    return ChatDesk(House(Desk(speaker), archive, accounts, limits, feedback), memory)


async def told(desk: ChatDesk, of: Asked) -> list[Sources | Sentence | Answer]:
    return [piece async for piece in desk.stream(of)]


def test_an_answer_comes_in_pieces_and_last_whole(desk: ChatDesk) -> None:
    assert asyncio.run(told(desk, asked())) == [Sources(()), SAID, answer()]


def test_a_piece_comes_before_the_next_is_made(desk: ChatDesk, speaker: Speaker) -> None:
    async def first_of() -> list[object]:
        async with aclosing(desk.stream(asked("vent"))) as pieces:
            first = await anext(pieces)
            speaker.go_on.set()
            return [first, *[piece async for piece in pieces]]

    assert len(asyncio.run(first_of())) == 3


def test_the_event_loop_goes_on_while_an_answer_is_made(desk: ChatDesk, speaker: Speaker) -> None:
    async def asked_and_freed() -> Answer:
        coming = asyncio.create_task(desk.answer(asked("vent")))
        await asyncio.sleep(0.05)
        speaker.go_on.set()  # a loop that is blocked would never come to this
        return await coming

    assert asyncio.run(asked_and_freed()).question == "vent"


def test_several_are_answered_at_once(desk: ChatDesk) -> None:
    async def three() -> list[Answer]:
        users = (replace(ANNE, user=f"U000000{n}A") for n in range(3))
        return await asyncio.gather(*(desk.answer(asked("samtidig", user)) for user in users))

    assert len(asyncio.run(three())) == 3  # they wait for each other


def test_a_refused_question_is_raised(desk: ChatDesk) -> None:
    with pytest.raises(QuestionRefused, match="Skriv"):
        asyncio.run(told(desk, asked("afvist")))


def test_what_breaks_in_the_middle_is_raised_after_what_was_told(desk: ChatDesk) -> None:
    pieces: list[object] = []

    async def all_of_it() -> None:
        async for piece in desk.stream(asked("går i stykker")):
            pieces.append(piece)

    with pytest.raises(RuntimeError):
        asyncio.run(all_of_it())
    assert pieces == [Sources(())]


def test_what_nobody_listens_to_any_more_is_stopped(desk: ChatDesk, speaker: Speaker) -> None:
    async def a_little() -> None:
        async with aclosing(desk.stream(asked("uden ende"))) as pieces:
            await anext(pieces)
            await anext(pieces)

    asyncio.run(a_little())
    assert speaker.left.is_set()


def test_what_is_made_waits_for_who_listens(desk: ChatDesk, speaker: Speaker) -> None:
    async def slowly() -> None:
        async with aclosing(desk.stream(asked("uden ende"))) as pieces:
            await anext(pieces)
            await asyncio.sleep(0.2)

    asyncio.run(slowly())
    assert 1 <= speaker.given <= 20


def test_who_waits_for_a_language_model_is_woken(desk: ChatDesk, speaker: Speaker) -> None:
    async def cancelled() -> None:
        coming = asyncio.create_task(desk.answer(asked("en model")))
        await asyncio.sleep(0.1)
        coming.cancel()
        with pytest.raises(asyncio.CancelledError):
            await coming

    asyncio.run(cancelled())
    assert speaker.left.is_set()


def test_a_question_that_was_stopped_makes_room_for_others(
    desk: ChatDesk, speaker: Speaker
) -> None:
    async def stopped_and_asked() -> Answer:
        for _ in range(3):  # more than one visitor may ask at once
            async with aclosing(desk.stream(asked("uden ende"))) as pieces:
                await anext(pieces)
        return await desk.answer(asked())

    assert asyncio.run(stopped_and_asked()) == answer()


def test_a_visitor_may_ask_so_many_questions_a_minute(desk: ChatDesk) -> None:
    async def six() -> None:
        for _ in range(6):
            await desk.answer(asked())

    with pytest.raises(TooMany):
        asyncio.run(six())


def test_one_visitors_questions_are_not_anothers(desk: ChatDesk) -> None:
    async def five_each() -> int:
        return len([await desk.answer(asked(asker=who)) for who in (ANNE, BO) for _ in range(5)])

    assert asyncio.run(five_each()) == 10


def test_a_search_and_an_opinion_count_as_questions(desk: ChatDesk) -> None:
    async def many() -> None:
        for _ in range(3):
            await desk.search(asked(), 5)
            await desk.opinion(ANNE, Opinion("a1", Verdict.UP))

    with pytest.raises(TooMany):
        asyncio.run(many())


def test_rights_follow_who_asks_and_where(desk: ChatDesk, speaker: Speaker) -> None:
    for who, where in ((ANNE, PRIVATELY), (ANNE, OPENLY), (BO, PRIVATELY)):
        asyncio.run(desk.search(asked(asker=who, place=where), 5))

    assert [each.visibility for each in speaker.filters] == [EVERYTHING, OPEN_ONLY, OPEN_ONLY]


def test_a_follow_up_follows_the_questions_of_its_place(
    desk: ChatDesk, memory: FileMemory, speaker: Speaker
) -> None:
    memory.remember(asked("Hvad er TKO?"), answer())
    memory.remember(asked("Noget andet", place=PRIVATELY), answer())
    asyncio.run(desk.answer(asked("Og i 2023?")))

    assert speaker.before == [("Hvad er TKO?",)]


def test_a_private_follow_up_follows_its_askers_own_questions(
    desk: ChatDesk, memory: FileMemory, speaker: Speaker
) -> None:
    memory.remember(asked("Annes", ANNE, PRIVATELY), answer())
    memory.remember(asked("Bos", BO, PRIVATELY), answer())
    asyncio.run(desk.answer(asked("Og i 2023?", ANNE, PRIVATELY)))

    assert speaker.before == [("Annes",)]


def test_a_question_that_brings_its_own_follows_those(
    desk: ChatDesk, memory: FileMemory, speaker: Speaker
) -> None:
    memory.remember(asked("Hvad er TKO?"), answer())
    asyncio.run(desk.answer(replace(asked("Og i 2023?"), earlier=())))

    assert speaker.before == [()]


def test_an_opinion_is_kept_with_where_it_was_given(desk: ChatDesk, feedback: Feedback) -> None:
    asyncio.run(desk.opinion(ANNE, Opinion("a1", Verdict.DOWN)))

    (kept,) = feedback.all()
    assert (kept.channel, kept.opinion.verdict) == (Channel.SLACK.value, Verdict.DOWN)
