"""A small set over the sample, and runs of it as commands of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval.cli import cli
from eval.runs.asked_set import Questions, questions
from eval.runs.folder import Run
from service.cli import telling_errors
from tests.service.processes import ENVIRONMENT, ROOT

EVAL = [sys.executable, "-m", "eval.cli"]
ASKED = 8  # questions, from all over the set


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A few questions of the sample's set, of all types."""
    lines = (sample.parent / "questions.jsonl").read_text("utf-8").splitlines()
    path = tmp_path_factory.mktemp("set") / "small.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines[:: len(lines) // ASKED][:ASKED]), "utf-8")
    return path


@pytest.fixture(scope="session")
def asked(small: Path) -> Questions:
    """The same, read."""
    return questions(small)


def silent(_done: int, _of: int) -> None:
    """Shows nothing."""


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of `aftalesvar-eval` with these arguments, what it said, and what went wrong.

    In this process; starting one takes longer than most of what is asked of it.
    """
    with pytest.raises(SystemExit) as left:
        telling_errors(lambda: cli([str(one) for one in arguments]))
    said = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return left.value.code, said.out, said.err


def command(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """`aftalesvar-eval` with these arguments, run to its end."""
    return subprocess.run(
        [*EVAL, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT | settings,
        timeout=120,
    )


def ids(run: Path) -> list[str]:
    """The ids of a run's answers, as they stand in its file."""
    return [json.loads(line)["id"] for line in (run / "answers.jsonl").read_text().splitlines()]


def answers(run: Run) -> list[tuple[object, ...]]:
    """What was answered, without how long it took."""
    return [(r.id, r.status, r.answer, r.citations, r.passages) for r in run.records]
