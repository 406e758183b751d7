"""A bot as a process: one for each platform and home, stopped cleanly, and silent in its log."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from bots import build
from bots.alone import AlreadyRunning, alone
from bots.serving import working
from service.access.visitor import Channel
from service.settings import Settings
from tests.service.processes import ENVIRONMENT, ROOT, Service

SLACK = {
    "AFTALESVAR_SLACK_BOT_TOKEN": "xoxb-canary",
    "AFTALESVAR_SLACK_SIGNING_SECRET": "signing-canary",
    "AFTALESVAR_SLACK_API_URL": "http://127.0.0.1:9/api",  # nobody is there
}


@contextmanager
def bot(home: Path, log: Path, **settings: str) -> Iterator[Service]:
    """`aftalesvar-bot slack run` on a free loopback port, stopped at the end."""
    command = [sys.executable, "-m", "bots.cli", "slack", "run", "--port", "0", "--home", str(home)]
    with log.open("w") as stderr:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=ROOT,
            env=ENVIRONMENT | SLACK | settings,
        )
    with process:
        assert process.stdout
        url = process.stdout.readline().split(" ")[0]
        try:
            yield Service(process, url, log)
        finally:
            process.kill()


def healthy(url: str) -> int:
    """The status of `/health`; the port is taken before the bot is there, so it waits."""
    return httpx.get(f"{url}/health", timeout=60).status_code


def test_a_bot_listens_on_loopback_and_stops_when_told(sample_home: Path, tmp_path: Path) -> None:
    with bot(tmp_path, tmp_path / "log") as running:
        status = healthy(running.url)
        code = running.stop()

    assert running.url.startswith("http://127.0.0.1:")
    assert (status, code) == (200, 0)


def test_a_second_bot_of_a_home_is_told_so(tmp_path: Path) -> None:
    with alone(tmp_path, Channel.SLACK), bot(tmp_path, tmp_path / "log") as second:
        code = second.process.wait(timeout=60)

    assert code == 1
    assert "running with the home" in second.log.read_text()


def test_a_bot_that_was_killed_leaves_room_for_the_next(tmp_path: Path) -> None:
    with bot(tmp_path, tmp_path / "log") as first:
        with pytest.raises(AlreadyRunning), alone(tmp_path, Channel.SLACK):
            pass
        first.stop(signal.SIGKILL)

    with alone(tmp_path, Channel.SLACK):
        pass  # nothing is raised


def test_what_keeps_a_bot_from_beginning_is_told_without_secrets(tmp_path: Path) -> None:
    with bot(tmp_path, tmp_path / "log", AFTALESVAR_SLACK_APP_TOKEN="xapp-canary") as running:
        code = running.process.wait(timeout=60)

    log = running.log.read_text()
    assert code == 1
    assert "aftalesvar-bot slack check" in log
    assert "canary" not in log
    levels = [json.loads(line)["level"] for line in log.splitlines()[:-1]]
    assert set(levels) <= {"warning", "error"}
    assert levels[-1] == "error"


def test_two_platforms_run_beside_each_other(tmp_path: Path) -> None:
    with alone(tmp_path, Channel.SLACK), alone(tmp_path, Channel.TEAMS):
        pass  # nothing is raised


def test_a_bot_that_connects_by_itself_says_whether_it_can_work(
    sample_home: Path, tmp_path: Path
) -> None:
    steps: list[str] = []

    @asynccontextmanager
    async def work():  # type: ignore[no-untyped-def]
        steps.append("begun")
        yield
        steps.append("ended")

    statuses = []
    for home in (sample_home, tmp_path):
        with TestClient(working(work, build.parts(Settings(home=home)))) as client:
            statuses += [client.get(path).status_code for path in ("/health", "/ready")]

    assert statuses == [200, 200, 200, 503]
    assert steps == ["begun", "ended"] * 2
