"""The files that run the service elsewhere fit the service as it is."""

import re
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from bots.cli import cli as bots
from service.cli import cli

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
EXAMPLE = (DEPLOY / "aftalesvar.env.example").read_text("utf-8")


@pytest.fixture
def unit() -> ConfigParser:
    return read("aftalesvar.service")


def read(name: str) -> ConfigParser:
    found = ConfigParser(interpolation=None, strict=False)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(DEPLOY / name)
    return found


def test_every_setting_in_the_files_is_one() -> None:
    sources = ((ROOT / floor / "settings.py").read_text("utf-8") for floor in ("service", "bots"))
    known = set(re.findall(r"AFTALESVAR_\w+", " ".join(sources)))
    files = (path.read_text("utf-8") for path in DEPLOY.iterdir())
    used = set(re.findall(r"AFTALESVAR_\w+", " ".join(files)))

    assert used
    assert used <= known


def test_the_example_holds_no_secret() -> None:
    assert re.findall(r"^#?\w*(?:KEY|SECRET|PASSWORD)\w*=.+", EXAMPLE, re.MULTILINE) == []


def test_the_service_is_started_with_a_command_there_is(unit: ConfigParser) -> None:
    command = unit["Service"]["ExecStart"].split()[1:]

    assert '"aftalesvar", "serve"' in CONTAINER
    assert CliRunner().invoke(cli, [*command, "--help"]).exit_code == 0


def test_the_unit_may_write_nothing_but_its_home(unit: ConfigParser) -> None:
    service = unit["Service"]

    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == "aftalesvar"
    assert "ReadWritePaths" not in service


@pytest.mark.parametrize("platform", ["slack", "teams"])
def test_a_bot_is_started_with_a_command_there_is(platform: str) -> None:
    command = read("aftalesvar-bot@.service")["Service"]["ExecStart"].replace("%i", platform)

    contained = COMPOSE["services"][platform]["command"][1:3]

    assert command.split()[1:] == contained == [platform, "run"]
    assert CliRunner().invoke(bots, [*command.split()[1:], "--help"]).exit_code == 0


def test_a_bot_may_do_no_more_than_the_service(unit: ConfigParser) -> None:
    service, bot = dict(unit["Service"]), dict(read("aftalesvar-bot@.service")["Service"])
    own = {"ExecStart", "EnvironmentFile", "KillMode", "User"}

    assert bot["User"] == "aftalesvar"
    assert {k: v for k, v in bot.items() if k not in own} == {
        k: v for k, v in service.items() if k not in own
    }


def test_whoever_stops_it_waits_longer_than_a_stop_takes(unit: ConfigParser) -> None:
    assert int(unit["Service"]["TimeoutStopSec"]) > 15
    assert COMPOSE["services"]["aftalesvar"]["stop_grace_period"] == "20s"


def test_the_container_runs_without_root_on_a_system_it_cannot_write_to() -> None:
    service = COMPOSE["services"]["aftalesvar"]

    assert re.search(r"^USER 10001", CONTAINER, re.MULTILINE)
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "ports" not in service  # only the proxy is reached from outside


def test_every_image_has_a_version() -> None:
    images = [each["image"] for each in COMPOSE["services"].values() if "build" not in each]
    images += re.findall(r"^FROM (\S+)", CONTAINER, re.MULTILINE)

    assert len(images) == 4
    assert all(re.search(r":v?\d", image) for image in images)
