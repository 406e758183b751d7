"""Marking from the command line: a sheet, verdicts a little at a time, and agreement."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from eval.cli import cli
from eval.marks.reading import OURS, read


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "RUN"
    shutil.copytree(OURS, folder, ignore=shutil.ignore_patterns("marks"))
    return folder


def call(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def test_sheet_is_written_then_read_as_far_as_it_is_marked(run: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "anna.xlsx"
    call("mark", run, "--sheet", sheet)
    book = load_workbook(sheet)
    row = next(r for r in book["Svar"].iter_rows(min_row=2) if r[3].value == "a-001|answers|0")
    row[2].value = "delvist"
    book.save(sheet)

    done = call("mark", run, "--sheet", sheet)

    assert "1 of 699 verdicts given, on 1 answers" in done.output
    assert read(run / "marks" / "anna.jsonl")["a-001"].answers == "partly"


def test_agree_without_a_run_tells_of_ours() -> None:
    done = call("agree")

    assert "Measures and first" in done.output
    assert "poor" in done.output


def test_run_that_nobody_marked_is_told(run: Path) -> None:
    assert "nobody has marked it" in str(call("agree", run).exception)


def test_mark_of_another_run_is_told(run: Path) -> None:
    (run / "marks").mkdir()
    (run / "marks" / "anna.jsonl").write_text('{"id": "z"}\n')

    assert "'z' is marked and is no answer of this run" in str(call("agree", run).exception)


def test_export_names_what_it_wrote(run: Path, tmp_path: Path) -> None:
    done = call("export", run, "--to", "inspect", "--out", tmp_path / "run.jsonl")

    assert done.output.endswith("129 answers for inspect.\n")


def test_export_into_no_folder_is_told(run: Path, tmp_path: Path) -> None:
    done = call("export", run, "--to", "ragas", "--out", tmp_path / "no" / "run.jsonl")

    assert "make it first" in str(done.exception)
