"""`aftalesvar-bot`: accounts, checks, and errors in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bots.checking import of_home
from bots.cli import cli
from index import EVERYTHING, OPEN_ONLY, Visibility
from service import build
from service.access.accounts import FILE
from service.access.visitor import Channel
from service.errors import BadSetting, ServiceError
from service.settings import Settings
from tests.bots.chats import ANNE
from tests.service.processes import ENVIRONMENT, ROOT

SLACK = ("slack", ANNE.tenant, ANNE.user)


def run(*arguments: str | Path) -> Result:
    """`aftalesvar-bot` in this process."""
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def elsewhere(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """`aftalesvar-bot` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bots.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT | settings,
        timeout=60,
        check=False,
    )


def seen(home: Path) -> frozenset[Visibility]:
    """What Anne sees in private."""
    accounts = build.accounts(Settings(home=home))
    asking = (Channel.SLACK, ANNE.tenant, ANNE.user)
    return accounts.visitor(*asking, guest=False, private=True).visibility


def test_an_account_is_added_listed_and_removed(tmp_path: Path) -> None:
    added = run("accounts", "add", *SLACK, "Anne Holm", "--home", tmp_path)
    rights = seen(tmp_path)
    listed = run("accounts", "list", "--home", tmp_path)
    removed = run("accounts", "remove", *SLACK, "--home", tmp_path)

    assert [added.exit_code, listed.exit_code, removed.exit_code] == [0, 0, 0]
    assert rights == EVERYTHING
    assert ANNE.user in listed.output
    assert "Anne Holm" in listed.output
    assert seen(tmp_path) == OPEN_ONLY


def test_an_account_may_end_by_itself(tmp_path: Path) -> None:
    run("accounts", "add", *SLACK, "Anne", "--days", "30", "--home", tmp_path)

    assert "holds" in run("accounts", "list", "--home", tmp_path).output
    assert "never" not in run("accounts", "list", "--home", tmp_path).output


def test_without_accounts_it_is_said_how_to_add_one(tmp_path: Path) -> None:
    assert "accounts add" in run("accounts", "list", "--home", tmp_path).output


def test_the_manifest_says_where_it_is(tmp_path: Path) -> None:
    said = run("slack", "manifest", "--out", tmp_path / "manifest.json").output

    assert str(tmp_path / "manifest.json") in said
    assert (tmp_path / "manifest.json").is_file()


def test_a_manifest_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run("slack", "manifest", "--out", tmp_path / "none" / "manifest.json")

    assert isinstance(result.exception, BadSetting)


def test_another_platform_is_wrong_use(tmp_path: Path) -> None:
    result = run("accounts", "add", "irc", "T0123ABCD", "U0123ABCD", "Anne", "--home", tmp_path)

    assert result.exit_code == 2
    assert "slack or teams" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accounts", "add", "slack", "T0123ABCD", "anne", "Anne"), "ids of Slack"),
        (("accounts", "add", "teams", "contoso", "anne", "Anne"), "ids of Teams"),
        (("accounts", "remove", *SLACK), "was given no rights"),
        (("slack", "check"), "AFTALESVAR_SLACK_BOT_TOKEN is not set"),
        (("teams", "check"), "AFTALESVAR_TEAMS_CLIENT_ID is not set"),
    ],
)
def test_an_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    for name in [name for name in os.environ if name.startswith("AFTALESVAR_")]:
        monkeypatch.delenv(name)
    result = run(*arguments, "--home", tmp_path)

    assert isinstance(result.exception, ServiceError)
    assert said in str(result.exception)


def test_an_error_is_one_line(tmp_path: Path) -> None:
    result = elsewhere("slack", "run", "--home", tmp_path)

    assert result.returncode == 1
    assert result.stdout == ""
    assert [line[:6] for line in result.stderr.splitlines()] == ["error:"]


def test_the_home_is_in_order(sample_home: Path) -> None:
    findings = list(of_home(Settings(home=sample_home)))

    assert all(finding.good for finding in findings)
    assert findings[0].line.startswith("ok     the index has 9 documents")


def test_a_home_without_an_index_is_not_in_order(tmp_path: Path) -> None:
    (first, *_) = of_home(Settings(home=tmp_path))

    assert not first.good
    assert "aftalesvar update" in first.text


@pytest.mark.parametrize("path", [f"access/{FILE}", "bots/memory.sqlite"])
def test_a_damaged_file_of_the_home_is_not_in_order(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_bytes(b"no database " * 1_000)
    wrong = [finding for finding in of_home(Settings(home=tmp_path)) if not finding.good]

    assert path in wrong[-1].text
