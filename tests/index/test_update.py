"""The index follows its folder, and stays as it is where it cannot."""

import hashlib
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import (
    Failure,
    Filters,
    Index,
    IndexBusy,
    NoDocuments,
    OtherSource,
    Renamed,
    Report,
    SourceUnreadable,
    UnknownFile,
    Updater,
)
from index.census import findings
from index.errors import ReadingDamaged
from index.generation import STORED
from ingest.extract import Options
from ingest.stored import packed, unpacked

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


@pytest.fixture
def cpr() -> str:
    """A number that looks like a CPR number, made here so that none stands in the code."""
    return "-".join(("010165", str(1234)))


def zlib_opened(data: bytes) -> bytes:
    """What is in a file, unpacked where it is packed."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


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


def test_a_renamed_file_keeps_its_id(updater: Updater, index: Index, folder: Path) -> None:
    (folder / "2025").mkdir()
    (folder / GUIDE).rename(folder / "2025" / "ny.txt")

    report = updater.update(folder)

    assert done(report) == {"unchanged": (MINUTES,)}
    assert report.moved == (Renamed("2025/ny.txt", GUIDE),)
    found = index.search("midlertidigt botilbud", Filters(), 1)[0].passage.ref
    assert (found.document, found.source) == ("guide-midlertidigt-botilbud", "2025/ny.txt")


def test_subfolders_are_read_and_other_files_named(updater: Updater, folder: Path) -> None:
    below = folder / "2025" / "maj"
    below.mkdir(parents=True)
    (below / "Notat.TXT").write_text("Et notat.")
    for name in (".skjult.txt", "~$notat.txt", "billede.png"):
        (below / name).write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD.txt").write_text("x")

    report = updater.update(folder)

    assert report.added == ("2025/maj/Notat.TXT",)
    assert [(one.file, one.code) for one in report.ignored] == [
        ("2025/maj/billede.png", "unknown_type")
    ]


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

    assert [(one.file, one.code) for one in report.ignored] == [
        ("\N{REPLACEMENT CHARACTER}.png", "bad_name"),
        ("\N{REPLACEMENT CHARACTER}.txt", "bad_name"),
    ]


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
    (folder / "b c.txt").write_text("Den anden zeppeliner.")

    updater.update(folder)

    hits = index.search("zeppeliner", Filters(), 2)
    assert {h.passage.ref.source: h.passage.ref.document for h in hits} == {
        "b-c.txt": "b-c",
        "b c.txt": "b-c-2",
    }


@pytest.mark.parametrize("content", [[], ["billede.png"]], ids=["empty", "other types"])
def test_a_folder_without_documents_is_nothing_to_index(tmp_path: Path, content: list[str]) -> None:
    for name in content:
        (tmp_path / name).write_text("x")

    with pytest.raises(NoDocuments, match=r"\.txt"):
        Updater(tmp_path / ".home").update(tmp_path)


def test_a_missing_folder_leaves_the_old_index(
    updater: Updater, index: Index, folder: Path
) -> None:
    shutil.rmtree(folder)

    with pytest.raises(SourceUnreadable, match="does not exist"):
        updater.update(folder)

    assert finds(index, "midlertidigt botilbud") == [GUIDE]


def test_a_file_is_no_folder(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(SourceUnreadable, match="is not a folder"):
        Updater(tmp_path / "home").update(folder / GUIDE)


def test_another_folder_is_refused_unless_it_replaces(
    updater: Updater, index: Index, folder: Path
) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")
    (other / GUIDE).rename(other / "ny.txt")

    with pytest.raises(OtherSource, match="--replace"):
        updater.update(other)
    report = updater.update(other, replace_sources=True)

    assert (report.moved, done(report)) == ((Renamed("ny.txt", GUIDE),), {"unchanged": (MINUTES,)})
    assert finds(index, "midlertidigt botilbud") == ["ny.txt"]


def test_a_replacing_folder_of_the_same_content_is_the_indexs_from_then_on(
    updater: Updater, folder: Path
) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")

    updater.update(other, replace_sources=True)

    assert done(updater.update(other)) == {"unchanged": (GUIDE, MINUTES)}


def test_a_replacing_folders_files_are_compared_by_content(updater: Updater, folder: Path) -> None:
    other = shutil.copytree(folder, folder.parent / "andre")
    times = (folder / GUIDE).stat()
    text = (folder / GUIDE).read_text("utf-8")
    (other / GUIDE).write_text(text.replace("a", "e"), "utf-8")
    os.utime(other / GUIDE, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert done(updater.update(other, replace_sources=True))["changed"] == (GUIDE,)


def test_other_content_with_the_same_size_and_time_is_a_change(
    updater: Updater, folder: Path
) -> None:
    times = (folder / GUIDE).stat()
    text = (folder / GUIDE).read_text("utf-8")
    (folder / GUIDE).write_text(text.replace("a", "e"), "utf-8")
    os.utime(folder / GUIDE, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert done(updater.update(folder))["changed"] == (GUIDE,)


def test_what_has_been_read_is_not_read_again(
    updater: Updater, tmp_path: Path, folder: Path
) -> None:
    """Readings are kept by content: what is put in their place is what comes back."""
    parsed = tmp_path / "home" / "collection" / "parsed"
    for path in parsed.iterdir():
        document = unpacked(path.read_bytes())
        path.write_bytes(packed(replace(document, title="Læst før")))
    (folder / "ny.txt").write_text("Nyt.")

    updater.update(folder)

    with closing(Index(tmp_path / "home")) as index:
        hits = index.search("midlertidigt botilbud", Filters(), 1)
    assert hits[0].passage.ref.title == "Læst før"


def test_changed_analysis_needs_no_reading(updater: Updater, tmp_path: Path, folder: Path) -> None:
    manifest = tmp_path / "home" / "index" / "g000001" / "manifest.json"
    made = STORED.validate_json(manifest.read_bytes())
    manifest.write_bytes(STORED.dump_json(replace(made, reader="older")))

    report = updater.update(folder)

    assert (report.generation, done(report)) == ("g000002", {"unchanged": (GUIDE, MINUTES)})


def test_changed_readers_read_everything_again_and_call_no_file_changed(
    tmp_path: Path, folder: Path
) -> None:
    kept = tmp_path / "home" / "collection" / "parsed"
    Updater(tmp_path / "home").update(folder)
    before = {path.name for path in kept.iterdir()}

    report = Updater(tmp_path / "home", options=Options(ocr="dan")).update(folder)

    assert before.isdisjoint(path.name for path in kept.iterdir())
    assert done(report) == {"unchanged": (GUIDE, MINUTES)}


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
    (folder / GUIDE).write_text(" \n\n", "utf-8")

    report = Updater(home).update(folder)

    assert report.failures == (Failure(GUIDE, "no_text", "there is no text in it", kept=True),)
    assert GUIDE in report.unchanged


def test_one_document_under_two_names_is_one(updater: Updater, index: Index, folder: Path) -> None:
    shutil.copyfile(folder / GUIDE, folder / "kopi.txt")

    report = updater.update(folder)

    assert report.duplicates == (Renamed("kopi.txt", GUIDE),)
    assert report.documents == 2
    assert index.facts().documents == 2
    document = index.document("guide-midlertidigt-botilbud")
    assert document
    assert (document.source, document.also) == (GUIDE, ("kopi.txt",))


def test_a_document_lives_as_long_as_one_of_its_names(
    updater: Updater, index: Index, folder: Path
) -> None:
    shutil.copyfile(folder / GUIDE, folder / "kopi.txt")
    updater.update(folder)
    (folder / GUIDE).unlink()

    report = updater.update(folder)

    assert (report.removed, report.duplicates) == ((GUIDE,), ())
    assert finds(index, "midlertidigt botilbud") == ["kopi.txt"]
    assert index.document("guide-midlertidigt-botilbud")


def test_a_copy_that_changes_becomes_a_document_of_its_own(
    updater: Updater, index: Index, folder: Path
) -> None:
    shutil.copyfile(folder / GUIDE, folder / "a-kopi.txt")
    updater.update(folder)
    (folder / "a-kopi.txt").write_text("Kommunen køber en zeppeliner.")

    updater.update(folder)

    assert finds(index, "zeppeliner") == ["a-kopi.txt"]
    assert finds(index, "midlertidigt botilbud") == [GUIDE]
    guide = index.document("guide-midlertidigt-botilbud")
    assert guide
    assert guide.source == GUIDE


def test_a_folder_that_is_suddenly_empty_removes_nothing(
    updater: Updater, index: Index, folder: Path
) -> None:
    shutil.rmtree(folder)
    folder.mkdir()

    report = updater.update(folder)

    assert (report.withheld, report.removed, report.whole) == ((GUIDE, MINUTES), (), False)
    assert finds(index, "midlertidigt botilbud") == [GUIDE]


def test_files_that_vanished_together_go_when_it_is_confirmed(
    updater: Updater, index: Index, folder: Path
) -> None:
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"Notat {number} om en zeppeliner.")
    updater.update(folder)
    for number in range(5):
        (folder / f"{number}.txt").unlink()
    gone = tuple(f"{number}.txt" for number in range(5))

    withheld = updater.update(folder)
    again = updater.update(folder)
    confirmed = updater.update(folder, confirm=True)

    assert withheld.withheld == again.withheld == gone
    assert withheld.documents == again.documents == 12
    assert (confirmed.removed, confirmed.withheld, confirmed.documents) == (gone, (), 7)
    hits = index.search("zeppeliner", Filters(), 20)
    assert not {hit.passage.ref.source for hit in hits} & set(gone)


def test_a_vanished_file_that_comes_back_was_never_gone(
    updater: Updater, index: Index, folder: Path
) -> None:
    away = folder.rename(folder.with_name("væk"))
    folder.mkdir()
    updater.update(folder)
    folder.rmdir()
    away.rename(folder)

    report = updater.update(folder)

    assert (report.generation, done(report)) == ("g000001", {"unchanged": (GUIDE, MINUTES)})


def test_the_last_document_can_go(updater: Updater, index: Index, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()

    report = updater.update(folder, confirm=True)

    assert (report.removed, report.passages) == ((GUIDE, MINUTES), 0)
    assert index.search("midlertidigt botilbud", Filters(), 5) == []


def test_several_folders_are_one_collection(updater: Updater, index: Index, folder: Path) -> None:
    other = folder.parent / "andre"
    other.mkdir()
    (other / "ny.txt").write_text("Kommunen køber en zeppeliner.")

    report = updater.update(folder, other)

    assert done(report) == {"added": ("ny.txt",), "unchanged": (GUIDE, MINUTES)}
    assert finds(index, "zeppeliner") == ["ny.txt"]


def test_a_source_that_cannot_be_listed_keeps_what_is_known_of_it(
    updater: Updater, index: Index, folder: Path
) -> None:
    other = folder.parent / "andre"
    other.mkdir()
    (other / "ny.txt").write_text("Kommunen køber en zeppeliner.")
    updater.update(folder, other)
    shutil.rmtree(other)
    (folder / GUIDE).unlink()

    report = updater.update(folder, other)

    assert [failure.file for failure in report.unreached] == [str(other)]
    assert (report.removed, report.whole) == ((GUIDE,), False)
    assert finds(index, "zeppeliner") == ["ny.txt"]


def test_a_document_with_cpr_numbers_waits_for_its_release(
    updater: Updater, index: Index, folder: Path, cpr: str
) -> None:
    (folder / "sag.txt").write_text(f"Zeppelineren ejes af borgeren med CPR-nr. {cpr}.")

    held = updater.update(folder)
    before = index.search("zeppeliner", Filters(), 5)
    updater.release(["sag.txt"])

    assert held.held == ("sag.txt",)
    assert not [hit for hit in before if "eppelin" in hit.passage.text]
    found = index.search("zeppeliner", Filters(), 1)[0].passage.text
    assert found == "Zeppelineren ejes af borgeren med CPR-nr. xxxxxx-xxxx."
    assert updater.update(folder).held == ()


def test_a_document_with_a_cpr_number_in_its_name_waits_for_its_release(
    updater: Updater, index: Index, tmp_path: Path, folder: Path, cpr: str
) -> None:
    (folder / f"sag {cpr}.txt").write_text("Zeppelineren ejes af borgeren.")

    (name,) = updater.update(folder).held
    before = index.search("zeppeliner", Filters(), 5)
    told = [(file, finding.what) for file, finding in findings(tmp_path / "home")]
    released = updater.release([name]).released

    assert name.startswith("sag xxxxxx-xxxx")
    assert not [hit for hit in before if "eppelin" in hit.passage.text]
    assert (name, "CPR number in the file's name") in told
    assert released == (name,)
    assert finds(index, "zeppeliner") == [name]


def test_held_files_of_one_name_in_two_folders_are_told_apart(
    updater: Updater, index: Index, tmp_path: Path, folder: Path, cpr: str
) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    (folder / "sag.txt").write_text(f"Zeppelineren ejes af borgeren med CPR-nr. {cpr}.")
    (other / "sag.txt").write_text(f"Ballonen ejes af borgeren med CPR-nr. {cpr}.")

    held = updater.update(folder, other).held
    with pytest.raises(UnknownFile, match=f"{other}/sag.txt"):
        updater.release(["sag.txt"])
    left = updater.release([f"{folder}/sag.txt"]).held

    assert held == (f"{folder}/sag.txt", f"{other}/sag.txt")
    assert left == (f"{other}/sag.txt",)


def test_files_of_one_name_in_two_folders_keep_their_ids(
    updater: Updater, index: Index, tmp_path: Path, folder: Path
) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    (folder / "sag.txt").write_text("Zeppelineren ejes af kommunen.")
    (other / "sag.txt").write_text("Ballonen ejes af regionen.")
    updater.update(folder, other)
    before = index.search("zeppeliner", Filters(), 1)[0].passage.ref.document
    (folder / "sag.md").write_text("Færgen ejes af staten.")

    updater.update(folder, other)

    assert index.search("zeppeliner", Filters(), 1)[0].passage.ref.document == before


def test_what_cannot_be_kept_is_not_the_fault_of_the_file(
    updater: Updater, tmp_path: Path, folder: Path
) -> None:
    kept = tmp_path / "home" / "collection" / "parsed"
    version = next(kept.iterdir()).suffix
    (folder / "ny.txt").write_text("Kommunen køber en zeppeliner.")
    content = hashlib.sha256((folder / "ny.txt").read_bytes()).hexdigest()
    (kept / f"{content}.txt{version}.new").mkdir()

    with pytest.raises(OSError, match=content):
        updater.update(folder)


def test_other_content_under_a_released_name_waits_again(
    updater: Updater, folder: Path, cpr: str
) -> None:
    (folder / "sag.txt").write_text(f"Zeppelineren ejes af borgeren med CPR-nr. {cpr}.")
    updater.update(folder)
    updater.release(["sag.txt"])
    (folder / "sag.txt").write_text(f"Ballonen ejes af borgeren med CPR-nr. {cpr}.")

    assert updater.update(folder).held == ("sag.txt",)


def test_only_what_is_held_can_be_released(updater: Updater) -> None:
    with pytest.raises(UnknownFile, match="nothing is held back"):
        updater.release([GUIDE])


def test_no_file_of_the_home_holds_the_cpr_number(
    updater: Updater, tmp_path: Path, folder: Path, cpr: str
) -> None:
    (folder / f"sag {cpr}.txt").write_text(f"Borger {cpr}, {cpr.replace('-', '')}.")
    updater.update(folder)
    updater.release([], every=True)

    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    held = [zlib_opened(path.read_bytes()) for path in files]
    names = "".join(str(path) for path in files).encode()

    spellings = (cpr.encode(), cpr.replace("-", "").encode())
    assert not any(spelling in data for data in (*held, names) for spelling in spellings)


def test_quarantine_lasts_until_the_file_changes(updater: Updater, folder: Path) -> None:
    (folder / "ny.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    first = updater.update(folder)
    again = updater.update(folder)
    (folder / "ny.txt").write_text("Nu er det tekst.")
    mended = updater.update(folder)

    assert [f.code for f in first.failures] == [f.code for f in again.failures] == ["wrong_type"]
    assert (mended.failures, mended.added) == ((), ("ny.txt",))


def test_a_damaged_reading_is_made_again(updater: Updater, tmp_path: Path, folder: Path) -> None:
    parsed = tmp_path / "home" / "collection" / "parsed"
    for path in parsed.iterdir():
        path.write_bytes(b"x")
    (folder / "ny.txt").write_text("Nyt.")

    with pytest.raises(ReadingDamaged, match=f"{GUIDE}, {MINUTES}.*run the command again"):
        updater.update(folder)

    assert updater.update(folder).documents == 3


def test_documents_that_are_all_held_back_can_be_released(
    tmp_path: Path, folder: Path, cpr: str
) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / "sag.txt").write_text(f"Zeppelineren ejes af borgeren med CPR-nr. {cpr}.")
    updater = Updater(tmp_path / "home")

    with pytest.raises(NoDocuments, match="aftalesvar release"):
        updater.update(folder)

    assert updater.release(["sag.txt"]).documents == 1


def test_files_that_all_fail_are_not_called_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    with pytest.raises(NoDocuments, match="none of the 1 files could be read: this is a PNG"):
        Updater(tmp_path / ".home").update(tmp_path)


def test_a_home_inside_the_folder_is_no_part_of_it(folder: Path) -> None:
    updater = Updater(folder / "hjem")
    updater.update(folder)
    copies = folder / "hjem" / "collection" / "sources" / "0"
    copies.mkdir(parents=True)
    (copies / "kopi.txt").write_text("Kommunen køber en zeppeliner.")

    report = updater.update(folder)

    assert (report.documents, report.ignored) == (2, ())
