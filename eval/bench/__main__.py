"""`python -m eval.bench [--copies N]`: what indexing, searching and asking cost here and now.

The sample is copied N times under other names, so the words are few and the places many. Machines
differ and are shared: compare figures of one run, or the ratios, never seconds between machines.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from index import Filters, Index, Updater
from service.assistant import ExtractiveAssistant

SAMPLE = Path(__file__).parent.parent / "sample"


def main() -> int:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--copies", type=int, default=34, help="34 give about 10,000 passages")
    copies = parser.parse_args().copies
    questions = [json.loads(line)["question"] for line in _lines(SAMPLE / "questions.jsonl")]
    with tempfile.TemporaryDirectory() as scratch:
        folder, home = Path(scratch) / "documents", Path(scratch) / "home"
        _grow(folder, copies)
        built = _seconds(lambda: Updater(home).update(folder))
        unchanged = _seconds(lambda: Updater(home).update(folder))
        index = Index(home)
        passages = index.facts().passages
        searching = _each(lambda q: index.search(q, Filters(), 10), questions)
        assistant = ExtractiveAssistant(index)
        asking = _each(lambda q: assistant.ask(q, Filters()), questions)
        cold = [_seconds(lambda: _cold(home)) for _ in range(3)]
        size = sum(f.stat().st_blocks * 512 for f in home.rglob("*"))
    text = sum(f.stat().st_size for f in (SAMPLE / "documents").iterdir()) * copies
    row("passages", f"{passages}")
    row("index from nothing", f"{built:.1f} s, {passages / built:.0f} passages a second")
    row("unchanged folder again", f"{unchanged:.2f} s, {unchanged / built:.1%} of the first time")
    row("search p50 / p99", _milliseconds(searching))
    row("ask p50 / p99", _milliseconds(asking))
    row("ask / search p50", f"{statistics.median(asking) / statistics.median(searching):.1f}")
    row("`aftalesvar ask` from a cold shell", f"{min(cold):.2f} s")
    row("index on disk", f"{size / 1e6:.0f} MB, {size / text:.1f} times the text")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    row("peak memory, indexing included", f"{peak / 1000:.0f} MB")
    return 0


def row(name: str, value: str) -> None:
    """One line of the table."""
    print(f"{name:36} {value}")


def _grow(folder: Path, copies: int) -> None:
    for number in range(copies):
        for path in (SAMPLE / "documents").iterdir():
            copy = folder / f"{number:03}" / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            # The same content under two names would be one document.
            copy.write_text(f"{path.read_text('utf-8')}\n\nEksemplar {number}.\n", "utf-8")


def _cold(home: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "ask", "Hvad er taksten?", "--home", str(home)]
    subprocess.run(command, check=True, capture_output=True)


def _each(work: Callable[[str], object], questions: list[str]) -> list[float]:
    for question in questions:
        work(question)
    return [_seconds(lambda q=question: work(q)) for _ in range(3) for question in questions]  # type: ignore[misc]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _milliseconds(seconds: list[float]) -> str:
    p99 = statistics.quantiles(seconds, n=100)[98]
    return f"{statistics.median(seconds) * 1000:.1f} / {p99 * 1000:.1f} ms"


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


if __name__ == "__main__":
    sys.exit(main())
