"""An update that is killed at any moment costs nothing but its own work."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, text

import index as package
from eval.sample.build import DOCUMENTS
from index import EVERYTHING, Filters, Hit, Index, Updater
from index.split import passages

KILLS, FILES = 25, 16
QUESTIONS = ["midlertidigt botilbud", "hvornår skal handleplanen sendes", "udgave"]
UPDATE = "import sys; from pathlib import Path; from index import Updater; "
UPDATE += "Updater(Path(sys.argv[1])).update(Path(sys.argv[2]), confirm=True)"
Told = Callable[[list[Hit]], list[tuple[object, ...]]]


@dataclass
class Changing:
    """A folder that changes, and every content that a file of it ever had."""

    folder: Path
    chance: random.Random
    ever: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    edition: int = 0

    def write(self, name: str) -> None:
        self.edition += 1
        guide = (DOCUMENTS / "guide-midlertidigt-botilbud.txt").read_text("utf-8")[:2500]
        said = f"{guide}\n\nUdgave {self.edition} af guiden gælder.\n"
        self.ever[name].add(said)
        (self.folder / name).write_text(said, "utf-8")

    def change(self) -> None:
        """Write, rename, copy or remove one file."""
        files = sorted(path.name for path in self.folder.iterdir())
        name, other = self.chance.choice(files), f"guide-{self.chance.randrange(2 * FILES):03}.txt"
        match self.chance.choice(["write", "new", "rename", "copy", "remove"]):
            case "rename":
                self.ever[other] |= self.ever[name]
                (self.folder / name).replace(self.folder / other)
            case "copy" if name != other:
                self.ever[other] |= self.ever[name]
                shutil.copyfile(self.folder / name, self.folder / other)
            case "remove" if len(files) > FILES // 2:
                (self.folder / name).unlink()
            case "new":
                self.write(other)
            case _:
                self.write(name)


def started(home: Path, folder: Path) -> subprocess.Popen[bytes]:
    roots = {str(Path(package.__file__).parent.parent), str(DOCUMENTS.parents[2])}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(roots)}
    return subprocess.Popen(
        [sys.executable, "-c", UPDATE, home, folder],
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def answers(home: Path, told: Told) -> list[Any]:
    with closing(Index(home)) as index:
        found = [index.search(asked, Filters(visibility=EVERYTHING), 50) for asked in QUESTIONS]
        return [index.facts().passages, *map(told, found)]


def assert_every_document_is_whole(home: Path, ever: dict[str, set[str]]) -> None:
    current = (home / "index" / "CURRENT").read_text("ascii")
    catalogue = home.absolute() / "index" / current / "catalogue.sqlite"
    engine = create_engine(URL.create("sqlite", database=str(catalogue)))
    with engine.connect() as connection:
        ids = [row.id for row in connection.execute(text("select id from documents"))]
    engine.dispose()
    with closing(Index(home)) as index:
        hits = index.search("udgave botilbud guide", Filters(visibility=EVERYTHING), 1_000)
        shown = Counter(hit.passage.ref.document for hit in hits)
        for id_ in ids:
            document = index.document(id_)
            assert document
            assert document.text in {one.rstrip() for one in ever[document.source]}
            assert shown[id_] == len(passages(document))
    assert ids


@pytest.mark.parametrize("seed", range(4))
def test_killed_updates_of_a_changing_folder_show_no_half_document(
    tmp_path: Path, told: Told, seed: int
) -> None:
    home, folder = tmp_path / "home", tmp_path / "dokumenter"
    folder.mkdir()
    changing = Changing(folder, random.Random(seed))
    for number in range(FILES):
        changing.write(f"guide-{number:03}.txt")
    begin = time.monotonic()
    assert started(home, folder).wait() == 0
    full = time.monotonic() - begin
    outcomes: Counter[bool] = Counter()

    for _ in range(KILLS):
        changing.change()
        update = started(home, folder)
        time.sleep(full * changing.chance.random())
        update.kill()
        outcomes[update.wait() == -signal.SIGKILL] += 1
        assert_every_document_is_whole(home, changing.ever)

    Updater(home).update(folder, confirm=True)
    Updater(tmp_path / "clean").update(folder)
    assert answers(home, told) == answers(tmp_path / "clean", told)
    assert not (home / "index" / "building").exists()
    assert not list((home / "collection").rglob("*.new"))
    assert outcomes[True] > KILLS // 5  # many were killed before they had ended
