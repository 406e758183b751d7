"""An update that is killed at any moment costs nothing but its own work."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import index as package
from eval.sample.build import DOCUMENTS
from index import EVERYTHING, Filters, Hit, Index, Updater

COPIES, KILLS = 200, 10
QUESTIONS = ["midlertidigt botilbud", "hvornår skal handleplanen sendes", "takst for en plads"]
UPDATE = "import sys; from pathlib import Path; from index import Updater; "
UPDATE += "Updater(Path(sys.argv[1])).update(Path(sys.argv[2]))"
Told = Callable[[list[Hit]], list[tuple[object, ...]]]


def started(home: Path, folder: Path) -> subprocess.Popen[bytes]:
    roots = {str(Path(package.__file__).parent.parent), str(DOCUMENTS.parents[2])}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(roots)}
    return subprocess.Popen([sys.executable, "-c", UPDATE, home, folder], env=environment)


def answers(home: Path, told: Told) -> list[Any]:
    with closing(Index(home)) as index:
        found = [index.search(text, Filters(visibility=EVERYTHING), 50) for text in QUESTIONS]
        return [index.facts().passages, *map(told, found)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that has been indexed in `home` and has grown since."""
    made = shutil.copytree(DOCUMENTS, tmp_path / "dokumenter")
    Updater(tmp_path / "home").update(made)
    guide = (DOCUMENTS / "guide-midlertidigt-botilbud.txt").read_text("utf-8")[:800]
    for number in range(COPIES):
        (made / f"guide-{number:03}.txt").write_text(f"{guide}\nUdgave {number}.", "utf-8")
    return made


def put_back(home: Path) -> None:
    """Make the first generation the only one again."""
    (home / "index" / "CURRENT").write_text("g000001")
    for newer in set((home / "index").glob("g*")) - {home / "index" / "g000001"}:
        shutil.rmtree(newer)


def test_killed_updates_leave_the_old_index_and_stop_no_later_one(
    tmp_path: Path, folder: Path, told: Told
) -> None:
    home = tmp_path / "home"
    before = answers(home, told)
    begin = time.monotonic()
    assert started(home, folder).wait() == 0
    full = time.monotonic() - begin
    after = answers(home, told)
    chance = random.Random(20250522)
    killed = 0

    while killed < KILLS:
        put_back(home)
        update = started(home, folder)
        time.sleep(full * (killed + chance.random()) / KILLS)
        update.kill()
        landed = update.wait() != 0
        killed += landed
        full *= 1 if landed else 0.8  # it was faster than the one that was measured
        # One that was killed after it had put the new generation in use is done.
        assert answers(home, told) in (before, after)
        Updater(home).update(folder)
        assert answers(home, told) == after
        assert not (home / "index" / "building").exists()

    assert before != after
