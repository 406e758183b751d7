"""The command itself: a process that connects, answers and stops."""

import os
import subprocess
import sys
from pathlib import Path

from service import texts
from tests.bots.slack.flows import ANNE, CHANNEL, furnish
from tests.bots.slack.server import TOKEN
from tests.bots.slack.sockets import APP_TOKEN, socket_slack


def test_process_connects_answers_and_stops_when_told(tmp_path: Path) -> None:
    with socket_slack() as slack:
        furnish(slack)
        settings = {
            "AFTALESVAR_HOME": str(tmp_path),
            "AFTALESVAR_SLACK_BOT_TOKEN": TOKEN,
            "AFTALESVAR_SLACK_APP_TOKEN": APP_TOKEN,
            "AFTALESVAR_SLACK_API_URL": slack.api.rstrip("/"),
        }
        command = [sys.executable, "-m", "bots.cli", "slack", "run", "--port", "0"]
        with subprocess.Popen(command, env={**os.environ, **settings}) as bot:
            try:
                slack.until(lambda: slack.links, 60)
                slack.command(CHANNEL, ANNE, "Hvad er taksten?")
                told = slack.until(lambda: [m.shown for m in slack.workspace.ours() if m.only_for])
            finally:
                bot.terminate()

        assert told == [texts.BOT_INDEX_MISSING]
        assert bot.returncode == 0
