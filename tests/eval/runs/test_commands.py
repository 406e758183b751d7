"""`aftalesvar-eval run` and `score` as commands, killed and gone on with, and over a service."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.measures.scores import Scores
from eval.runs.folder import read
from eval.runs.scoring import read_scores
from tests.eval.runs.conftest import EVAL, answers, command, ids, told
from tests.service.processes import ENVIRONMENT, ROOT, Service, ready, service, until


@pytest.fixture(scope="module")
def whole(small: Path, sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    done = command("run", small, "--home", sample_home, "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def served(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over the sample."""
    with service(sample_home, tmp_path_factory.mktemp("log") / "log", "--no-watch") as running:
        until(lambda: ready(running.url))
        yield running


def judged(scores: Scores) -> dict[str, dict[str, float | None]]:
    """The numbers without those of time, which no two runs have in common."""
    return {
        id_: {name: value for name, value in of.items() if name != "latency"}
        for id_, of in scores.of.items()
    }


def test_a_run_ends_with_its_measures(
    small: Path, sample_home: Path, whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = told(capsys, "run", small, "--home", sample_home, "--out", whole)

    assert code == 0
    assert "evidence@6000" in out


@pytest.mark.parametrize("count", [1, 5])
def test_a_run_that_was_killed_loses_and_doubles_nothing(
    small: Path, sample_home: Path, whole: Path, tmp_path: Path, count: int
) -> None:
    arguments = ["run", small, "--home", sample_home, "--out", tmp_path, "--workers", 1]
    process = subprocess.Popen([*EVAL, *map(str, arguments)], cwd=ROOT, env=ENVIRONMENT)
    until(lambda: (tmp_path / "answers.jsonl").exists() and len(_lines(tmp_path)) >= count)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(15)
    before = len(_lines(tmp_path))

    done = command(*arguments)

    assert done.returncode == 0
    assert before < len(read(whole).items)
    assert sorted(ids(tmp_path)) == sorted(ids(whole))
    assert answers(read(tmp_path)) == answers(read(whole))
    assert judged(read_scores(tmp_path)) == judged(read_scores(whole))


def _lines(run: Path) -> list[bytes]:
    return (run / "answers.jsonl").read_bytes().split(b"\n")[:-1]


def test_ctrl_c_says_how_to_go_on(small: Path, sample_home: Path, tmp_path: Path) -> None:
    arguments = ["run", small, "--home", sample_home, "--out", tmp_path, "--workers", 1]
    process = subprocess.Popen(
        [*EVAL, *map(str, arguments)], cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True
    )
    until(lambda: (tmp_path / "answers.jsonl").exists())
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=15)

    assert process.returncode == 130
    assert said == (
        f"stopped; what was answered is kept in {tmp_path}; run the same command again to go on\n"
    )


def test_scoring_again_gives_the_same_file(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (whole / "scores.json").read_bytes()

    code, *_ = told(capsys, "score", whole)

    assert code == 0
    assert (whole / "scores.json").read_bytes() == before


def test_a_mended_set_scores_what_was_answered(
    whole: Path, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.loads(line) for line in small.read_text("utf-8").splitlines()]
    rows[0]["nuggets"] = ["ord som intet svar har"]
    mended = tmp_path / "mended.jsonl"
    mended.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    code, *_ = told(capsys, "score", whole, "--set", mended)

    assert code == 0
    assert read_scores(whole).of[rows[0]["id"]]["nuggets"] == 0.0
    assert read(whole).items[0].nuggets == ("ord som intet svar har",)


def test_a_set_with_another_question_scores_nothing(
    whole: Path, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.loads(line) for line in small.read_text("utf-8").splitlines()]
    rows[0]["question"] = "Hvad er klokken?"
    other = tmp_path / "other.jsonl"
    other.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    code, _, err = told(capsys, "score", whole, "--set", other)

    assert code == 1
    assert "Hvad er klokken?" in err
    assert "another id" in err


def test_documents_are_indexed_for_the_run_alone(
    small: Path, sample: Path, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, *_ = told(capsys, "run", small, "--documents", sample, "--out", tmp_path / "run")

    assert code == 0
    assert answers(read(tmp_path / "run")) == answers(read(whole))
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_service_scores_as_its_index_does(
    small: Path, whole: Path, served: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, *_ = told(capsys, "run", small, "--url", served.url, "--out", tmp_path, "--workers", 2)

    assert code == 0
    assert answers(read(tmp_path)) == answers(read(whole))
    told(capsys, "score", whole)
    assert judged(read_scores(tmp_path)) == judged(read_scores(whole))


def test_a_service_that_dies_ends_the_run_and_the_next_one_goes_on(
    small: Path, sample_home: Path, whole: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    with service(sample_home, tmp_path / "log", "--no-watch") as running:
        until(lambda: ready(running.url))
        arguments = ["run", small, "--url", running.url, "--out", run]
        process = subprocess.Popen(
            [*EVAL, *map(str, arguments)], cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.PIPE
        )
        until(lambda: (run / "answers.jsonl").exists())
        running.stop(signal.SIGKILL)
        _, said = process.communicate(timeout=60)
    port = running.url.rsplit(":", 1)[1]
    with service(sample_home, tmp_path / "log", "--no-watch", "--port", port) as running:
        until(lambda: ready(running.url))
        again = command(*arguments)

    assert process.returncode == 1
    assert b"does not answer" in said
    assert again.returncode == 0
    assert ids(run) == ids(whole)


def test_a_key_that_does_not_hold_is_told(
    small: Path, served: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = told(
        capsys, "run", small, "--url", served.url, "--key", "wrong", "--out", tmp_path
    )

    assert code == 1
    assert "401 not_recognised" in err
    assert "wrong" not in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("run", "{small}", "--home", "{tmp}/none", "--out", "{tmp}/run"), 1, "no index in"),
        (("run", "{tmp}/none.jsonl", "--out", "{tmp}/run"), 2, "none.jsonl"),
        (("run", "{tmp}/bad.jsonl", "--home", "{home}", "--out", "{tmp}/run"), 1, "line 2"),
        (("run", "{small}", "--url", "ftp://x", "--out", "{tmp}/run"), 1, "no address"),
        (("run", "{small}", "--home", "{home}", "--out", "/proc/none"), 1, "/proc/none"),
        (("run", "{small}", "--home", "x", "--url", "http://y", "--out", "{tmp}"), 2, "one of"),
        (("score", "{tmp}"), 1, "is no run"),
        (("score", "{tmp}/newer"), 1, "format 99"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    small: Path,
    sample_home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    (tmp_path / "bad.jsonl").write_text(f"{small.read_text().splitlines()[0]}\n{{\n", "utf-8")
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "run.json").write_text('{"format": 99}')

    filled = [each.format(small=small, tmp=tmp_path, home=sample_home) for each in arguments]
    left, _, wrong = told(capsys, *filled)

    assert left == code
    assert said in wrong
