"""What the guide to Slack says is so."""

import json
import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bots.cli import cli
from bots.slack.guard import PATH
from bots.slack.manifest import SCOPES, manifest

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs/slack.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"^\s*aftalesvar-bot (.+)$", GUIDE, re.MULTILINE)))


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_there(line):
    words = shlex.split(line)
    ran = CliRunner().invoke(cli, [*words[:2], "--help"])

    assert ran.exit_code == 0
    assert [word for word in words if word.startswith("--") and word not in ran.output] == []


def test_settings_are_those_there_are():
    there = (ROOT / "bots/settings.py").read_text("utf-8")
    named = set(re.findall(r"AFTALESVAR_SLACK_\w+\b(?<!_)", there))

    assert named
    assert named == set(re.findall(r"AFTALESVAR_SLACK_\w+", GUIDE))


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_every_scope_has_its_reason(scope):
    assert f"| `{scope.name}` | {scope.why} |" in GUIDE


def test_address_that_slack_calls_is_the_guards():
    assert f"https://bot.example.dk{PATH}`" in GUIDE


def test_manifest_is_printed_as_it_can_be_pasted():
    ran = CliRunner().invoke(cli, ["slack", "manifest"])

    assert json.loads(ran.output) == manifest()


def test_manifest_is_written_to_a_file(tmp_path):
    file = tmp_path / "manifest.json"
    url = "https://bot.example.dk"

    CliRunner().invoke(cli, ["slack", "manifest", "--url", url, "--out", str(file)])

    assert json.loads(file.read_text("utf-8")) == manifest(url)


def test_unit_starts_a_command_there_is():
    unit = ConfigParser(interpolation=None, strict=False)
    unit.read(ROOT / "deploy/aftalesvar-bot@.service")
    command = unit["Service"]["ExecStart"].replace("%i", "slack").split()[1:]

    assert CliRunner().invoke(cli, [*command, "--help"]).exit_code == 0


def test_unit_has_the_rights_of_the_pages_and_no_others():
    units = [ConfigParser(interpolation=None, strict=False) for _ in range(2)]
    for unit, name in zip(units, ("aftalesvar", "aftalesvar-bot@"), strict=True):
        unit.read(ROOT / f"deploy/{name}.service")
    page, bot = (dict(unit["Service"]) for unit in units)
    own = {"execstart", "environmentfile", "user", "killmode"}

    assert {k: v for k, v in page.items() if k not in own} == {
        k: v for k, v in bot.items() if k not in own
    }
