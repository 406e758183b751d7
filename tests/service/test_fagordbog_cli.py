"""`aftalesvar fagordbog` as an editor meets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from service.errors import ServiceError
from service.fagordbog_cli import fagordbog

SKOS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:kat> a skos:Concept ; skos:prefLabel "kat"@da ; skos:altLabel "mis"@da, "chat"@fr .
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home" / "fagordbog").mkdir(parents=True)
    return tmp_path / "home"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(fagordbog, [str(each) for each in arguments])


def refusal(*arguments: str | Path) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, ServiceError)
    return str(result.exception)


def own(home: Path, text: str, name: str = "egne.txt") -> Path:
    path = home / "fagordbog" / name
    path.write_text(text, "utf-8")
    return path


def test_files_without_a_problem_are_counted(home: Path) -> None:
    before = run("check", "--home", home)
    own(home, "[kaffeordning]\nhverdag: gratis kaffe")
    after = run("check", "--home", home)

    counted = int(before.stdout.split("\n")[-2].split()[0])
    assert before.exit_code == after.exit_code == 0
    assert after.stdout.startswith(f"{counted + 1} concepts, ")
    assert after.stdout.endswith("; nothing is wrong\n")


def test_each_problem_is_a_line(home: Path) -> None:
    own(home, "[kaffeordning]\nnonsens\nbredere: drikkeordning")

    result = run("check", "--home", home)

    assert result.exit_code == 1
    assert [line[:18] for line in result.stdout.splitlines()] == [
        "egne.txt line 2: '",
        "egne.txt line 1: [",
    ]


def test_a_file_can_be_checked_before_it_is_put_in_place(home: Path, tmp_path: Path) -> None:
    own(home, "[kaffeordning]")
    (tmp_path / "nye.txt").write_text("[teordning]\nbeslægtet: kaffeordning; møde", "utf-8")
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "andre.txt").write_text("nonsens", "utf-8")

    alone = run("check", tmp_path / "nye.txt", "--home", home)
    both = run("check", tmp_path / "nye.txt", tmp_path / "mappe", "--home", home)

    assert alone.exit_code == 0
    assert both.exit_code == 1
    assert both.stdout.startswith("andre.txt line 1: 'nonsens'")


def test_what_is_worth_a_look_is_a_remark(home: Path) -> None:
    own(home, "[møde (kaffe)]")

    result = run("check", "--home", home)

    assert result.exit_code == 0
    assert "remark: egne.txt line 1: [møde] and [møde (kaffe)] differ only by" in result.stdout


def test_what_cannot_be_checked_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    twice = own(home, "[kaffeordning]")
    (tmp_path / "egne.txt").touch()

    missing = run("check", tmp_path / "ingen.txt", "--home", home)
    assert missing.exit_code == 1
    assert "ingen.txt line 1: cannot be read (No such file" in missing.stdout
    assert "holds no file that ends in .txt" in refusal("check", tmp_path / "tom", "--home", home)
    assert "two files are called egne.txt" in refusal("check", twice, tmp_path / "egne.txt")


def test_a_word_is_shown_with_its_concepts_in_text_form(home: Path) -> None:
    own(home, "[kaffeordning]\nhverdag: gratis kaffe; maskine?\nbeslægtet: møde")

    result = run("show", "gratis kaffe", "--home", home)

    assert result.exit_code == 0
    assert result.stdout.split("\n\n")[0].strip() == (
        "# by 'gratis kaffe' (hverdag)\n"
        "[kaffeordning]\nhverdag: gratis kaffe; maskine?\nbeslægtet: møde"
    )


def test_a_word_of_no_concept_is_told(home: Path) -> None:
    assert "no concept has the word 'kaffe'" in refusal("show", "kaffe", "--home", home)


def test_broken_files_are_told_where_the_book_is_used(home: Path) -> None:
    own(home, "nonsens")

    result = run("show", "dagsorden", "--home", home)

    assert result.exit_code == 0
    assert "the house's files have problems (1)" in result.stderr
    assert "[dagsorden]" in result.stdout


def test_the_book_is_written_as_skos(home: Path, tmp_path: Path) -> None:
    own(home, "[kaffeordning]\nhverdag: gratis kaffe")

    result = run("export", tmp_path / "alt.nt", "--home", home)

    assert result.exit_code == 0
    assert '"gratis kaffe"@da' in (tmp_path / "alt.nt").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alt.nt", "home"]


def test_the_book_is_written_as_text(home: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "alt.txt", "--home", home).exit_code == 0
    assert "[dagsorden]\n" in (tmp_path / "alt.txt").read_text("utf-8")


def test_what_an_import_leaves_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "dyr.ttl").write_text(SKOS, "utf-8")

    result = run("import", tmp_path / "dyr.ttl", tmp_path / "dyr.txt")

    assert (tmp_path / "dyr.txt").read_text("utf-8") == "[kat]\nfagord: mis\n"
    assert result.stdout.splitlines() == [
        "left out: labels that are neither Danish nor English: 1 (chat)",
        f"1 concepts in {tmp_path / 'dyr.txt'}; look through it, then: "
        f"aftalesvar fagordbog check {tmp_path / 'dyr.txt'}",
    ]


def test_a_file_is_written_over_only_when_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "dyr.ttl").write_text(SKOS, "utf-8")
    (tmp_path / "dyr.txt").write_text("mit arbejde", "utf-8")
    arguments = ("import", tmp_path / "dyr.ttl", tmp_path / "dyr.txt")

    assert "dyr.txt is there already" in refusal(*arguments)
    assert (tmp_path / "dyr.txt").read_text("utf-8") == "mit arbejde"
    assert "dyr.txt is there already" in refusal("export", tmp_path / "dyr.txt")
    assert run(*arguments, "--force").exit_code == 0
    assert "[kat]" in (tmp_path / "dyr.txt").read_text("utf-8")


def test_a_file_that_cannot_be_used_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "dyr.ttl").write_text("nonsens", "utf-8")

    assert "cannot be read as turtle" in refusal(
        "import", tmp_path / "dyr.ttl", tmp_path / "dyr.txt"
    )
    assert "is no RDF by its name" in refusal("export", tmp_path / "dyr.docx")
    assert "give one ending in .txt" in refusal(
        "import", tmp_path / "dyr.ttl", tmp_path / "dyr.csv"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["dyr.ttl"]


def test_a_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "dyr.ttl").write_text(SKOS, "utf-8")

    result = run("import", tmp_path / "dyr.ttl", tmp_path / "ingen" / "dyr.txt")

    assert isinstance(result.exception, FileNotFoundError)


def test_it_is_a_command_whose_errors_are_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "fagordbog", "import", "a.ttl", "b.csv"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}

    failed = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )

    assert failed.returncode == 1
    assert failed.stderr == "error: b.csv is no name for a file of words; give one ending in .txt\n"
