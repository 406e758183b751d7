"""The bot as its own process over the sample documents: what survives that it is killed."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bots.teams.activities import APP, TENANT, TOGETHER
from tests.bots.teams.hosting import eventually
from tests.bots.teams.server import SECRET, BotFramework

ROOT = Path(__file__).parents[3]
QUESTION = "Hvad blev besluttet om takster på Birkegården?"
CANARY = "kanariefugl"


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """A home of its own over the sample documents."""
    return Path(shutil.copytree(sample_home, tmp_path / "home"))


@contextmanager
def process(teams: BotFramework, home: Path, log: Path) -> Iterator[tuple[str, int]]:
    """A bot's address and process id, until the block ends."""
    given = {
        "AFTALESVAR_TEAMS_CLIENT_ID": APP,
        "AFTALESVAR_TEAMS_TENANT_ID": TENANT,
        "AFTALESVAR_TEAMS_CLIENT_SECRET": SECRET,
        "AFTALESVAR_TEAMS_KEYS_URL": teams.metadata,
        "AFTALESVAR_TEAMS_LOGIN_URL": teams.url,
        "AFTALESVAR_TEAMS_SERVICE_URL": teams.service,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-W", "ignore", "-m", "bots.cli", "teams", "run", "--port", "0"]
    with log.open("ab") as lines:
        running = subprocess.Popen(
            [*command, "--home", str(home)],
            env=os.environ | given,
            cwd=home,
            stdout=subprocess.PIPE,
            stderr=lines,
        )
    assert running.stdout is not None
    try:
        said = running.stdout.readline().decode()
        found = re.search(r"http://\S+", said)
        assert found, log.read_text()
        yield found[0], running.pid
    finally:
        running.kill()
        running.wait(30)
        running.stdout.close()


def test_a_question_outlives_the_process_and_is_answered_once(
    teams: BotFramework, home: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    teams.fail("stream", after=1, status=0, delay=45.0, times=1)  # longer than a start
    with process(teams, home, log) as (url, pid):
        eventually(lambda: teams.send(url, teams.make.of("typing")).status_code == 200, 60)
        assert teams.send(url, teams.make.message(f"{QUESTION} {CANARY}")).status_code == 200
        eventually(lambda: len(teams.asked("stream")) == 2)
        os.kill(pid, signal.SIGKILL)

    assert teams.said() == []
    with process(teams, home, log) as (url, _):
        eventually(teams.said, 60)
        teams.send(url, teams.make.message("x" * 40_000, TOGETHER))
        eventually(lambda: len(teams.said()) == 2)

    answer, refusal = teams.said()
    assert len(teams.messages) == 2
    assert answer.edits == 1
    assert answer.citations
    assert "Det må højst være 2000" in refusal.text
    assert CANARY not in log.read_text()
