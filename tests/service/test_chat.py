"""`aftalesvar chat` and `aftalesvar ask --explain`, run as a user runs them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def run(home: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environment.pop("AFTALESVAR_HOME", None)
    return subprocess.run(
        [sys.executable, "-m", "service.cli", *arguments, "--home", str(home)],
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        timeout=120,
        check=False,
    )


def test_a_follow_up_is_shown_as_it_was_understood(sample_home: Path) -> None:
    done = run(
        sample_home,
        "chat",
        said="Hvor stort var Fyrtårnets underskud i 2022?\n\nog i 2017?\nHvad er TKO?\n",
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "2,1 mio. kr." in done.stdout
    assert "Forstået som: Hvor stort var Fyrtårnets underskud i 2017?" in done.stdout
    assert done.stdout.count("Forstået som:") == 1
    assert "Tværkommunal Koordinering" in done.stdout


def test_a_question_that_is_refused_does_not_end_the_conversation(sample_home: Path) -> None:
    done = run(sample_home, "chat", said="???\nHvad er TKO?\n")

    assert done.returncode == 0
    assert "Der er ingen ord i spørgsmålet." in done.stdout
    assert "Tværkommunal Koordinering" in done.stdout


def test_a_conversation_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    done = run(tmp_path, "chat", said="Hvad er TKO?\n")

    assert done.returncode == 1
    assert "aftalesvar update" in done.stderr


def test_an_answer_is_explained(sample_home: Path) -> None:
    done = run(sample_home, "ask", "Hvad er TKO?", "--explain")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Tværkommunal Koordinering (af “TKO”" in done.stdout
    assert "valgt: " in done.stdout
    assert "mest af: defines" in done.stdout
    assert "Kilder:" in done.stdout


def test_a_refusal_is_explained(sample_home: Path) -> None:
    done = run(sample_home, "ask", "Hvor stort var Fyrtårnets underskud i 2017?", "--explain")

    assert "Ikke svaret: Vi fandt ikke det tal" in done.stdout
    assert "Det nærmeste, vi fandt:" in done.stdout


def test_a_personal_number_is_masked_and_told(sample_home: Path) -> None:
    done = run(sample_home, "ask", "Hvad er TKO for borger 010165-1234?")

    assert "010165" not in done.stdout + done.stderr
    assert "Et cpr-nummer er fjernet fra dit spørgsmål." in done.stdout
