"""The gate that every change passes: the sample's answers against the baseline that ships."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval.cli import cli
from eval.gate.sample import BASELINE, QUESTIONS


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [*map(str, arguments)])


@pytest.fixture(scope="module")
def run(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample asked of the product as it is; not to be written to."""
    out = tmp_path_factory.mktemp("gate") / "run"
    done = command("run", QUESTIONS, "--home", sample_home, "--out", out, "--workers", 1)
    assert done.exit_code == 0, done.output
    return out


def test_the_product_is_no_worse_than_its_baseline(run: Path) -> None:
    done = command("gate", BASELINE, run)

    assert done.exit_code == 0, f"{done.output}\nrenew it with 'make baseline' where this is meant"


def test_a_run_passes_the_baseline_that_was_made_of_it(run: Path, tmp_path: Path) -> None:
    kept = tmp_path / "baseline.jsonl"

    command("baseline", run, kept)

    assert "worse" not in command("gate", kept, run).output.partition("└")[2]


def test_a_run_that_was_cut_short_does_not_pass(run: Path, tmp_path: Path) -> None:
    short = shutil.copytree(run, tmp_path / "short")
    answers = short / "answers.jsonl"
    *kept, last = answers.read_text("utf-8").splitlines(keepends=True)
    answers.write_text("".join(kept), "utf-8")

    done = command("gate", BASELINE, short)

    assert done.exit_code == 1
    assert "NO ANSWER: 1 questions" in done.output
    assert f"{json.loads(last)['id']}  was not asked" in done.output


def test_a_measure_can_be_gated_alone(run: Path) -> None:
    done = command("gate", run, run, "--measure", "RR@10")

    assert done.exit_code == 0
    assert "RR@10" in done.output
    assert "nuggets" not in done.output
