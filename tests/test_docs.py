"""What the documentation promises is there, and what is there is documented."""

import re
import tomllib
from pathlib import Path

import pytest

from service.cli import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("command", [c.callback.__name__ for c in cli.registered_commands])  # type: ignore[union-attr]
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`{command}" in README


def test_every_setting_stands_in_the_readme() -> None:
    settings = re.findall(r"AFTALESVAR_\w+", (ROOT / "service/settings.py").read_text("utf-8"))

    assert settings
    assert all(f"`{name}`" in README for name in settings if not name.endswith("_"))


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
        path for floor in ("ingest", "index", "service") for path in (ROOT / floor).rglob("*.py")
    ]
    modules = {path.parent.name if path.stem == "__init__" else path.stem for path in files}
    flow = re.findall(r"`(\w+)`", " ".join(line for line in text.splitlines() if "→" in line))

    assert flow
    assert [name for name in flow if name.islower() and name not in modules] == []
