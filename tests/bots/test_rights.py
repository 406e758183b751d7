"""Closed items in chats: told privately to who was given the right, and to nobody else anywhere."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pytest

from bots import build
from bots.asker import Asked, Asker, Place
from bots.faults import told
from bots.memory import FileMemory
from bots.parts import Parts
from index import Updater
from service import build as service
from service.access.account import account
from service.access.accounts import FILE, Accounts
from service.access.rules import Rules
from service.answer import Answer
from service.errors import QuestionRefused
from service.settings import Settings
from tests.bots.chats import ANNE, BO, OPENLY, PRIVATELY
from tests.service.rights.asked import AT_LARGE, Question, questions
from tests.service.rights.planted import Planted, Size, plant
from tests.service.rights.traces import Marks

NO_LIMITS = Rules(questions_a_minute=0)
EPHEMERALLY = replace(OPENLY, private=True)
EXPIRED = replace(ANNE, user="U0EXPIRED")
REMOVED = replace(ANNE, user="U0REMOVED")


@dataclass(frozen=True, slots=True)
class Chat:
    """A bot over the planted collection; Anne was given the right to what is closed."""

    parts: Parts
    accounts: Accounts
    planted: Planted
    home: Path

    def seen(self, asker: Asker, place: Place, asked: Sequence[Question]) -> set[str]:
        """What of closed items is told there, but for what was said in the question itself."""
        marks = Marks.of(self.planted.closed)
        return {
            mark
            for one in asked
            for mark in marks.found(self.told(one, asker, place)) - marks.found(str(asdict(one)))
        }

    def told(self, one: Question, asker: Asker, place: Place) -> str:
        """All that is told of a question."""

        async def all_of_it() -> str:
            asked = Asked(one.text, asker, place, one.earlier)
            desk = self.parts.desk
            try:
                pieces = [asdict(piece) async for piece in desk.stream(asked)]
                found = asdict(await desk.search(asked, 20))
            except QuestionRefused as error:
                return told(error)
            return written([pieces, found, await desk.searched(asked)])

        return asyncio.run(all_of_it())

    def answer(self, asked: Asked) -> Answer:
        """The whole answer."""
        return asyncio.run(self.parts.desk.answer(asked))


def written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    folder = tmp_path_factory.mktemp("rights")
    planted = plant(folder / "documents", size=Size(minutes=4, closed_documents=2))
    home = folder / "home"
    Updater(home).update(folder / "documents")
    settings = Settings(home=home, access=NO_LIMITS)
    accounts = service.accounts(settings)
    for asker in (ANNE, REMOVED):
        accounts.add(account(asker.platform, asker.tenant, asker.user), "Anne")
    accounts.remove(account(REMOVED.platform, REMOVED.tenant, REMOVED.user))
    Accounts(home / "access", clock=lambda: 1_000_000_000.0).add(
        account(EXPIRED.platform, EXPIRED.tenant, EXPIRED.user), "Ebbe", days=1
    )
    parts = build.parts(settings)
    assert isinstance(parts.memory, FileMemory)
    with closing(parts.memory):
        yield Chat(parts, accounts, planted, home)


@pytest.fixture(scope="module")
def asked(chat: Chat) -> list[Question]:
    """What is asked about a closed item, and about all of them."""
    large = [Question("at large", text) for text in AT_LARGE]
    about = [each for each in questions(chat.planted.closed[:1]) if each.kind != "hardly anything"]
    return [*about[::2], *large[:3]]


@pytest.fixture
def closed(chat: Chat) -> Question:
    """A question whose answer is closed."""
    return Question("decision", f"Hvad blev besluttet om {chat.planted.closed[0].place}?")


def test_who_was_given_the_right_is_told_in_private(chat: Chat, asked: list[Question]) -> None:
    assert chat.seen(ANNE, PRIVATELY, asked)
    assert chat.seen(ANNE, EPHEMERALLY, asked)


@pytest.mark.parametrize(
    ("asker", "place"),
    [
        pytest.param(BO, PRIVATELY, id="unlinked"),
        pytest.param(replace(ANNE, guest=True), PRIVATELY, id="guest"),
        pytest.param(ANNE, OPENLY, id="linked, in a channel"),
        pytest.param(EXPIRED, PRIVATELY, id="expired"),
        pytest.param(REMOVED, PRIVATELY, id="removed"),
        pytest.param(replace(ANNE, tenant="T9999ZZZZ"), PRIVATELY, id="of another workspace"),
        pytest.param(replace(ANNE, user="U0000ANN"), PRIVATELY, id="of a name that begins so"),
        pytest.param(replace(ANNE, user="' OR 1=1 --"), PRIVATELY, id="no account"),
    ],
)
def test_nobody_else_is_told_anywhere(
    chat: Chat, asked: list[Question], asker: Asker, place: Place
) -> None:
    assert chat.seen(asker, place, asked) == set()


def test_a_channel_gets_the_answer_of_somebody_without_the_right(
    chat: Chat, closed: Question
) -> None:
    linked, unlinked = (chat.answer(Asked(closed.text, asker, OPENLY, ())) for asker in (ANNE, BO))

    assert replace(linked, id="") == replace(unlinked, id="")


def test_what_is_shared_is_open(chat: Chat, closed: Question) -> None:
    privately = Asked(closed.text, ANNE, PRIVATELY)
    key = chat.parts.memory.remember(privately, chat.answer(privately))
    kept = chat.parts.memory.recall(key)
    assert kept
    shared = chat.answer(replace(kept.asked, place=OPENLY, earlier=kept.earlier))

    assert Marks.of(chat.planted.closed).found(written(asdict(shared))) <= marks_of(chat, closed)


def test_a_follow_up_to_a_closed_answer_is_shared_open(chat: Chat, closed: Question) -> None:
    shared = chat.answer(Asked("Hvad kostede det?", ANNE, OPENLY, (closed.text,)))

    assert Marks.of(chat.planted.closed).found(written(asdict(shared))) <= marks_of(chat, closed)


def test_anothers_key_gives_nobody_more_than_they_may_see(chat: Chat, closed: Question) -> None:
    privately = Asked(closed.text, ANNE, PRIVATELY)
    kept = chat.parts.memory.recall(chat.parts.memory.remember(privately, chat.answer(privately)))
    assert kept
    mine = Question("another's", kept.asked.question, kept.earlier)

    assert chat.seen(BO, replace(PRIVATELY, conversation="D9999BOBO"), [mine]) == set()


def test_a_right_that_is_taken_away_counts_no_more_at_once(chat: Chat, closed: Question) -> None:
    of = account(BO.platform, BO.tenant, BO.user)
    chat.accounts.add(of, "Bo")
    before = chat.seen(BO, PRIVATELY, [closed])
    chat.accounts.remove(of)

    assert before
    assert chat.seen(BO, PRIVATELY, [closed]) == set()


@pytest.mark.parametrize("content", [b"", b"no database " * 1_000])
def test_accounts_that_cannot_be_read_give_nobody_the_right(
    chat: Chat, closed: Question, content: bytes
) -> None:
    path = chat.home / "access" / FILE
    kept = path.read_bytes()
    path.write_bytes(content)
    try:
        assert chat.seen(ANNE, PRIVATELY, [closed]) == set()
    finally:
        path.write_bytes(kept)


def test_only_open_documents_are_counted_for_who_sees_no_others(chat: Chat) -> None:
    def searched(asker: Asker, place: Place) -> str:
        return asyncio.run(chat.parts.desk.searched(Asked("", asker, place)))

    everything, open_alone = "7 dokumenter, senest mødet 3. juni 2021", "4 dokumenter"
    assert searched(ANNE, PRIVATELY) == everything
    assert searched(ANNE, OPENLY).startswith(f"{open_alone}, senest mødet 29. april 2021")
    assert searched(BO, PRIVATELY) == searched(ANNE, OPENLY)


def test_the_newsroom_tells_nothing_closed(chat: Chat) -> None:
    async def told() -> list[object]:
        newsroom = chat.parts.newsroom
        shelf = asdict(await newsroom.shelf())
        about = [chat.planted.closed[0].titled, "køb", "lukkede punkter", "takster"]
        return [shelf, *[list(map(asdict, await newsroom.decisions(each))) for each in about]]

    assert Marks.of(chat.planted.closed[1:]).found(written(asyncio.run(told()))) == set()


def marks_of(chat: Chat, question: Question) -> set[str]:
    """What the question itself says."""
    return Marks.of(chat.planted.closed).found(question.text)
