"""Whose question is worked on next."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from anyio import to_thread

from service.access.errors import TooMany
from service.access.turns import AT_ONCE, AT_ONCE_IN_ALL, LONGEST_REST, REST, Turns


class Time:
    """A clock that stands still but for those who rest; it notes how long that is."""

    def __init__(self) -> None:
        self.now = 0.0
        self.rests: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        await asyncio.sleep(0)


async def settled() -> None:
    """Until all that can go on has gone on."""
    for _ in range(50):
        await asyncio.sleep(0)


class Work:
    """Questions that last until they are told to end."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.now: list[str] = []
        self.end = asyncio.Event()

    async def ask(self, name: str) -> None:
        async with self.turns.of(name):
            self.now.append(name)
            await self.end.wait()
            self.now.remove(name)

    def asked(self, name: str, times: int) -> list[asyncio.Task[None]]:
        return [asyncio.create_task(self.ask(name)) for _ in range(times)]


def run(test: Callable[[Turns, Time], Awaitable[None]], patience: float = 5.0) -> None:
    time = Time()

    async def within() -> None:
        await test(Turns(patience, time, time.rest), time)

    asyncio.run(within())


def test_two_questions_of_a_visitor_are_worked_on_and_others_wait() -> None:
    async def test(turns: Turns, _: Time) -> None:
        work = Work(turns)
        asked = work.asked("bo", 200)
        await settled()
        assert work.now == ["bo"] * AT_ONCE
        work.end.set()
        await asyncio.gather(*asked)

    run(test)


def test_anothers_question_begins_at_once() -> None:
    async def test(turns: Turns, _: Time) -> None:
        work = Work(turns)
        asked = work.asked("bo", 200)
        await settled()
        asked += work.asked("eva", 1)
        await settled()
        assert work.now.count("eva") == 1
        work.end.set()
        await asyncio.gather(*asked)

    run(test)


def test_all_visitors_together_leave_threads_for_what_is_no_question() -> None:
    async def test(turns: Turns, _: Time) -> None:
        work = Work(turns)
        asked = [task for n in range(100) for task in work.asked(f"visitor {n}", 1)]
        await settled()
        threads = to_thread.current_default_thread_limiter().total_tokens
        assert len(work.now) == AT_ONCE_IN_ALL < threads
        for one in asked[50:]:
            one.cancel()
        await settled()
        work.end.set()
        await asyncio.gather(*asked, return_exceptions=True)
        assert not turns._places
        assert turns._in_all._value == AT_ONCE_IN_ALL

    run(test)


def test_who_waits_too_long_is_told_when_to_come_again() -> None:
    async def test(turns: Turns, _: Time) -> None:
        work = Work(turns)
        held = work.asked("bo", AT_ONCE)
        await settled()
        with pytest.raises(TooMany) as refused:
            await work.ask("bo")
        assert refused.value.seconds == 1
        work.end.set()
        await asyncio.gather(*held)

    run(test, patience=0.02)


def test_nobody_is_remembered_who_has_no_question_here() -> None:
    async def test(turns: Turns, _: Time) -> None:
        for n in range(20_000):
            async with turns.of(f"anonymous {n}"):
                pass
        assert not turns._places

    run(test)


def test_who_leaves_while_waiting_gives_the_turn_on() -> None:
    async def test(turns: Turns, _: Time) -> None:
        work = Work(turns)
        asked = work.asked("bo", 5)
        await settled()
        for one in asked[2:]:
            one.cancel()
        await settled()
        work.end.set()
        await asyncio.gather(*asked, return_exceptions=True)
        async with turns.of("bo"):
            assert list(turns._places) == ["bo"]

    run(test)


async def one_after_another(turns: Turns, time: Time, took: float) -> None:
    """Four questions of one visitor at once, each taking so long."""

    async def ask() -> None:
        async with turns.of("bo"):
            time.now += took
            await asyncio.sleep(0)

    await asyncio.gather(*(ask() for _ in range(4)))


def test_alone_nobody_rests() -> None:
    async def test(turns: Turns, time: Time) -> None:
        await one_after_another(turns, time, 0.01)
        assert time.rests == []

    run(test)


def test_while_others_ask_who_has_many_waiting_rests_between_them() -> None:
    async def test(turns: Turns, time: Time) -> None:
        async with turns.of("eva"):
            await one_after_another(turns, time, 0.01)
        assert time.rests == pytest.approx([REST * 0.02, REST * 0.02], rel=0.6)

    run(test)


def test_a_rest_has_an_end() -> None:
    async def test(turns: Turns, time: Time) -> None:
        async with turns.of("eva"):
            await one_after_another(turns, time, 2.0)
        assert time.rests == [LONGEST_REST] * 2

    run(test)


def test_others_who_asked_long_ago_are_not_waited_for() -> None:
    async def test(turns: Turns, time: Time) -> None:
        async with turns.of("eva"):
            time.now += 60
            await one_after_another(turns, time, 0.01)
        assert time.rests == []

    run(test)
