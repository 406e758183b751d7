import shutil
from pathlib import Path

import pytest

from eval.cli import cli
from service.cli import telling_errors


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str, str]:
    """The exit code of `aftalesvar-eval` with these arguments, its words, and what went wrong."""
    with pytest.raises(SystemExit) as left:
        telling_errors(lambda: cli([str(one) for one in arguments]))
    said = capsys.readouterr()
    return left.value.code, said.out, said.err


def test_report_prints_a_table_and_writes_a_page(
    capsys: pytest.CaptureFixture[str], run_folder: Path, tmp_path: Path
):
    code, out, _ = told(capsys, "report", run_folder, "--out", tmp_path / "report.html")

    assert code == 0
    assert "nuggets" in out
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_compare_writes_a_page(
    capsys: pytest.CaptureFixture[str], run_folder: Path, tmp_path: Path
):
    code, out, _ = told(capsys, "compare", run_folder, run_folder, "--out", tmp_path / "two.html")

    assert code == 0
    assert "0 spørgsmål gik bedre end før, 0 gik dårligere" in out
    assert "Er svarene blevet bedre?" in (tmp_path / "two.html").read_text("utf-8")


def test_a_run_that_was_not_scored_says_what_to_do(
    capsys: pytest.CaptureFixture[str], run_folder: Path, tmp_path: Path
):
    shutil.copytree(run_folder, tmp_path / "run")
    (tmp_path / "run" / "scores.json").unlink()

    code, _, error = told(capsys, "report", tmp_path / "run")

    assert code == 1
    assert "aftalesvar-eval score" in error


def test_a_page_that_cannot_be_written_is_told(
    capsys: pytest.CaptureFixture[str], run_folder: Path, tmp_path: Path
):
    code, _, error = told(capsys, "report", run_folder, "--out", tmp_path / "no" / "report.html")

    assert code == 1
    assert "cannot be written: No such file or directory" in error
