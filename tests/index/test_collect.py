"""Single files are read, put in quarantine, and tried again when there is reason to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import pytest

from index.collect import Look, Reading, settle
from index.ledger import Known
from index.parsed import Parsed
from ingest import Document
from ingest.errors import Damaged
from ingest.extract import Options
from ingest.sources.folder import FolderSource
from ingest.sources.source import Entry, Listing, Skipped

NAME = "notat.txt"


@dataclass
class Breaking:
    """Fails on every file, and counts them."""

    tries: int = 0

    def __call__(self, handle: BinaryIO, name: str) -> Document:
        self.tries += 1
        raise Damaged(f"{name}: it is broken")


@pytest.fixture
def source(tmp_path: Path) -> FolderSource:
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    (folder / NAME).write_text("Kommunen køber en zeppeliner.")
    return FolderSource(folder)


@pytest.fixture
def parsed(tmp_path: Path) -> Parsed:
    """Kept readings, among them an older one of the file."""
    (tmp_path / "parsed").mkdir()
    (tmp_path / "parsed" / "older").touch()
    return Parsed(tmp_path / "parsed", Options())


@pytest.fixture
def looks(
    source: FolderSource, parsed: Parsed, tmp_path: Path
) -> Callable[[Breaking, Known, bool], Known]:
    """One look at the file."""
    (entry,) = source.listed(tmp_path).entries

    def look(parse: Breaking, known: Known, retry: bool) -> Known:
        return Reading(parsed, parse, retry=retry).look(source, (NAME, entry), {NAME: known})

    return look


@pytest.mark.parametrize(("retry", "tries"), [(False, 1), (True, 2)])
def test_what_could_not_be_read_is_tried_again_when_asked_to(
    looks: Callable[[Breaking, Known, bool], Known], retry: bool, tries: int
) -> None:
    parse = Breaking()
    broken = looks(parse, Known(parsed="older"), False)

    again = looks(parse, broken, retry)

    assert (broken.code, broken.parsed) == (again.code, again.parsed) == ("damaged", "older")
    assert parse.tries == tries


def test_an_address_keeps_no_cpr_number(source: FolderSource, parsed: Parsed) -> None:
    number = "-".join(("010165", str(1234)))
    entry = Entry(NAME, Path(source.id, NAME), f"https://x.example/sag/{number}")

    known = Reading(parsed, Breaking()).look(source, (NAME, entry), {})

    assert known.address == "https://x.example/sag/xxxxxx-xxxx"


def test_a_document_whose_old_copy_is_listed_keeps_the_reading_it_has_now(
    source: FolderSource, tmp_path: Path
) -> None:
    failed = (Skipped(NAME, "busy", "it asks to wait"),)
    (entry,) = source.listed(tmp_path).entries
    old, new = Known(id="a", parsed="old"), Known(id="a", parsed="new", tried="new")
    look = Look(source, {NAME: old}, tmp_path, Listing((entry,), failed=failed), now={NAME: new})

    settle(look, confirm=False)

    assert look.now[NAME] == replace(new, code="busy", message="it asks to wait", tried="")
