"""Readers see one whole generation or another, and damage says what to do."""

import json
import re
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text

from index import Filters, Index, IndexDamaged, IndexMissing, IndexOutdated, Updater
from index.generation import Generations

QUESTION = "midlertidigt botilbud"


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    Updater(tmp_path / "home").update(folder)
    return tmp_path / "home"


def publish(home: Path, folder: Path, number: int) -> str:
    (folder / "ny.txt").write_text(f"Udgave {number} om midlertidigt botilbud.")
    return Updater(home).update(folder).generation


def generations(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "index").glob("g*"))


def test_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="aftalesvar update FOLDER"):
        Index(tmp_path).search("takst", Filters())


def test_readers_follow_new_generations_without_an_error(home: Path, folder: Path) -> None:
    index = Index(home)
    errors: list[Exception] = []
    seen: set[str] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                assert index.search(QUESTION, Filters())
                assert index.document("guide-midlertidigt-botilbud")
                seen.add(index.facts().generation)
            except Exception as error:
                errors.append(error)

    readers = [threading.Thread(target=read, daemon=True) for _ in range(2)]
    for reader in readers:
        reader.start()
    newest = [publish(home, folder, number) for number in range(4)][-1]
    stop.set()
    for reader in readers:
        reader.join()

    assert errors == []
    assert len(seen) > 2
    assert index.facts().generation == newest == "g000005"
    assert any(h.passage.text.startswith("Udgave 3") for h in index.search(QUESTION, Filters()))
    index.close()


def test_the_generation_before_is_kept_and_no_other(home: Path, folder: Path) -> None:
    for number in range(3):
        publish(home, folder, number)

    assert generations(home) == ["g000003", "g000004"]


def test_a_generation_that_never_came_into_use_goes_first(home: Path, folder: Path) -> None:
    shutil.copytree(home / "index" / "g000001", home / "index" / "g000002")

    publish(home, folder, 1)

    assert generations(home) == ["g000001", "g000003"]


def test_swapped_out_generations_are_closed(home: Path, folder: Path) -> None:
    def held() -> tuple[int, int]:
        maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
        files = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
        mine = str(home)
        return sum(mine in line for line in maps), sum(mine in str(path) for path in files)

    with closing(Index(home)) as index:
        index.search(QUESTION, Filters())
        index.document("guide-midlertidigt-botilbud")
        first = held()
        for number in range(5):
            publish(home, folder, number)
            index.search(QUESTION, Filters())
            index.document("guide-midlertidigt-botilbud")
        last = held()

    assert first == last > (0, 0)
    assert held() == (0, 0)


def test_a_generation_stays_open_until_its_last_reader_is_done(home: Path, folder: Path) -> None:
    index = Index(home)

    with index._newest() as old:
        publish(home, folder, 1)
        publish(home, folder, 2)
        assert index.facts().generation == "g000003"
        assert old.catalogue.count(frozenset()) == 0
        assert old.stores["open"].lexical({1: 1.0}, Filters(), 5) == []

    assert old.readers == 0
    with pytest.raises(Exception, match="damaged"):
        old.stores["open"].lexical({1: 1.0}, Filters(), 5)
    index.close()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("CURRENT", "g000007"),
        ("CURRENT", ""),
        ("CURRENT", "\0\0\0\0"),
        ("g000001/manifest.json", '{"name": "g0000'),
        ("g000001/manifest.json", "[]"),
        ("g000001/catalogue.sqlite", "no database"),
        ("g000001/open/edge_config.json", "{"),
    ],
)
def test_damage_says_what_to_do_and_an_update_does_it(
    home: Path, folder: Path, file: str, content: str
) -> None:
    with closing(Index(home)) as index:
        expected = index.search(QUESTION, Filters())
    (home / "index" / file).write_text(content)

    with pytest.raises(IndexDamaged, match="aftalesvar update FOLDER"):
        Index(home).search(QUESTION, Filters())
    Updater(home).update(folder)

    with closing(Index(home)) as index:
        assert index.search(QUESTION, Filters()) == expected


def test_a_damaged_document_is_read_again(home: Path, folder: Path) -> None:
    with closing(Index(home)) as index:
        expected = index.document("guide-midlertidigt-botilbud")
    catalogue = home / "index" / "g000001" / "catalogue.sqlite"
    assert expected
    engine = create_engine(URL.create("sqlite", database=str(catalogue)))
    with engine.begin() as connection:
        connection.execute(text("UPDATE documents SET tree = x'00'"))
    engine.dispose()

    with closing(Index(home)) as index, pytest.raises(IndexDamaged):
        index.document("guide-midlertidigt-botilbud")
    Updater(home).update(folder)

    with closing(Index(home)) as index:
        assert index.document("guide-midlertidigt-botilbud") == expected


def test_what_a_manifest_says_can_be_read_by_people(home: Path) -> None:
    manifest = Generations(home).current() / "manifest.json"

    known = json.loads(manifest.read_text("utf-8"))

    assert {"name", "built", "reader", "collection"} <= known.keys()


def test_an_index_of_another_version_is_not_searched(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "notat.txt").write_text("Notat om takster\n\nTaksten er 5 kr.\n", "utf-8")
    Updater(tmp_path / "home").update(folder)
    manifest = next((tmp_path / "home").glob("index/g*/manifest.json"))
    manifest.write_text(re.sub(r'"reader":"\w+"', '"reader":"older"', manifest.read_text()))

    with pytest.raises(IndexOutdated, match="'aftalesvar update'"):
        Index(tmp_path / "home").search("takst", Filters())

    Updater(tmp_path / "home").update(folder)
    assert Index(tmp_path / "home").search("takst", Filters())


def test_damage_met_while_searching_is_repaired_by_the_next_update(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "notat.txt").write_text("Notat om takster\n\nTaksten er 5 kr.\n", "utf-8")
    home = tmp_path / "home"
    Updater(home).update(folder)
    for page in home.glob("index/g*/open/segments/*/payload_storage/page_*.dat"):
        page.write_bytes(bytes(page.stat().st_size))

    with pytest.raises(IndexDamaged):
        Index(home).search("takst", Filters())

    Updater(home).update(folder)
    assert Index(home).search("takst", Filters())
