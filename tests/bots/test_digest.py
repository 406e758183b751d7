"""New decisions: told once in each place, also after failures, restarts and swapped indexes."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bots.digest import Digest, NotTold, TakenOut
from bots.memory import FileMemory
from bots.ports import Followed, Item, Shelf
from index import IndexDamaged, IndexMissing
from service.access.visitor import Channel
from service.errors import QuestionRefused
from tests.bots.chats import OPENLY

PLACE = replace(OPENLY, thread="")
TAXES, PLACES = Followed(PLACE, "takster"), Followed(PLACE, "pladser")
ELSEWHERE = Followed(replace(PLACE, conversation="C9999ZZZZ"), "takster")


def item(key: str) -> Item:
    return Item(key, "Takster", "Styregruppe Social", "Besluttet", "Godkendt.", None)


@dataclass
class Press:
    """A newsroom by hand; what stands in `failing` is raised."""

    news: dict[str, list[str]]
    state: str = "g1"
    failing: Exception | None = None
    looked: list[str] = field(default_factory=list)

    async def generation(self) -> str:
        if self.failing:
            raise self.failing
        return self.state

    async def decisions(self, subject: str) -> list[Item]:
        self.looked.append(subject)
        return [item(key) for key in self.news.get(subject, [])]

    async def shelf(self) -> Shelf:
        return Shelf((), (), (), ())


@dataclass
class Platform:
    """What was told where; what stands in `failing` is raised instead, once each."""

    told: list[tuple[str, str, list[str]]] = field(default_factory=list)
    failing: list[Exception] = field(default_factory=list)

    async def tell(self, followed: Followed, items: Sequence[Item]) -> None:
        if self.failing:
            raise self.failing.pop(0)
        keys = [item.key for item in items]
        self.told.append((followed.place.conversation, followed.subject, keys))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[FileMemory]:
    with closing(FileMemory(tmp_path)) as made:
        yield made


@pytest.fixture
def press() -> Press:
    return Press({"takster": ["new", "old"], "pladser": ["new", "other"]})


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def digest(press: Press, memory: FileMemory, platform: Platform) -> Digest:
    memory.follow(TAXES, ["old"])
    return Digest(Channel.SLACK, press, memory, platform.tell, every=0.01)


def look(digest: Digest, times: int = 1) -> None:
    async def looks() -> None:
        for _ in range(times):
            await digest.look()

    asyncio.run(looks())


def test_what_is_new_is_told_once(digest: Digest, platform: Platform, press: Press) -> None:
    look(digest, 3)
    press.state = "g2"
    look(digest)

    assert platform.told == [(PLACE.conversation, "takster", ["new"])]


def test_nothing_is_looked_for_while_the_index_is_the_same(digest: Digest, press: Press) -> None:
    look(digest, 3)

    assert press.looked == ["takster"]


def test_nothing_is_told_twice_after_a_restart(
    digest: Digest, memory: FileMemory, press: Press, platform: Platform
) -> None:
    look(digest)
    look(Digest(Channel.SLACK, press, memory, platform.tell))

    assert len(platform.told) == 1


def test_two_subjects_of_a_place_tell_the_same_decision_once(
    digest: Digest, memory: FileMemory, platform: Platform
) -> None:
    memory.follow(PLACES, [])
    look(digest)

    told = [key for _, _, keys in platform.told for key in keys]
    assert sorted(told) == ["new", "other"]


def test_each_place_is_told(digest: Digest, memory: FileMemory, platform: Platform) -> None:
    memory.follow(ELSEWHERE, [])
    look(digest)

    assert platform.told == [
        (PLACE.conversation, "takster", ["new"]),
        ("C9999ZZZZ", "takster", ["new", "old"]),
    ]


def test_what_another_platform_follows_is_not_told(
    press: Press, memory: FileMemory, platform: Platform
) -> None:
    memory.follow(TAXES, [])
    look(Digest(Channel.TEAMS, press, memory, platform.tell))

    assert platform.told == []


def test_what_could_not_be_told_is_tried_again(digest: Digest, platform: Platform) -> None:
    platform.failing = [NotTold()]
    look(digest)
    nothing = list(platform.told)
    look(digest)

    assert nothing == []
    assert platform.told == [(PLACE.conversation, "takster", ["new"])]


def test_what_may_have_been_told_is_not_told_again(digest: Digest, platform: Platform) -> None:
    platform.failing = [TimeoutError()]
    look(digest, 3)

    assert platform.told == []


def test_a_place_that_failed_keeps_no_other_from_the_news(
    digest: Digest, memory: FileMemory, platform: Platform
) -> None:
    memory.follow(ELSEWHERE, ["old"])
    platform.failing = [NotTold()]
    look(digest, 2)

    assert sorted(place for place, _, _ in platform.told) == [PLACE.conversation, "C9999ZZZZ"]


def test_a_place_that_we_were_taken_out_of_is_left(
    digest: Digest, memory: FileMemory, platform: Platform
) -> None:
    memory.follow(PLACES, [])
    memory.follow(ELSEWHERE, [])
    platform.failing = [TakenOut()]
    look(digest, 2)

    assert memory.following(Channel.SLACK) == [ELSEWHERE]
    assert [place for place, _, _ in platform.told] == ["C9999ZZZZ"]


@pytest.mark.parametrize("error", [IndexMissing("none"), IndexDamaged("CURRENT")])
def test_while_there_is_no_index_nothing_is_told(
    digest: Digest, press: Press, platform: Platform, error: Exception
) -> None:
    press.failing = error
    look(digest)
    press.failing = None
    look(digest)

    assert platform.told == [(PLACE.conversation, "takster", ["new"])]


def test_a_subject_that_has_no_words_any_more_keeps_no_other_back(
    digest: Digest, press: Press, memory: FileMemory, platform: Platform
) -> None:
    memory.follow(replace(TAXES, subject="og"), [])
    decisions = press.decisions

    async def refusing(subject: str) -> list[Item]:
        if subject == "og":
            raise QuestionRefused("ingen ord")
        return await decisions(subject)

    press.decisions = refusing  # type: ignore[method-assign]
    look(digest)

    assert platform.told == [(PLACE.conversation, "takster", ["new"])]


def test_it_goes_on_looking_whatever_goes_wrong(
    digest: Digest, press: Press, platform: Platform
) -> None:
    press.failing = RuntimeError("nobody foresaw this")

    async def for_a_while() -> None:
        running = asyncio.create_task(digest.run())
        await asyncio.sleep(0.05)
        press.failing = None
        async with asyncio.timeout(30):
            while not platform.told:
                await asyncio.sleep(0.01)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(for_a_while())
    assert len(platform.told) == 1
