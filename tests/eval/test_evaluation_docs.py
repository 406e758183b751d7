"""docs/evaluation.md names every measure and command, and its examples run."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from eval.adapters import Shape, export
from eval.cli import cli
from eval.marks.agree import measures
from eval.marks.reading import OURS, read
from eval.measures.catalogue import MEASURES, by_name
from eval.runs.folder import read as read_run

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
SECONDS = 60


@pytest.mark.parametrize("name", [measure.name for measure in MEASURES])
def test_every_measure_is_defined(name: str) -> None:
    assert re.search(rf"^\|[^|]*`{re.escape(name)}`", TEXT, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(getattr(get_command(cli), "commands", {})))
def test_every_command_is_named(name: str) -> None:
    told = TEXT + (ROOT / "docs" / "measuring.md").read_text("utf-8")

    assert f"aftalesvar-eval {name}" in told


def test_kappas_are_those_that_the_command_prints() -> None:
    run, marks = read_run(OURS), read(OURS / "marks" / "first.jsonl")
    rows = [line for line in TEXT.splitlines() if line.startswith("|") and " ± " in line]
    told = [
        re.findall(r"\| (\d+) \| (\d\.\d\d) \| \**(-?\d\.\d\d ± \d\.\d\d)", row)[0] for row in rows
    ]

    found = [one for one in measures(run.pairs, "first", marks) if one.second != "any of them"]

    assert told == [
        (str(one.n), f"{one.same:.2f}", f"{one.kappa.value:.2f} ± {one.kappa.error:.2f}")
        for one in found
        if one.kappa
    ]


def test_pytest_example_passes_and_fails_as_it_should(tmp_path: Path) -> None:
    shutil.copytree(OURS, tmp_path / "RUN")
    (tmp_path / "test_answers.py").write_text(EXAMPLES[0], "utf-8")

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_answers.py"],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, timeout=SECONDS,
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    # The marked answers were made worse: too few facts, and some say what must not be said.
    pairs = read_run(OURS).pairs
    said = sum(bool(by_name("must_not").of(pair)) for pair in pairs)
    unquoted = sum(by_name("verbatim").of(pair) not in (None, 1.0) for pair in pairs)
    assert "FAILED test_answers.py::test_most_facts_are_told" in ran.stdout
    assert f"{said + unquoted + 1} failed" in ran.stdout


def test_inspect_example_scores_the_answers(tmp_path: Path) -> None:
    pytest.importorskip("inspect_ai", reason="Inspect is no dependency; its shape is tested")
    export(read_run(OURS).pairs, Shape.INSPECT, tmp_path / "run.jsonl")
    (tmp_path / "answers.py").write_text(EXAMPLES[1], "utf-8")

    ran = subprocess.run(
        [sys.executable, "-m", "inspect_ai", "eval", "answers.py", "--model", "mockllm/model",
         "-T", f"run={tmp_path / 'run.jsonl'}", "--display", "plain"],
        cwd=tmp_path, timeout=SECONDS, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "abstains_rightly" in ran.stdout
