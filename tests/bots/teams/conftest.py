"""A Bot Framework and a bot for all tests, as if new for each."""

from collections.abc import Iterator

import pytest

from service.access.visitor import Channel
from tests.bots.teams.hosting import eventually, hosting
from tests.bots.teams.house import House, house
from tests.bots.teams.server import BotFramework, application


@pytest.fixture(scope="session")
def framework() -> Iterator[BotFramework]:
    """The Bot Framework on loopback."""
    made = BotFramework()
    with hosting(application(made)) as url:
        made.at(url)
        yield made


@pytest.fixture(scope="session")
def running(framework: BotFramework, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The bot on loopback."""
    with house(framework, tmp_path_factory.mktemp("bot")) as made:
        yield made


@pytest.fixture
def teams(framework: BotFramework) -> BotFramework:
    """A Bot Framework in which nothing has happened yet."""
    framework.reset()
    return framework


@pytest.fixture
def bot(running: House, teams: BotFramework) -> Iterator[House]:
    """A bot that has met nobody yet, but may know who is no guest."""
    running.forget()
    yield running
    running.desk.held = False
    eventually(lambda: not running.memory.unfinished(Channel.TEAMS) or teams.asked("create"))
