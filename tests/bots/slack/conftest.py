"""A local Slack, and the bot in it as it runs."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bots.memory import FileMemory
from bots.parts import Parts
from bots.ports import Desk, Item, Shelf
from bots.settings import SlackSettings
from bots.slack.app import create, over_http
from bots.slack.guard import PATH
from tests.bots.slack.desks import WrittenDesk
from tests.bots.slack.sending import SECRET
from tests.bots.slack.server import TOKEN, Slack, local_slack
from tests.bots.slack.serving import served

ANNE, BO, GUEST = "U0000ANNE", "U00000BO1", "U000GUEST"
CHANNEL, SECRETARIAT = "C0KANAL001", "C0SEKRET01"
PAUSE = 0.05
SITE = "https://aftalesvar.example"
EXAMPLES = ("Hvad blev besluttet om takster for 2026?", "Hvem skal indmelde takster?")


class KnownNewsroom:
    """A collection with two examples and nothing new."""

    async def generation(self) -> str:
        return "g1"

    async def decisions(self, subject: str) -> list[Item]:
        return []

    async def shelf(self) -> Shelf:
        return Shelf(("Referat: 12",), (), (), EXAMPLES)


@dataclass(frozen=True, slots=True)
class Running:
    """The bot, its parts and its Slack; `url` is where it is called."""

    slack: Slack
    memory: FileMemory
    desk: WrittenDesk = field(default_factory=WrittenDesk)
    url: str = ""


@contextmanager
def at_work(slack: Slack, memory: FileMemory, desk: Desk) -> Iterator[str]:
    """A bot over these parts; gives its URL."""
    settings = SlackSettings(TOKEN, SECRET, secretariat=SECRETARIAT, api=slack.api)
    bot = create(settings, Parts(desk, memory, KnownNewsroom(), SITE), PAUSE)
    with served(over_http(bot)) as url:
        slack.serves(f"{url}{PATH}")
        try:
            yield url
        finally:
            slack.serves("")


@contextmanager
def peopled() -> Iterator[Slack]:
    """A Slack with two of our people, a guest, a channel and the secretariat's."""
    with local_slack() as slack:
        for user in (ANNE, BO):
            slack.workspace.user(user)
        slack.workspace.user(GUEST, is_restricted=True)
        for channel in (CHANNEL, SECRETARIAT):
            slack.workspace.channel(channel).members.update({ANNE, BO, GUEST})
        yield slack


@pytest.fixture
def slack() -> Iterator[Slack]:
    """A Slack with people in it."""
    with peopled() as slack:
        yield slack


@pytest.fixture
def memory(tmp_path: Path) -> FileMemory:
    """An empty memory."""
    return FileMemory(tmp_path / "bots")


Start = Callable[[], AbstractContextManager[Running]]


@pytest.fixture
def start(slack: Slack, memory: FileMemory) -> Start:
    """Begins a bot over the same memory and desk, as often as it is called."""
    desk = WrittenDesk()

    @contextmanager
    def begun() -> Iterator[Running]:
        with at_work(slack, memory, desk) as url:
            yield Running(slack, memory, desk, url)

    return begun


@pytest.fixture
def bot(start: Start) -> Iterator[Running]:
    """The bot at work."""
    with start() as running:
        yield running
