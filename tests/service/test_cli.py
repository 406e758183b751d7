"""The command line as a newcomer meets it: real processes, real exit codes."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-m", "service.cli"]
ROOT = Path(__file__).parent.parent.parent


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    environment.pop("AFTALESVAR_HOME", None)
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
    for command in (["status"], ["ask", "Hvad?"], ["search", "x"]):
        failed = run(*command, "--home", tmp_path)
        assert failed.returncode == 1
        assert "aftalesvar update FOLDER" in failed.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing", "does not exist"), ("file.txt", "is not a folder"), ("empty", "is empty")],
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
    assert "unknown type: billede.png" in updated.stdout


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
    assert len(rows) == 45
    assert len({row["id"] for row in rows}) == 45


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
