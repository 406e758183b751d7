"""A file is handed out exactly as it was indexed, or not at all."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from index import EVERYTHING, OPEN_ONLY, Index, Updater
from service.archive.of_index import IndexArchive
from service.archive.records import Original

OPEN = "Notat om maden\n\nMaden laves af beboerne hver onsdag.\n"
CPR = "Notat om en borger\n\nBorgeren har cpr-nummer 010190-1235 og bor her.\n"
HIDDEN = "<html><body><p>Notat om maden.</p><p hidden>Lukket sag.</p></body></html>"


def noted(top: Path) -> Path:
    """A folder of notes, indexed in the home beside it."""
    made = top / "noter"
    (made / "æ ø").mkdir(parents=True)
    known = {"mad.txt": OPEN, "æ ø/mål 1.txt": f"{OPEN}Til alle.\n", "b.html": HIDDEN, "c.txt": CPR}
    for name, text in known.items():
        (made / name).write_text(text, encoding="utf-8")
    Updater(top / "hjem").update(made)
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return noted(tmp_path_factory.mktemp("lige"))


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    """A folder to be changed after it was indexed."""
    return noted(tmp_path)


def original(folder: Path, document_id: str, allowed=OPEN_ONLY) -> Original | None:
    with closing(Index(folder.parent / "hjem")) as index:
        return IndexArchive(index).original(document_id, allowed)


def test_a_file_is_given_byte_for_byte(folder):
    assert original(folder, "mad") == Original("mad.txt", "text/plain", OPEN.encode())


def test_a_file_in_a_folder_has_its_own_name(folder):
    assert original(folder, "ae-oe-maal-1").name == "mål 1.txt"


def test_the_file_of_a_meeting_inside_is_the_one_it_is_printed_in(archive, sample):
    found = archive.original("referat-2024-09-05.2024-06-13", OPEN_ONLY)

    assert found.data == (sample / "referat-2024-09-05.txt").read_bytes()


def test_a_file_with_a_closed_item_is_for_those_who_may_see_it(archive):
    assert archive.original("referat-2025-03-12", OPEN_ONLY) is None
    assert archive.original("referat-2025-03-12", EVERYTHING)
    assert not archive.detail("referat-2025-03-12", OPEN_ONLY).file


def test_what_was_not_read_of_a_file_may_be_closed(folder):
    assert original(folder, "b") is None
    assert original(folder, "b", EVERYTHING).data == HIDDEN.encode()


def test_a_page_is_never_called_a_page(folder):
    assert original(folder, "b", EVERYTHING).media_type == "application/octet-stream"


def test_a_file_that_was_changed_is_not_given(changing):
    (changing / "mad.txt").write_text(OPEN + "Nyt.\n", encoding="utf-8")

    assert original(changing, "mad") is None


def test_a_file_that_is_gone_is_not_given(changing):
    (changing / "mad.txt").unlink()

    assert original(changing, "mad") is None


def test_a_link_that_took_a_files_place_is_not_followed(changing):
    elsewhere = changing.parent / "mad.txt"
    os.rename(changing / "mad.txt", elsewhere)
    (changing / "mad.txt").symlink_to(elsewhere)

    assert original(changing, "mad") is None


def test_a_folder_that_became_a_link_is_not_followed(changing):
    elsewhere = changing.parent / "andet"
    os.rename(changing / "æ ø", elsewhere)
    (changing / "æ ø").symlink_to(elsewhere)

    assert original(changing, "ae-oe-maal-1") is None


@pytest.mark.parametrize("document_id", ["../hjem/collection/ledger", "/etc/passwd", "mad.txt", ""])
def test_a_path_is_no_document(folder, document_id):
    assert original(folder, document_id, EVERYTHING) is None


def test_a_file_that_is_held_back_is_given_to_nobody(folder):
    assert original(folder, "c", EVERYTHING) is None


def test_a_file_with_cpr_numbers_is_not_given_when_its_document_is_shown(changing):
    Updater(changing.parent / "hjem").release(["c.txt"])

    with closing(Index(changing.parent / "hjem")) as index:
        assert index.document("c")
    assert original(changing, "c", EVERYTHING) is None
