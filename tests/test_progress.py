"""A run of tests says what failed as soon as it does, and ends whatever happens to it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OPTIONS = re.findall(r"-m pytest (.+)", (ROOT / "Makefile").read_text())[-1].split()
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
    "PYTHONPATH": str(ROOT),
}
FAILS = """
def test_one():
    assert 1 + 1 == 3

def test_two():
    pass
"""
HANGS = """
import signal, time

def test_for_ever():
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    print("here", file=open("began", "w"), flush=True)
    time.sleep(600)
"""
DIES = """
import os, pytest

@pytest.mark.parametrize("n", range(3))
def test_many(n):
    if n == 1:
        os._exit(0)
"""


def started(folder: Path, options: Sequence[str] = ()) -> "subprocess.Popen[str]":
    """The tests of a folder, as they are run here."""
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", "-p", "tests.progress", *options],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def told(running: "subprocess.Popen[str]") -> str:
    """All that it says, until it ends."""
    with running:
        try:
            return running.communicate(timeout=120)[0]
        finally:
            running.kill()


def test_a_failure_is_told_before_the_summary(tmp_path: Path) -> None:
    (tmp_path / "test_fails.py").write_text(FAILS)

    said = told(started(tmp_path)).split("= FAILURES =")[0]

    assert "FAILED test_fails.py::test_one (call)\nE       assert (1 + 1) == 3\n" in said


def test_a_process_that_dies_ends_the_run_and_names_its_test(tmp_path: Path) -> None:
    (tmp_path / "test_dies.py").write_text(DIES)
    for number in range(20):
        (tmp_path / f"test_{number}.py").write_text("def test_it(): pass\n")

    running = started(tmp_path, OPTIONS)
    said = told(running)

    assert running.returncode == pytest.ExitCode.TESTS_FAILED
    assert "crashed while running 'test_dies.py::test_many[1]'\n" in said
    assert "FAILED test_dies.py::test_many[1]" in said.split("short test summary")[1]


def test_a_run_that_is_cut_short_says_what_ran_and_what_had_failed(tmp_path: Path) -> None:
    (tmp_path / "test_fails.py").write_text(FAILS)
    (tmp_path / "test_hangs.py").write_text(HANGS)
    (tmp_path / "began").touch()

    running = started(tmp_path)
    while not (tmp_path / "began").read_text():
        assert running.poll() is None
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    said = told(running)

    assert running.returncode == pytest.ExitCode.INTERRUPTED
    assert "cut short while running test_hangs.py::test_for_ever" in said
    assert "FAILED test_fails.py::test_one" in said.split("short test summary")[1]


def test_what_hangs_in_c_ends_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "test_hangs.py").write_text(HANGS)
    limits = ["faulthandler_timeout=2", "faulthandler_exit_on_timeout=true"]

    said = told(started(tmp_path, [part for limit in limits for part in ("-o", limit)]))

    assert 'test_hangs.py", line 7 in test_for_ever' in said
