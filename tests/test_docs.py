"""What the documentation promises is there, and what is there is documented."""

import re
import tomllib
from pathlib import Path

import pytest

from bots.cli import cli as bots
from service.access.doors import DOORS
from service.cli import cli
from service.web.failures import CROSS_SITE, FAILURES, INDEX_UNUSABLE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("command", [c.callback.__name__ for c in cli.registered_commands])  # type: ignore[union-attr]
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`{command}" in README


def test_every_command_of_the_bots_is_documented() -> None:
    documented = "".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    commands = [
        f"aftalesvar-bot {group.typer_instance.info.name} {command.callback.__name__.strip('_')}"
        for group in bots.registered_groups
        for command in group.typer_instance.registered_commands
    ]

    assert commands
    assert [command for command in commands if command not in documented] == []


def test_every_setting_is_documented() -> None:
    documented = (ROOT / "docs/settings.md").read_text("utf-8")
    sources = ((ROOT / floor / "settings.py").read_text("utf-8") for floor in ("service", "bots"))
    settings = [name for text in sources for name in re.findall(r"AFTALESVAR_\w+", text)]

    assert settings
    assert [n for n in settings if not n.endswith("_") and f"`{n}`" not in documented] == []


def test_every_route_for_programs_and_every_error_stands_in_the_api_docs() -> None:
    text = (ROOT / "docs/api.md").read_text("utf-8")
    routes = [door.path for door in DOORS if door.path.startswith(("/v1", "/mcp"))]
    shown = re.sub(r"\{\w+\}", "{}", text)
    codes = [failure.code for failure in (*FAILURES.values(), CROSS_SITE, INDEX_UNUSABLE)]

    assert routes
    assert [path for path in routes if path not in shown] == []
    assert [code for code in codes if f"`{code}`" not in text] == []


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs/dependencies.md").read_text("utf-8")
    names = [re.split(r"[<>=\[]", line)[0] for line in PROJECT["project"]["dependencies"]]
    development = [re.split(r"[<>=]", line)[0] for line in PROJECT["dependency-groups"]["dev"]]

    assert [name for name in names if f"| {name} |" not in reasons] == []
    assert [name for name in development if name not in reasons] == []


def test_the_first_command_comes_early() -> None:
    first = next(n for n, line in enumerate(README.splitlines(), 1) if "make demo" in line)

    assert first <= 25


@pytest.mark.parametrize("path", ["docs/architecture.md", "eval/sample/README.md", "CHANGELOG.md"])
def test_what_the_readme_relies_on_exists(path: str) -> None:
    assert (ROOT / path).is_file()


def test_every_module_named_in_the_architecture_exists() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    files = [
        path
        for floor in ("ingest", "index", "service", "bots")
        for path in (ROOT / floor).rglob("*.py")
    ]
    modules = {path.parent.name if path.stem == "__init__" else path.stem for path in files}
    flow = re.findall(r"`(\w+)`", " ".join(line for line in text.splitlines() if "→" in line))

    assert flow
    assert [name for name in flow if name.islower() and name not in modules] == []
