"""The commands `ablate`, `robust` and `bench` on the sample."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval.cli import cli


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [*map(str, arguments)])


def test_ablate_tells_the_whole_and_what_is_left_out(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"

    done = command("ablate", "--part", "context", "--json", figures)

    assert done.exit_code == 0, done.output
    assert json.loads(figures.read_text("utf-8"))["sample"].keys() == {"the whole", "context"}


def test_bench_tells_how_to_install_the_others() -> None:
    done = command("bench", "--sizes", "")

    assert done.exit_code == 0, done.output
    assert "Aftalesvar" in done.stdout
    assert "pip install --group peers" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ablate", "--part", "another"], "'another' is no part"),
        (["ablate", "--questions", "set.jsonl"], "give --questions and --documents together"),
        (["bench", "--sizes", "many"], "'many' is no number of passages"),
    ],
)
def test_what_cannot_be_measured_is_said_at_once(arguments: list[str], says: str) -> None:
    done = command(*arguments)

    assert done.exit_code == 2
    assert says in done.stderr.replace("\n", " ")


def test_a_folder_that_is_no_beir_set_is_an_error(tmp_path: Path) -> None:
    done = command("ablate", "--beir", tmp_path)

    assert "corpus.jsonl" in str(done.exception)
