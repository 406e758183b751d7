"""Who may speak to the bot: over real HTTP, with real keys."""

import json
import logging
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bots.teams.guard import LARGEST
from tests.bots.teams.activities import ELSEWHERE, KARLA
from tests.bots.teams.forgeries import FORGED
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import House, house
from tests.bots.teams.server import BotFramework
from tests.bots.teams.signing import Signer

SECRET_WORDS = "kanariefugl hemmeligt spørgsmål"


@pytest.fixture
def gate(bot: House) -> House:
    """The bot, for requests that must not come in."""
    return bot


def posted(gate: House, body: bytes | str, *headers: tuple[str, str]) -> httpx.Response:
    """A request with just these headers."""
    given = [("Content-Type", "application/json"), *headers]
    return httpx.post(f"{gate.url}/api/messages", content=body, headers=given, timeout=30)


def bearer(gate: House) -> tuple[str, str]:
    return ("Authorization", f"Bearer {gate.teams.signer.token()}")


def message(gate: House, **more: Any) -> str:
    return json.dumps(gate.teams.make.message(SECRET_WORDS, **more))


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_token_is_refused_without_a_word(gate: House, forged: str) -> None:
    token = FORGED[forged](gate.teams)
    header = f"Bearer {token}".encode()

    said = httpx.post(
        f"{gate.url}/api/messages",
        content=message(gate),
        headers=[(b"Content-Type", b"application/json"), (b"Authorization", header)],
    )

    assert (said.status_code, said.content) == (401, b"")
    assert gate.desk.asked == []


def test_the_token_that_the_forgeries_are_made_of_is_believed(gate: House) -> None:
    said = gate.send(gate.teams.make.edited(gate.teams.make.message("a"), "b"))

    assert said.status_code == 200


def test_the_case_of_the_scheme_does_not_matter(gate: House) -> None:
    token = gate.teams.signer.token()

    said = posted(gate, "{}", ("Authorization", f"bearer {token}"))
    good = posted(gate, reaction(gate), ("Authorization", f"bearer {token}"))

    assert (said.status_code, good.status_code) == (401, 200)


def reaction(gate: House, **more: Any) -> str:
    """An activity that nothing is done about."""
    liked = [{"type": "like"}]
    return json.dumps(gate.teams.make.of("messageReaction", reactionsAdded=liked, **more))


def test_two_tokens_are_none(gate: House) -> None:
    said = posted(gate, message(gate), bearer(gate), bearer(gate))

    assert said.status_code == 401


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer", "Token x", ""])
def test_another_scheme_is_refused(gate: House, header: str) -> None:
    assert posted(gate, message(gate), ("Authorization", header)).status_code == 401


def test_an_activity_without_a_service_url_is_refused(gate: House) -> None:
    activity = gate.teams.make.message(SECRET_WORDS)
    del activity["serviceUrl"]

    assert gate.send(activity).status_code == 401


def test_a_good_token_for_another_service_than_the_activitys_is_refused(gate: House) -> None:
    activity = gate.teams.make.message(SECRET_WORDS, serviceUrl="https://ond.dk/")

    assert gate.send(activity).status_code == 401


def test_a_signed_service_that_is_none_of_microsofts_is_refused(gate: House) -> None:
    activity = gate.teams.make.message(SECRET_WORDS, serviceUrl="https://ond.dk/")
    token = gate.teams.signer.token(serviceurl="https://ond.dk/")

    said = gate.send(activity, token)

    assert (said.status_code, said.content) == (403, b"")


@pytest.mark.parametrize("channel", ["webchat", "emulator", "directline", None, ["msteams"]])
def test_another_channel_is_refused(gate: House, channel: object) -> None:
    said = gate.send(gate.teams.make.message(SECRET_WORDS, channelId=channel))

    assert (said.status_code, said.content) == (403, b"")


@pytest.mark.parametrize(
    "changed",
    [
        {"channelData": {"tenant": {"id": ELSEWHERE}}},
        {"conversation": {"id": "a:1", "conversationType": "personal", "tenantId": ELSEWHERE}},
        {"channelData": {"tenant": {"id": ["x"]}}},
    ],
)
def test_another_tenant_is_refused(gate: House, changed: dict[str, Any]) -> None:
    said = gate.send(gate.teams.make.message(SECRET_WORDS, **changed))

    assert (said.status_code, said.content) == (403, b"")


def test_an_activity_that_names_no_tenant_is_refused(gate: House) -> None:
    bare = gate.teams.make.message(SECRET_WORDS) | {"channelData": {}, "conversation": {"id": "a"}}

    assert gate.send(bare).status_code == 403


