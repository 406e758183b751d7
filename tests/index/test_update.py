"""The index follows its folder, and stays as it is where it cannot."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import (
    Filters,
    FolderUnreadable,
    Index,
    IndexBusy,
    NoDocuments,
    OtherFolder,
    Report,
    Updater,
)
from index.generation import STORED

GUIDE, MINUTES = "guide-midlertidigt-botilbud.txt", "referat-2021-05-20.txt"
HOLD = """
import fcntl, sys, time
lock = open(sys.argv[1], "w"); fcntl.flock(lock, fcntl.LOCK_EX); print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def updater(tmp_path: Path, folder: Path) -> Updater:
    """An updater of a home in which `folder` has been indexed."""
    made = Updater(tmp_path / "home")
    made.update(folder)
    return made


@pytest.fixture
def index(tmp_path: Path, updater: Updater) -> Iterator[Index]:
    with closing(Index(tmp_path / "home")) as opened:
        yield opened


def finds(index: Index, text: str) -> list[str]:
    return [hit.passage.ref.source for hit in index.search(text, Filters(), 1)]


def done(report: Report) -> dict[str, tuple[str, ...]]:
    """What a report says was done, without what it says of nothing."""
    names = ("added", "changed", "removed", "unchanged", "ignored")
    return {name: files for name in names if (files := getattr(report, name))}


def test_the_first_update_adds_everything(tmp_path: Path, folder: Path) -> None:
    report = Updater(tmp_path / "home").update(folder)

    assert done(report) == {"added": (GUIDE, MINUTES)}
    with closing(Index(tmp_path / "home")) as index:
        assert report.passages == index.facts().passages > 0


def test_nothing_changed_makes_no_new_generation(updater: Updater, folder: Path) -> None:
    report = updater.update(folder)

    assert (report.generation, done(report)) == ("g000001", {"unchanged": (GUIDE, MINUTES)})
    assert report.passages > 0


def test_a_new_file_is_added(updater: Updater, index: Index, folder: Path) -> None:
    (folder / "ny.txt").write_text("Kommunen køber en zeppeliner.")

    report = updater.update(folder)

    assert done(report) == {"added": ("ny.txt",), "unchanged": (GUIDE, MINUTES)}
    assert finds(index, "zeppeliner") == ["ny.txt"]


def test_a_changed_file_is_read_again(updater: Updater, index: Index, folder: Path) -> None:
    (folder / GUIDE).write_text("Kommunen køber en zeppeliner.")

    report = updater.update(folder)

    assert done(report) == {"changed": (GUIDE,), "unchanged": (MINUTES,)}
    assert finds(index, "zeppeliner") == [GUIDE]


def test_other_content_of_the_same_size_is_a_change(updater: Updater, folder: Path) -> None:
    text = (folder / GUIDE).read_text("utf-8")
    (folder / GUIDE).write_text(text.replace("a", "e"), "utf-8")

    assert done(updater.update(folder))["changed"] == (GUIDE,)


def test_a_touched_file_is_unchanged(updater: Updater, folder: Path) -> None:
    os.utime(folder / GUIDE, ns=(1, 1))

    report = updater.update(folder)

    assert (report.generation, done(report)) == ("g000001", {"unchanged": (GUIDE, MINUTES)})


def test_a_removed_file_is_found_no_more(updater: Updater, index: Index, folder: Path) -> None:
    (folder / GUIDE).unlink()

    report = updater.update(folder)

    assert done(report) == {"removed": (GUIDE,), "unchanged": (MINUTES,)}
    assert finds(index, "guide til midlertidigt botilbud") != [GUIDE]


def test_a_renamed_file_goes_and_comes(updater: Updater, folder: Path) -> None:
    (folder / GUIDE).rename(folder / "ny.txt")

    report = updater.update(folder)

    assert done(report) == {"added": ("ny.txt",), "removed": (GUIDE,), "unchanged": (MINUTES,)}


def test_subfolders_are_read_and_other_files_named(updater: Updater, folder: Path) -> None:
    below = folder / "2025" / "maj"
    below.mkdir(parents=True)
    (below / "Notat.TXT").write_text("Et notat.")
    for name in (".skjult.txt", "~$notat.txt", "billede.png"):
        (below / name).write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD.txt").write_text("x")

    report = updater.update(folder)

    assert (report.added, report.ignored) == (("2025/maj/Notat.TXT",), ("2025/maj/billede.png",))


