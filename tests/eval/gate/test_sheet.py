"""Numbers kept in a file and read again."""

from pathlib import Path

import pytest

from eval.errors import BadRun
from eval.gate.sheet import read, write
from tests.eval.gate.made import scored, sheet


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    told = sheet(scored("b", {"nuggets": 0.5}), scored("a", {"RR@10": 1.0, "nuggets": 0.25}))

    write(told, file)

    assert read(file, ()).questions == told.questions
    assert [line[:10] for line in file.read_text("utf-8").splitlines()] == [
        '{"id": "a"',
        '{"id": "b"',
    ]


def test_a_run_with_an_error_makes_no_baseline(tmp_path: Path) -> None:
    told = sheet(scored("a", {}, error="timed out"))

    with pytest.raises(BadRun, match=r"a has no answer \(timed out\)"):
        write(told, tmp_path / "baseline.jsonl")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no questions in it"),
        ('{"id": "a"}\n', "line 1: no line of a baseline"),
        ("\n{\n", "line 2: no line of a baseline"),
    ],
)
def test_another_file_is_no_baseline(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text(text, "utf-8")

    with pytest.raises(BadRun, match=says):
        read(file, ())