def test_a_key_that_is_not_endorsed_for_teams_is_refused(
    teams: BotFramework, tmp_path: Path
) -> None:
    other = Signer(teams.signer.app, teams.service, "key-2", endorsements=("webchat",))
    teams.more_signers.append(other)

    with house(teams, tmp_path) as bot:
        said = bot.send(teams.make.message(SECRET_WORDS), other.token())

    assert said.status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"serviceUrl": 1}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"{}",
    ],
)
def test_a_body_that_is_no_activity_is_refused(gate: House, body: bytes) -> None:
    said = posted(gate, body, bearer(gate))

    assert (said.status_code, said.content) == (401, b"")


def test_a_body_without_an_end_is_refused(gate: House) -> None:
    endless = json.dumps({"text": "x" * LARGEST})

    assert posted(gate, endless, bearer(gate)).status_code == 401


def test_a_body_is_not_read_before_the_token_was_checked(gate: House) -> None:
    where = urlsplit(gate.url)
    head = f"POST /api/messages HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: 1000\r\n\r\n"

    with socket.create_connection((where.hostname, where.port), timeout=30) as connection:
        connection.sendall(head.encode())
        said = connection.recv(100)

    assert said.startswith(b"HTTP/1.1 401")


def test_a_flood_of_unknown_keys_is_one_fetch(gate: House) -> None:
    activity = gate.teams.make.message(SECRET_WORDS)
    claims = gate.teams.signer.claims()

    tokens = [gate.teams.signer.signed(claims, kid=f"flood-{n}") for n in range(50)]
    codes = {gate.send(activity, token).status_code for token in tokens}

    assert codes == {401}
    assert len(gate.teams.asked("keys")) <= 1


def test_an_activity_that_teams_may_invent_next_year_is_no_error(gate: House) -> None:
    said = gate.send(gate.teams.make.of("somethingNew", text=SECRET_WORDS))

    assert said.status_code == 400


@pytest.mark.parametrize(
    "path", ["/", "/api/messages/", "/docs", "/openapi.json", "/api/functions/x", "/health/"]
)
def test_nothing_else_is_open(gate: House, path: str) -> None:
    assert httpx.post(gate.url + path, json={}).status_code == 401
    assert httpx.get(gate.url + path).status_code == 401


def test_the_state_of_the_process_is_for_everybody(gate: House) -> None:
    assert httpx.get(f"{gate.url}/health").json() == {"status": "alive"}
    assert httpx.get(f"{gate.url}/ready").json() == {"status": "ready"}


def test_nothing_of_a_refused_request_is_logged(
    gate: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = FORGED["another key under the same name"](gate.teams)

    gate.send(gate.teams.make.message(SECRET_WORDS), token)
    gate.send(gate.teams.make.message(SECRET_WORDS, channelId="webchat"))
    gate.send(gate.teams.make.of("somethingNew", text=SECRET_WORDS))

    assert "was refused" in caplog.text
    assert SECRET_WORDS not in caplog.text
    assert token not in caplog.text
    assert KARLA.name not in caplog.text


def test_nothing_of_a_question_and_its_answer_is_logged(
    bot: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    bot.send(bot.teams.make.message(SECRET_WORDS))
    eventually(bot.teams.said)

    assert SECRET_WORDS not in caplog.text
    assert "Birkegården" not in caplog.text


SWITCHED = """
import os, sys
from pathlib import Path

from bots.settings import TeamsSettings
import bots.teams.app as door
from bots.parts import Parts
settings = TeamsSettings("6c1a9d1e-0b1f-4d5e-9a53-5a2b7c3d4e5f", "t", "s")
api = door.create(settings, Parts(None, None, None))
assert "FROM_A_FILE" not in os.environ
import httpx, asyncio
async def main():
    transport = httpx.ASGITransport(app=api)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        for path in ("/api/messages", "/other"):
            said = await client.post(path, json={"type": "message", "serviceUrl": "https://ond.dk"})
            print(said.status_code)
asyncio.run(main())
"""


def test_no_environment_and_no_file_can_open_the_door(tmp_path: Path) -> None:
    switches = {
        "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS": "true",
        "CLIENT_ID": "other",
        "CLIENT_SECRET": "other",
        "TENANT_ID": "other",
        "SERVICE_URL": "https://ond.dk",
        "CLOUD": "China",
        "PYTHON_DOTENV_DISABLED": "false",
    }
    lines = [f"{name}={value}" for name, value in switches.items()]
    (tmp_path / ".env").write_text("\n".join([*lines, "FROM_A_FILE=1"]))

    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SWITCHED],
        cwd=tmp_path,
        env={**os.environ, **switches, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ran.returncode, ran.stdout.split()) == (0, ["401", "401"]), ran.stderr
