"""`aftalesvar-eval score --graded` on a marked run, with a server of OpenAI's kind."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.cli import cli
from eval.marks.reading import OURS
from tests.service.model.openai_server import model_server, says

ANSWERS = 3  # of the marked ones; they have four nuggets and one of them abstains


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "RUN"
    shutil.copytree(OURS, folder)
    lines = (OURS / "answers.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "answers.jsonl").write_text("".join(lines[:ANSWERS]), "utf-8")
    return folder


def test_judgement_stands_beside_the_offline_measure(
    run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_server() as served:
        served.will(says('{"fremgår": true}'))
        monkeypatch.setenv("AFTALESVAR_LLM_URL", served.url)
        monkeypatch.setenv("AFTALESVAR_LLM_MODEL", "m")

        done = CliRunner().invoke(cli, ["score", str(run), "--graded"])

    assert "graded_nuggets 0.667 (n=3, 3 calls)" in done.output
    assert "nuggets" in json.loads((run / "scores.json").read_text())["measures"]
    assert json.loads((run / "graded.json").read_text())["model"] == "m"


def test_without_a_model_it_says_what_to_set(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AFTALESVAR_LLM_URL", raising=False)

    done = CliRunner().invoke(cli, ["score", str(run), "--graded"])

    assert "set AFTALESVAR_LLM_URL and AFTALESVAR_LLM_MODEL" in str(done.exception)
    assert not (run / "graded.json").exists()


def test_no_model_is_asked_unless_it_is_wanted(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with model_server() as served:
        monkeypatch.setenv("AFTALESVAR_LLM_URL", served.url)
        monkeypatch.setenv("AFTALESVAR_LLM_MODEL", "m")

        CliRunner().invoke(cli, ["score", str(run)])

        assert served.asked == []
