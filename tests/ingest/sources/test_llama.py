"""LlamaIndex readers as a source: one that it brings along, and a small one of our own."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from ingest.sources.llama import LlamaSource
from ingest.sources.source import Listing, SourceError

SAMPLE = Path(__file__).parents[3] / "eval" / "sample" / "documents"
FOLDER = "llama_index.core:SimpleDirectoryReader"


class Given:
    """A reader that gives the documents it was made with: texts with metadata."""

    def __init__(self, documents: Sequence[tuple[str, dict[str, Any]]], api_key: str = "") -> None:
        self._documents = documents
        self._key = api_key

    def load_data(self, *, upper: bool = False) -> Iterable[Any]:
        from llama_index.core import Document

        if self._key == "forkert-noegle":
            raise PermissionError(f"401 for https://wiki.test/?key={self._key}")
        for text, metadata in self._documents:
            yield Document(text=text.upper() if upper else text, metadata=metadata)


class Numbers:
    """No LlamaIndex documents."""

    def load_data(self) -> list[int]:
        return [1, 2]


GIVEN = f"{__name__}:Given"


def listed(keep: Path, *documents: tuple[str, dict[str, Any]]) -> Listing:
    return LlamaSource(GIVEN, {"documents": documents}).listed(keep)


def texts(listing: Listing) -> dict[str, str]:
    return {entry.name: entry.path.read_bytes().decode() for entry in listing.entries}


def test_a_folder_is_read_by_the_reader_of_llamaindex(tmp_path: Path) -> None:
    source = LlamaSource(FOLDER, {"input_dir": str(SAMPLE)})

    listing = source.listed(tmp_path)

    originals = {path.name: path.read_text("utf-8") for path in SAMPLE.glob("*.txt")}
    assert texts(listing) == {**texts(listing), **originals}
    assert source.listed(tmp_path) == listing


def test_a_text_opens_as_its_bytes(tmp_path: Path) -> None:
    source = LlamaSource(GIVEN, {"documents": [("Mødet blev holdt.", {"file_name": "a.txt"})]})

    entry = source.listed(tmp_path).entries[0]

    with source.opened(entry) as file:
        assert file.read() == "Mødet blev holdt.".encode()


def test_pages_of_a_file_are_one_text_with_form_feeds(tmp_path: Path) -> None:
    pages = [(f"Side {n}", {"file_path": "/x/referat.pdf", "page_label": n}) for n in "124"]

    listing = listed(tmp_path, *((t, {**m, "file_name": "referat.pdf"}) for t, m in pages))

    assert texts(listing) == {"referat.pdf.txt": "Side 1\n\fSide 2\n\f\fSide 4"}


def test_parts_of_a_file_without_pages_are_paragraphs(tmp_path: Path) -> None:
    listing = listed(tmp_path, ("Først", {"id": "7", "title": "Vejledning"}), ("Så", {"id": "7"}))

    assert texts(listing) == {"Vejledning.txt": "Først\n\nSå"}


def test_files_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    listing = listed(
        tmp_path,
        ("Nord", {"file_path": "/nord/referat.docx", "file_name": "referat.docx"}),
        ("Syd", {"file_path": "/syd/referat.docx", "file_name": "referat.docx"}),
    )

    assert sorted(texts(listing).values()) == ["Nord", "Syd"]
    assert len(texts(listing)) == 2


@pytest.mark.parametrize(
    ("metadata", "address"),
    [
        ({"url": "https://wiki.test/Takster"}, "https://wiki.test/Takster"),
        ({"source": "http://wiki.test/a", "file_name": "a"}, "http://wiki.test/a"),
        ({"source": "/srv/a.pdf"}, None),
        ({"url": "javascript:alert(1)"}, None),
        ({"url": "https://wiki.test/\u202eexe"}, None),
    ],
)
def test_the_address_is_one_a_person_can_open(
    tmp_path: Path, metadata: dict[str, Any], address: str | None
) -> None:
    assert listed(tmp_path, ("Takster", metadata)).entries[0].address == address


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a\0b", ".", "..", "CON:\n"])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    entry = listed(tmp_path / "keep", ("Tekst", {"file_name": name})).entries[0]

    assert "/" not in entry.name
    assert not entry.name.startswith(".")
    assert entry.path.parent == tmp_path / "keep"
    assert entry.name.isprintable()


def test_a_document_without_any_name_is_called_the_same_each_time(tmp_path: Path) -> None:
    first = listed(tmp_path, ("Et notat uden navn", {}))

    assert listed(tmp_path, ("Et notat uden navn", {})) == first


def test_an_unchanged_text_is_not_written_again(tmp_path: Path) -> None:
    path = listed(tmp_path, ("Aftalen", {"id": "1"})).entries[0].path
    before = path.stat()

    listed(tmp_path, ("Aftalen", {"id": "1"}))

    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_changed_text_is_new_and_a_gone_one_is_removed(tmp_path: Path) -> None:
    listed(tmp_path, ("Udkast", {"id": "1"}), ("Notat", {"id": "2"}))

    listing = listed(tmp_path, ("Endelig", {"id": "1"}))

    assert texts(listing) == {"1.txt": "Endelig"}
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".json", ".txt"]


def test_a_document_without_text_is_told_and_not_gone(tmp_path: Path) -> None:
    listing = listed(tmp_path, (" \n", {"file_name": "scanning.pdf"}))

    assert listing.entries == ()
    assert [(one.name, one.code) for one in listing.failed] == [("scanning.pdf.txt", "no_text")]


def test_a_file_that_the_reader_leaves_out_is_not_gone_while_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "referat.pdf"
    file.write_bytes(b"%PDF")
    keep = tmp_path / "keep"
    listed(keep, ("Referat", {"file_path": str(file), "file_name": "referat.pdf"}))

    twice = [listed(keep).failed for _ in range(2)]
    file.unlink()

    assert [[one.name for one in failed] for failed in twice] == [["referat.pdf.txt"]] * 2
    assert listed(keep).failed == ()


def test_arguments_for_loading_are_handed_on(tmp_path: Path) -> None:
    source = LlamaSource(GIVEN, {"documents": [("aftale", {"id": "1"})]}, {"upper": True})

    assert texts(source.listed(tmp_path)) == {"1.txt": "AFTALE"}


@pytest.mark.parametrize(
    ("reader", "says"),
    [
        ("SimpleDirectoryReader", "write module:Class"),
        ("llama_index.core:", "write module:Class"),
        ("llama_index.readers.findes_ikke:Reader", "not installed"),
        ("llama_index.core:FindesIkke", "has no FindesIkke"),
        ("pathlib:Path", "no load_data"),
        (f"{__name__}:Numbers", "something else"),
        (FOLDER, "could not load"),
        (GIVEN, "could not load"),
    ],
)
def test_what_is_wrong_with_a_reader_is_said(tmp_path: Path, reader: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        LlamaSource(reader, {}).listed(tmp_path)


def test_the_error_of_a_reader_ends_in_one_full_stop(tmp_path: Path) -> None:
    source = LlamaSource(FOLDER, {"input_dir": str(tmp_path / "borte")})

    with pytest.raises(SourceError, match=r"does not exist\. Check its arguments"):
        source.listed(tmp_path)


def test_no_secret_is_in_an_error(tmp_path: Path) -> None:
    source = LlamaSource(GIVEN, {"documents": [], "api_key": "forkert-noegle"})

    with pytest.raises(SourceError, match="PermissionError") as caught:
        source.listed(tmp_path)

    assert "forkert-noegle" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_id_is_of_the_reader_and_its_arguments_but_of_no_secret() -> None:
    def id_of(**arguments: Any) -> str:
        return LlamaSource(FOLDER, arguments).id

    assert id_of(input_dir="/a", b={"token": "1"}) == id_of(b={"token": "2"}, input_dir="/a")
    assert id_of(input_dir="/a") != id_of(input_dir="/b")
    assert id_of(password="Sommer2025") == id_of(password="Vinter2025")


def test_llamaindex_is_imported_only_when_a_source_is_listed() -> None:
    program = (
        "import sys; from ingest.sources.llama import LlamaSource; "
        f"LlamaSource('{FOLDER}', {{}}).id; sys.exit('llama_index' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
