"""The command line as a newcomer meets it: real processes, real exit codes."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import typer

from service.cli import stoppable

COMMAND = [sys.executable, "-m", "service.cli"]
ROOT = Path(__file__).parent.parent.parent


def run(
    *arguments: str | Path, cwd: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    environment.pop("AFTALESVAR_HOME", None)
    environment |= variables
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
        timeout=120,
        check=False,
    )


def test_help_names_every_command_and_the_first_step() -> None:
    shown = run("--help").stdout

    assert all(name in shown for name in ("update", "ask", "search", "batch", "status", "serve"))
    assert "Start with:" in shown


def test_update_then_ask_answers_with_a_source(sample: Path, tmp_path: Path) -> None:
    updated = run("update", sample, "--home", tmp_path / "home")
    asked = run(
        "ask", "Blev guiden om midlertidigt botilbud godkendt?", "--home", tmp_path / "home"
    )

    assert updated.returncode == 0
    assert "8 documents" in updated.stdout
    assert asked.returncode == 0
    assert "Kilder:" in asked.stdout
    assert "referat-2025-03-12.txt" in asked.stdout


def test_search_lists_places(sample_home: Path) -> None:
    found = run("search", "overskud", "--limit", "2", "--home", sample_home)

    assert found.returncode == 0
    assert re.search(r"^  2\. ", found.stdout, re.MULTILINE)


def test_status_tells_what_is_indexed(sample_home: Path) -> None:
    assert "last meeting 2025-03-12" in run("status", "--home", sample_home).stdout


def test_without_an_index_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    for command in (["status"], ["ask", "Hvad?"], ["search", "x"], ["findings"]):
        failed = run(*command, "--home", tmp_path)
        assert failed.returncode == 1
        assert "aftalesvar update FOLDER" in failed.stderr


def test_findings_of_a_file_that_is_not_known_are_refused(sample_home: Path) -> None:
    failed = run("findings", "ukendt.pdf", "--home", sample_home)

    assert failed.returncode == 1
    assert "ukendt.pdf: no such file is known" in failed.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing", "does not exist"), ("file.txt", "is not a folder"), ("empty", "are empty")],
)
def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file.txt").write_text("tekst")
    (tmp_path / "empty").mkdir()

    failed = run("update", tmp_path / name, "--home", tmp_path / "home")

    assert failed.returncode == 1
    assert message in failed.stderr
    assert "Traceback" not in failed.stderr


def test_unknown_file_types_are_listed(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    shutil.copytree(sample, folder)
    (folder / "billede.png").write_bytes(b"\x89PNG")

    updated = run("update", folder, "--home", tmp_path / "home")

    assert updated.returncode == 0
    assert "not read, no reader for files of their type: billede.png" in updated.stdout


def test_a_file_that_cannot_be_read_gives_exit_code_3(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    shutil.copytree(sample, folder)
    (folder / "falsk.txt").write_bytes(b"PK\x03\x04" + bytes(200))

    updated = run("update", folder, "--home", tmp_path / "home")

    assert updated.returncode == 3
    assert "could not read falsk.txt" in updated.stdout
    assert "zip archive" in updated.stdout


def test_a_refused_question_says_why(sample_home: Path) -> None:
    failed = run("ask", "???", "--home", sample_home)

    assert failed.returncode == 1
    assert "ingen ord" in failed.stderr


def test_wrong_use_gives_exit_code_2() -> None:
    assert run("ask").returncode == 2
    assert run("nonsense").returncode == 2


def test_batch_writes_one_answer_a_question(sample_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "answers.jsonl"

    done = run("batch", ROOT / "eval/sample/questions.jsonl", out, "--home", sample_home)

    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert done.returncode == 0
    assert len(rows) == 123
    assert len({row["id"] for row in rows}) == 123


def test_serve_answers_on_loopback_and_stops_when_told(sample_home: Path) -> None:
    arguments = [*COMMAND, "serve", "--port", "0", "--home", str(sample_home)]
    with subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as serving:
        try:
            assert serving.stdout
            url = serving.stdout.readline().split()[0]
            answer = httpx.post(
                f"{url}/v1/ask", json={"question": "Blev guiden godkendt?"}, timeout=30
            )
            page = httpx.get(
                f"{url}{answer.json()['citations'][0]['url'].split('#')[0]}", timeout=30
            )
        finally:
            serving.send_signal(signal.SIGINT)
            code = serving.wait(timeout=20)

    assert url.startswith("http://127.0.0.1:")
    assert answer.json()["status"] == "answered"
    assert '<mark id="citat"' in page.text
    assert code == 0


def test_a_port_in_use_is_named(sample_home: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        failed = run("serve", "--port", str(port), "--home", sample_home)

    assert failed.returncode == 1
    assert f"port {port}" in failed.stderr


def test_a_path_that_cannot_be_used_is_one_line(sample_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.touch()
    home = tmp_path / "home"
    (home / "index" / "CURRENT").mkdir(parents=True)

    for command in (
        ["ask", "Hvad er aftalt?", "--home", file],
        ["update", ROOT / "eval/sample/documents", "--home", file],
        ["update", ROOT / "eval/sample/documents", "--home", "/proc/x"],
        ["status", "--home", home],
        ["batch", ROOT / "eval/sample/questions.jsonl", tmp_path, "--home", sample_home],
        ["batch", ROOT / "eval/sample/questions.jsonl", "/missing/a.jsonl", "--home", sample_home],
    ):
        failed = run(*command)
        assert failed.returncode == 1
        assert re.fullmatch(r"error: .*/.*\n", failed.stderr)


def test_a_bad_port_stops_only_serve(sample_home: Path) -> None:
    asked = run("search", "overskud", "--home", sample_home, AFTALESVAR_PORT="abc")
    served = run("serve", "--home", sample_home, AFTALESVAR_PORT="99999")

    assert asked.returncode == 0
    assert served.returncode == 1
    assert served.stderr.startswith("error: AFTALESVAR_PORT is '99999'")


def interrupted(*arguments: str | Path, when: Callable[[], bool]) -> tuple[int, str]:
    """The exit code and the messages of a command that gets Ctrl+C as soon as `when` holds."""
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        while running.poll() is None and not when():
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        messages = running.communicate(timeout=60)[1]
    return running.returncode, messages


def test_an_update_that_is_stopped_says_that_nothing_changed(sample: Path, tmp_path: Path) -> None:
    for number in range(50):
        shutil.copytree(sample, tmp_path / "docs" / str(number))
    index = tmp_path / "home" / "index"

    code, messages = interrupted(
        "update", tmp_path / "docs", "--home", tmp_path / "home", when=(index / "building").exists
    )

    assert (code, messages) == (
        130,
        "stopped; the index in use is complete; run the command again\n",
    )
    assert [path.name for path in index.iterdir()] == ["LOCK"]


def test_a_batch_that_is_stopped_leaves_no_file(sample_home: Path, tmp_path: Path) -> None:
    asked = tmp_path / "q.jsonl"
    rows = ({"id": n, "question": "Blev guiden godkendt?"} for n in range(5_000))
    asked.write_text("\n".join(map(json.dumps, rows)))

    code, messages = interrupted(
        "batch",
        asked,
        tmp_path / "a.jsonl",
        "--home",
        sample_home,
        when=lambda: len(list(tmp_path.iterdir())) > 1,
    )

    assert (code, messages) == (130, "stopped; no answers were written\n")
    assert list(tmp_path.iterdir()) == [asked]


def test_a_stop_is_known_when_a_library_makes_another_error_of_it() -> None:
    def library() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ValueError("Error calling function") from None

    with pytest.raises(typer.Exit) as stopped, stoppable("nothing was done"):
        library()

    assert stopped.value.exit_code == 130


def test_a_reader_that_has_seen_enough_ends_the_command_quietly(sample_home: Path) -> None:
    for command in (
        [*COMMAND, "search", "overskud", "--home", sample_home],
        [sys.executable, "-m", "ingest", "--full", *(ROOT / "eval/sample/documents").iterdir()],
    ):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False
        )
        os.close(writing)

        assert (done.returncode, done.stderr) == (-signal.SIGPIPE, "")


def test_serve_listens_on_an_address_of_either_kind(sample_home: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "serve", "--host", "::1", "--port", "0", "--home", str(sample_home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as serving:
        try:
            assert serving.stdout
            url = serving.stdout.readline().split()[0]
            health = httpx.get(f"{url}/health", timeout=30)
        finally:
            serving.send_signal(signal.SIGINT)

    assert url.startswith("http://[::1]:")
    assert health.status_code == 200
