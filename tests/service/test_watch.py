"""While the service runs, the index follows its sources."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from index import Filters, Index, Updater
from service.sources import watched
from service.watch import following, update

PATIENCE = 90  # seconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dokumenter"
    made.mkdir()
    (made / "notat.txt").write_text("Kommunen køber en zeppeliner.")
    Updater(tmp_path / "home").update(made)
    return made


def found_in_time(home: Path, text: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    with closing(Index(home)) as index:
        while time.monotonic() < deadline:
            if any(text in hit.passage.text for hit in index.search(text, Filters(), 5)):
                return True
            time.sleep(0.2)
    return False


def test_a_new_file_is_found_while_the_service_runs(tmp_path: Path, folder: Path) -> None:
    home = tmp_path / "home"
    with following(home, watched(home), minutes=60):
        time.sleep(1)
        (folder / "ny.txt").write_text("Regionen køber en luftballon.")

        assert found_in_time(home, "luftballon")


def test_what_could_not_be_read_is_in_the_log(
    tmp_path: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "falsk.txt").write_bytes(b"PK\x03\x04" + bytes(200))

    update(tmp_path / "home", threading.Event())

    assert "could not read falsk.txt" in caplog.text


def test_what_changed_before_the_service_ran_is_found(tmp_path: Path, folder: Path) -> None:
    home = tmp_path / "home"
    (folder / "ny.txt").write_text("Regionen køber en luftballon.")

    with following(home, watched(home), minutes=60):
        assert found_in_time(home, "luftballon")


def test_sources_that_tell_nothing_are_looked_at_from_time_to_time(
    tmp_path: Path, folder: Path
) -> None:
    home = tmp_path / "home"
    with following(home, [], minutes=1 / 60):
        (folder / "ny.txt").write_text("Regionen køber en luftballon.")

        assert found_in_time(home, "luftballon")


def test_what_an_update_writes_is_no_change(tmp_path: Path, folder: Path) -> None:
    home = folder / "hjem"
    Updater(home).update(folder)
    (folder / "ny.txt").write_text("Regionen køber en luftballon.")
    ledger = home / "collection" / "ledger.json"

    with following(home, watched(home), minutes=60):
        assert found_in_time(home, "luftballon")
        time.sleep(3)
        before = ledger.stat().st_mtime_ns
        time.sleep(5)

        assert ledger.stat().st_mtime_ns == before


def test_following_ends_with_the_service(tmp_path: Path, folder: Path) -> None:
    home = tmp_path / "home"
    with following(home, watched(home), minutes=60):
        pass
    before = (home / "index" / "CURRENT").read_text("ascii")
    (folder / "ny.txt").write_text("Regionen køber en luftballon.")
    time.sleep(4)

    assert (home / "index" / "CURRENT").read_text("ascii") == before
