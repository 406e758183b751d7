"""Closed items over Teams, with a real index and real rights: told privately and nowhere else."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest

from bots import build
from bots.memory import FileMemory
from bots.teams.app import create
from index import Updater
from service import build as service
from service.access.account import account
from service.access.rules import Rules
from service.access.visitor import Channel
from service.settings import Settings
from tests.bots.teams import house as doubles
from tests.bots.teams.activities import (
    ALONE,
    CHANNEL,
    ELSEWHERE,
    GROUP,
    GUEST,
    KARLA,
    OUTSIDER,
    PERSONAL,
    TENANT,
    TOGETHER,
    Person,
    Where,
    thread,
)
from tests.bots.teams.hosting import eventually, hosting
from tests.bots.teams.server import BotFramework
from tests.service.rights.planted import Size, plant
from tests.service.rights.traces import Marks

SECRETARIAT = "19:secretariat@thread.tacv2"
THERE, HERS = f"{CHANNEL};messageid=17", f"a:new-{KARLA.id}"
BENTE = Person("29:bente", "aaaaaaaa-0000-4000-8000-000000000009", "Bente Bæk")


@dataclass(frozen=True, slots=True)
class Closed:
    """Teams over a collection with closed items; Karla, a guest and an outsider were given the
    right, in both tenants.
    """

    url: str
    teams: BotFramework
    marks: Marks
    question: str

    def sent(self, activity: dict[str, Any]) -> str:
        """What the bot answers to an activity itself."""
        return self.teams.send(self.url, activity).text

    def asked(self, where: Where, who: Person, conversation: str, text: str = "") -> str:
        """All that is told there of the question."""
        self.teams.people[who.id] = who
        self.sent(self.teams.make.message(text or self.question, where, who))
        eventually(lambda: self.teams.said(conversation))
        return self.told(conversation)

    def told(self, *conversations: str) -> str:
        """All that stands in conversations."""
        said = [each.activity for name in conversations for each in self.teams.said(name)]
        return json.dumps(said, ensure_ascii=False)

    def closed(self, text: str) -> set[str]:
        """What of closed items is in a text, but for what the question said."""
        return self.marks.found(text) - self.marks.found(self.question)

    def keys(self, flow: str) -> list[dict[str, Any]]:
        """What the buttons of a flow in her personal chat send."""
        said = [each.activity for each in self.teams.said(HERS)]
        return [each for each in _data(said) if each["flow"] == flow]


@pytest.fixture(scope="module")
def begun(framework: BotFramework, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closed]:
    folder = tmp_path_factory.mktemp("closed")
    planted = plant(folder / "documents", size=Size(minutes=1, closed_documents=1))
    Updater(folder / "home").update(folder / "documents")
    settings = Settings(home=folder / "home", access=Rules(questions_a_minute=0))
    for tenant in (TENANT, ELSEWHERE):
        for who in (KARLA, GUEST, OUTSIDER):
            of = account(Channel.TEAMS, tenant, who.object_id)
            service.accounts(settings).add(of, who.name)
    parts = build.parts(settings)
    assert isinstance(parts.memory, FileMemory)
    question = f"Hvad blev besluttet om {planted.closed[0].place}?"
    app = create(doubles.settings(framework, secretariat=SECRETARIAT), parts)
    with closing(parts.memory), hosting(app) as url:
        yield Closed(url, framework, Marks.of(planted.closed), question)


@pytest.fixture
def house(begun: Closed, teams: BotFramework) -> Closed:
    """In a Teams where nothing was said yet."""
    return begun


def test_a_linked_account_is_told_in_its_personal_chat(house: Closed) -> None:
    assert house.closed(house.asked(ALONE, KARLA, PERSONAL))


@pytest.mark.parametrize("who", [BENTE, GUEST, OUTSIDER], ids=["unlinked", "guest", "outsider"])
def test_others_are_told_nothing_in_theirs(house: Closed, who: Person) -> None:
    assert house.closed(house.asked(ALONE, who, PERSONAL)) == set()


@pytest.mark.parametrize(
    ("where", "conversation"), [(TOGETHER, GROUP), (thread("17"), THERE)], ids=["group", "channel"]
)
def test_nobody_is_told_where_others_read(house: Closed, where: Where, conversation: str) -> None:
    assert house.closed(house.asked(where, KARLA, conversation)) == set()


def test_what_is_asked_privately_and_shared_is_open_there(house: Closed) -> None:
    house.asked(thread("17"), KARLA, THERE, f"privat: {house.question}")
    eventually(lambda: house.keys("share"))
    private = house.told(HERS)

    hers = Where("personal", HERS)
    house.sent(house.teams.make.of("message", hers, value=house.keys("share")[0]))

    eventually(lambda: len(house.teams.said(THERE)) > 1)
    assert house.closed(private)
    assert house.closed(house.told(THERE)) == set()


def test_what_is_handed_over_is_open(house: Closed) -> None:
    house.asked(thread("17"), KARLA, THERE, f"privat: {house.question}")
    eventually(lambda: house.keys("secretariat"))
    key = {"data": house.keys("secretariat")[0]}

    shown = [
        house.sent(house.teams.make.invoke(name, key, ALONE, who))
        for name in ("task/fetch", "task/submit")
        for who in (GUEST, KARLA)
    ]

    eventually(lambda: house.teams.said(SECRETARIAT))
    assert house.closed(house.told(SECRETARIAT) + "".join(shown)) == set()
    assert house.question not in shown[0]


@pytest.mark.parametrize(("who", "sees"), [(KARLA, True), (GUEST, False), (OUTSIDER, False)])
def test_sources_of_a_message_are_as_closed_as_the_reader_may_see(
    house: Closed, who: Person, sees: bool
) -> None:
    body = {"content": house.question, "contentType": "text"}
    payload = {"id": "1", "body": body}
    value = {"commandId": "find", "commandContext": "message", "messagePayload": payload}

    found = house.sent(house.teams.make.invoke("composeExtension/fetchTask", value, TOGETHER, who))

    assert bool(house.closed(found)) is sees


def _data(value: Any) -> Iterator[dict[str, Any]]:
    """What buttons send, wherever they stand."""
    if isinstance(value, dict):
        if isinstance(value.get("data"), dict) and "flow" in value["data"]:
            yield value["data"]
        for each in value.values():
            yield from _data(each)
    elif isinstance(value, list):
        for each in value:
            yield from _data(each)
