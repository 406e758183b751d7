"""Where the bot writes to, and as whom."""

import asyncio

import httpx
import pytest

from bots.teams.credentials import EARLY, Credentials, NoToken
from bots.teams.outgoing import Outgoing
from tests.bots.teams.house import settings
from tests.bots.teams.server import SECRET, BotFramework


def allows(address: str, *services: str) -> bool:
    async def ask() -> bool:
        async with httpx.AsyncClient() as client:
            credentials = Credentials(settings(BotFramework()), client)
            return Outgoing(credentials, services).allows(address)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "address",
    [
        "https://smba.trafficmanager.net/emea/0d9f3c52/",
        "https://smba.trafficmanager.net:443/teams",
        "https://webchat.botframework.com/",
    ],
)
def test_the_bot_connectors_addresses_are_written_to(address: str) -> None:
    assert allows(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.ond.dk/",
        "https://ond.dk/smba.trafficmanager.net/",
        "https://ond.dk#@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@ond.dk/",
        "https://user:pass@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://another.trafficmanager.net/",
        "https://botframework.com.ond.dk/",
        "https://xbotframework.com/",
        "https://ond.dk%2f.botframework.com/",
        "https://ond.dk\\.botframework.com/",
        "https://ond.dk;.botframework.com/",
        "https://ⓞnd.botframework.com/",
        "http://127.0.0.1:8000/",
        "http://localhost/",
        "http://169.254.169.254/",
        "https://[::1/",
        "https://smba.trafficmanager.net:port/",
        "file:///etc/passwd",
        "",
    ],
)
def test_other_addresses_are_not(address: str) -> None:
    assert not allows(address)


def test_a_service_of_the_settings_is_written_to_at_its_port_alone() -> None:
    own = "http://127.0.0.1:8000/emea"

    assert allows("http://127.0.0.1:8000/emea/v3", own)
    assert not allows("http://127.0.0.1:8001/emea/v3", own)
    assert not allows("https://127.0.0.1:8000/emea/v3", own)


def tokens(teams: BotFramework, *moments: float) -> list[str]:
    """The tokens that are written with at those times."""
    clock = iter(moments)

    async def ask() -> list[str]:
        async with httpx.AsyncClient() as client:
            now = [0.0]
            credentials = Credentials(settings(teams), client, lambda: now[0])
            given = []
            for now[0] in clock:
                given.append(await credentials.token())
            return given

    return asyncio.run(ask())


def test_a_token_is_kept_until_shortly_before_its_end(teams: BotFramework) -> None:
    first, same, other = tokens(teams, 0, 3600 - EARLY - 1, 3600 - EARLY)

    assert first == same != other


def test_many_who_need_a_token_fetch_one(teams: BotFramework) -> None:
    async def ask() -> set[str]:
        async with httpx.AsyncClient() as client:
            credentials = Credentials(settings(teams), client)
            return set(await asyncio.gather(*(credentials.token() for _ in range(50))))

    assert len(asyncio.run(ask())) == 1
    assert len(teams.asked("token")) == 1


@pytest.mark.parametrize("fault", [{"status": 401}, {"status": 500}, {"drop": True, "status": 200}])
def test_without_a_token_the_reason_is_told_and_no_secret(
    teams: BotFramework, fault: dict[str, int]
) -> None:
    teams.fail("token", **fault)

    with pytest.raises(NoToken) as raised:
        tokens(teams, 0)

    assert SECRET not in str(raised.value)
    assert SECRET not in repr(settings(teams))
