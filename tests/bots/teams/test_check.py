"""Whether the bot's registration is in order."""

import asyncio
from pathlib import Path

import pytest

from bots.teams.check import looked
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import house, settings
from tests.bots.teams.server import SECRET, BotFramework


def test_a_registration_that_is_in_order(teams: BotFramework) -> None:
    found = asyncio.run(looked(settings(teams)))

    assert [each.good for each in found] == [True, True, True]


def test_a_wrong_secret_is_found_and_not_repeated(teams: BotFramework) -> None:
    found = asyncio.run(looked(settings(teams, client_secret="wrong-secret")))

    assert [each.good for each in found] == [False, True, True]
    assert not any("wrong-secret" in each.text or SECRET in each.text for each in found)


def test_keys_that_cannot_be_read_are_found(teams: BotFramework) -> None:
    teams.keys_down = True

    found = asyncio.run(looked(settings(teams)))

    assert [each.good for each in found] == [True, False, True]


def test_a_login_that_cannot_be_reached_is_found(teams: BotFramework) -> None:
    found = asyncio.run(looked(settings(teams, login="http://127.0.0.1:9")))

    assert not found[0].good
    assert "cannot be reached" in found[0].text


def test_the_secretariat_is_told_of(teams: BotFramework) -> None:
    found = asyncio.run(looked(settings(teams, secretariat="19:x@thread.tacv2")))

    assert "19:x@thread.tacv2" in found[2].text


def test_nothing_is_written_in_teams(teams: BotFramework) -> None:
    asyncio.run(looked(settings(teams)))

    assert {each.kind for each in teams.calls} <= {"token", "keys"}


def test_a_bot_that_gets_no_token_says_so_when_it_starts(
    teams: BotFramework, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with house(teams, tmp_path, client_secret="wrong-secret"):
        eventually(lambda: "teams check" in caplog.text)

    assert "gets no token" in caplog.text
    assert "wrong-secret" not in caplog.text
