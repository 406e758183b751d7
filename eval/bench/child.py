"""`python -m eval.bench.child MODULE build|search|rank FOLDER`: one step of one system, as JSON.

Each step has a process of its own, so that the memory of one is not that of another. Building and
searching are parted because an index is built by one process and served by another.
"""

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from eval.bench.job import Search, System, queries

ROUNDS = 5
PATIENCE = 30.0  # seconds for the rounds of one sort of query; one round is made in any case
NOT_INSTALLED = 3  # exit status where the system's packages are missing


def main(arguments: Sequence[str]) -> int:
    """Print the figures of the step."""
    module, step, folder = arguments
    try:
        system = cast(System, importlib.import_module(module))
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    work = {"build": built, "search": searched, "rank": ranked}[step]
    home = Path(folder) / module
    figures = work(system, Path(folder), home)
    print(json.dumps({**figures, "memory": peak()}))
    return 0


def built(system: System, folder: Path, home: Path) -> dict[str, object]:
    """What making the index takes, and its size."""
    passages = system.load(folder)
    seconds = _seconds(lambda: system.build(passages, home))
    size = sum(file.stat().st_blocks * 512 for file in home.rglob("*"))
    return {"build": seconds, "disk": size, "passages": len(passages)}


def searched(system: System, folder: Path, home: Path) -> dict[str, object]:
    """What asking takes, each time alone; the first round of each is told apart."""
    asked = queries(folder)
    start = time.perf_counter()
    index = system.opened(home)
    opened = time.perf_counter() - start
    plain, filtered = index.plain(), index.filtered(asked.condition)
    return {
        "open": opened,
        "plain": timed(plain, asked.titles),
        "filtered": timed(filtered, asked.titles) if filtered else None,
        "questions": timed(plain, asked.questions),
    }


def ranked(system: System, folder: Path, home: Path) -> dict[str, object]:
    """The ids of the passages that are found for each question, best first."""
    search = system.opened(home).plain()
    asked = queries(folder).questions
    return {"rankings": [[system.id_of(one) for one in search(text)] for text in asked]}


def timed(search: Search, texts: Sequence[str]) -> dict[str, list[float]]:
    """The seconds of every query: when it is asked first, and in the rounds after that."""
    cold = [_seconds(lambda t=text: search(t)) for text in texts]  # type: ignore[misc]
    warm: list[float] = []
    for _ in range(ROUNDS):
        if sum(warm) < PATIENCE:
            warm += [_seconds(lambda t=text: search(t)) for text in texts]  # type: ignore[misc]
    return {"cold": cold, "warm": warm}


def peak() -> float:
    """The most memory this process has had, in bytes.

    Linux hands `ru_maxrss` down from the process that started this one; the kernel's own high-water
    mark begins anew with the program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(s for s in status.read_text().splitlines() if s.startswith("VmHWM"))
        return float(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
