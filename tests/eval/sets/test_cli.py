"""The commands for sets, as somebody types them."""

import json
from pathlib import Path

from typer.testing import CliRunner

from eval.cli import cli
from eval.questions import SAMPLE

FILE, DOCUMENTS = str(SAMPLE / "questions.jsonl"), str(SAMPLE / "documents")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, list(arguments))
    return done.exit_code, done.output


def test_check_counts_and_finds_nothing_wrong_with_the_sample() -> None:
    assert run("check", FILE, "--documents", DOCUMENTS) == (
        0,
        "123 questions, 8 documents: 0 to mend, 0 to look at\n",
    )


def test_check_names_the_line_and_the_question(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    text = Path(FILE).read_text("utf-8").replace("Punktet udskydes", "Punktet udsættes", 1)
    path.write_text(text, "utf-8")

    code, said = run("check", str(path), "--documents", DOCUMENTS)

    assert code == 1
    assert said.startswith("mend line 3 (s-003): “Punktet udsættes til mødet")


def test_check_tells_programs_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("{", "utf-8")

    code, said = run("check", str(path), "--documents", DOCUMENTS, "--json")

    assert code == 1
    assert json.loads(said)["faults"][0]["place"] == "line 1"


def test_check_prints_the_schema() -> None:
    code, said = run("check", "--schema")

    assert code == 0
    assert json.loads(said)["title"] == "Row"


def test_suggest_writes_proposals_of_an_index(sample_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "forslag.xlsx"

    code, said = run("suggest", "--home", str(sample_home), "--limit", "20", "--out", str(path))

    assert (code, said.split(";")[0]) == (0, f"{path}: 20 proposals")
    code, said = run("check", str(path), "--home", str(sample_home))
    assert (code, said.splitlines()[-1].split(", ")[:2]) == (
        0,
        ["20 questions", "8 documents: 0 to mend"],
    )


def test_opinions_say_where_there_are_none(tmp_path: Path) -> None:
    code, said = run("opinions", "--home", str(tmp_path), "--out", str(tmp_path / "a.jsonl"))

    assert (code, said) == (0, "no thumbs-down with a question is kept in this home\n")
