"""`python -m ingest` prints documents as they were read."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "eval" / "sample" / "documents" / "referat-2025-03-12.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "ingest", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_a_document_is_printed_as_it_was_read() -> None:
    done = run(str(SAMPLE))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Referat Styregruppe Social  [referat]"
    assert "  item 7: Drøftelse af køb af ejendom [CLOSED]" in done.stdout.splitlines()


def test_full_prints_whole_paragraphs() -> None:
    short, full = run(str(SAMPLE)), run("--full", str(SAMPLE))

    assert "… (" in short.stdout
    assert "… (" not in full.stdout


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_printed(tmp_path: Path) -> None:
    missing = tmp_path / "mangler.txt"

    done = run(str(missing), str(SAMPLE))

    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert "mangler.txt" in done.stderr
    assert done.stdout.startswith("Referat")