def test_an_unreadable_file_is_reported_and_its_old_reading_kept(
    updater: Updater, index: Index, folder: Path
) -> None:
    before = finds(index, "midlertidigt botilbud")
    (folder / GUIDE).write_bytes(bytes(range(256)) * 8)
    (folder / "ny.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    report = updater.update(folder)

    assert [(f.file, f.kept) for f in report.failures] == [(GUIDE, True), ("ny.txt", False)]
    assert all(failure.message for failure in report.failures)
    assert finds(index, "midlertidigt botilbud") == before == [GUIDE]


def test_a_file_whose_name_is_no_text_is_reported(updater: Updater, folder: Path) -> None:
    for name in (b"\xff.txt", b"\xff.png"):
        (folder / os.fsdecode(name)).write_text("Nyt.")

    report = updater.update(folder)

    assert [(f.file, f.kept) for f in report.failures] == [("?.txt", False)]
    assert report.ignored == ("?.png",)


def test_a_file_that_can_be_read_again_is_read(updater: Updater, folder: Path) -> None:
    text = (folder / GUIDE).read_bytes()
    (folder / GUIDE).write_bytes(bytes(range(256)) * 8)
    updater.update(folder)

    (folder / GUIDE).write_bytes(text + b"\nNyt.\n")

    assert done(updater.update(folder))["changed"] == (GUIDE,)


def test_files_whose_names_give_one_id_have_two(
    updater: Updater, index: Index, folder: Path
) -> None:
    (folder / "b-c.txt").write_text("En zeppeliner.")
    updater.update(folder)
    (folder / "b c.txt").write_text("En zeppeliner.")

    updater.update(folder)

    hits = index.search("zeppeliner", Filters(), 2)
    assert {h.passage.ref.source: h.passage.ref.document for h in hits} == {
        "b-c.txt": "b-c",
        "b c.txt": "b-c-2",
    }


@pytest.mark.parametrize("content", [[], ["billede.png"]], ids=["empty", "other types"])
def test_a_folder_without_documents_leaves_the_old_index(
    updater: Updater, index: Index, folder: Path, content: list[str]
) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name in content:
        (folder / name).write_text("x")

    with pytest.raises(NoDocuments, match=r"\.txt"):
        updater.update(folder)

    assert finds(index, "midlertidigt botilbud") == [GUIDE]


def test_a_missing_folder_leaves_the_old_index(
    updater: Updater, index: Index, folder: Path
) -> None:
    shutil.rmtree(folder)

    with pytest.raises(FolderUnreadable, match="does not exist"):
        updater.update(folder)

    assert finds(index, "midlertidigt botilbud") == [GUIDE]


def test_a_file_is_no_folder(updater: Updater, folder: Path) -> None:
    with pytest.raises(FolderUnreadable, match="is not a folder"):
        updater.update(folder / GUIDE)


def test_another_folder_is_refused_unless_it_replaces(
    updater: Updater, index: Index, folder: Path
) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")
    (other / GUIDE).rename(other / "ny.txt")

    with pytest.raises(OtherFolder, match="--replace"):
        updater.update(other)
    report = updater.update(other, replace_folder=True)

    assert done(report) == {"added": ("ny.txt",), "removed": (GUIDE,), "unchanged": (MINUTES,)}
    assert finds(index, "midlertidigt botilbud") == ["ny.txt"]


def test_a_replacing_folder_of_the_same_content_is_the_indexs_from_then_on(
    updater: Updater, folder: Path
) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")

    updater.update(other, replace_folder=True)

    assert done(updater.update(other)) == {"unchanged": (GUIDE, MINUTES)}


def test_a_replacing_folders_files_are_compared_by_content(updater: Updater, folder: Path) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")
    times = (folder / GUIDE).stat()
    text = (folder / GUIDE).read_text("utf-8")
    (other / GUIDE).write_text(text.replace("a", "e"), "utf-8")
    os.utime(other / GUIDE, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert done(updater.update(other, replace_folder=True))["changed"] == (GUIDE,)


def test_only_changed_files_are_read(updater: Updater, folder: Path) -> None:
    """What is not read cannot be missed: only the new file is more than a directory entry."""
    times = (folder / GUIDE).stat()
    (folder / GUIDE).write_bytes(b"\0" * times.st_size)
    os.utime(folder / GUIDE, ns=(times.st_atime_ns, times.st_mtime_ns))
    (folder / "ny.txt").write_text("Nyt.")

    report = updater.update(folder)

    assert (report.added, report.failures) == (("ny.txt",), ())


def test_changed_code_reads_everything_again(
    updater: Updater, tmp_path: Path, folder: Path
) -> None:
    manifest = tmp_path / "home" / "index" / "g000001" / "manifest.json"
    made = STORED.validate_json(manifest.read_bytes())
    manifest.write_bytes(STORED.dump_json(replace(made, reader="older")))

    report = updater.update(folder)

    assert (report.generation, done(report)) == ("g000002", {"changed": (GUIDE, MINUTES)})


def test_an_update_waits_for_nobody(updater: Updater, tmp_path: Path, folder: Path) -> None:
    lock = tmp_path / "home" / "index" / "LOCK"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"

        with pytest.raises(IndexBusy, match="try again"):
            updater.update(folder)
        other.kill()

    assert updater.update(folder).generation == "g000001"


def test_nothing_is_left_of_building(updater: Updater, tmp_path: Path, folder: Path) -> None:
    building = tmp_path / "home" / "index" / "building"
    (building / "open").mkdir(parents=True)
    (building / "open" / "rest").write_text("of a killed update")
    (folder / "ny.txt").write_text("Nyt.")

    updater.update(folder)

    left = sorted(path.name for path in building.parent.iterdir())
    assert left == ["CURRENT", "LOCK", "g000001", "g000002"]


def test_progress_ends_at_its_total(tmp_path: Path, folder: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    report = Updater(tmp_path / "home", progress=lambda *step: seen.append(step)).update(folder)

    assert [step for step in seen if step[0] == "reading"][-1] == ("reading", 2, 2)
    assert seen[-1] == ("indexing", report.passages, report.passages)


def test_a_home_with_odd_characters_works(tmp_path: Path, folder: Path) -> None:
    home = tmp_path / "min mappe #1 ?x=%20 æøå"
    Updater(home).update(folder)

    with closing(Index(home)) as index:
        assert index.facts().documents == 2


def test_a_file_without_text_is_reported_and_its_old_text_is_kept(
    tmp_path: Path, folder: Path
) -> None:
    home = tmp_path / "home"
    Updater(home).update(folder)
    first = sorted(path.name for path in folder.glob("*.txt"))[0]
    (folder / first).write_text(" \n\n", "utf-8")

    report = Updater(home).update(folder)

    assert [(f.file, f.message, f.kept) for f in report.failures] == [
        (first, "there is no text in it", True)
    ]
    assert first in report.unchanged
