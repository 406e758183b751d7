"""Files built to harm, and broken ones: each ends with its reason, and the next file is read."""

import os
import random
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest import Document
from ingest.contained import Reader
from ingest.errors import IngestError, Unreadable
from tests.ingest import hostile_files as files

MB = 10**6
MORE = 50 * MB  # bytes of memory that this process may have taken after a file, and not given back
ORDINARY = "Referat\n\nStyregruppe Social\n\nDer er 14 pladser i Region Østfjorden.\n"
SECRET = "Borger A"

Case = tuple[Callable[[], bytes], str, str]
REFUSED: dict[str, Case] = {
    "a zip bomb.docx": (files.zip_bomb, "dangerous", "more than 200 times its size"),
    "a large document.docx": (files.many_paragraphs, "too_much_work", "1024 MiB of memory"),
    "zips in zips.docx": (files.nested_zips, "wrong_type", "this is a zip archive"),
    "a renamed zip.docx": (lambda: files.archive({"a.txt": "a"}), "wrong_type", "a zip archive"),
    "parts.docx": (files.ten_thousand_parts, "dangerous", "more than 10000 parts"),
    "a lying header.docx": (files.lying_header, "dangerous", "is larger than it says"),
    "billion laughs.docx": (files.billion_laughs, "dangerous", "beyond its limits"),
    "an entity.docx": (files.external_entity, "dangerous", "document type"),
    "a doctype.docx": (files.doctype, "dangerous", "document type"),
    "deep XML.docx": (files.deep_xml, "dangerous", "beyond its limits"),
    "cut short.docx": (files.cut_short, "damaged", "cut off or broken"),
    "protected.docx": (files.protected_word, "encrypted", "save it without one"),
    "empty.docx": (bytes, "damaged", "the file is empty"),
    "protected.pdf": (files.protected_pdf, "encrypted", "save a copy without one"),
    "cut short.pdf": (files.cut_pdf, "damaged", "breaks off before its end"),
    "pages in a circle.pdf": (
        files.pages_in_a_circle,
        "damaged",
        "none of its pages can be loaded",
    ),
    "pages.pdf": (files.many_pages, "too_large", "100000 pages; at most 5000"),
    "a text bomb.pdf": (files.text_bomb, "too_much_work", "1024 MiB of memory"),
    "an empty bomb.pdf": (files.bomb_of_spaces, "too_much_work", "1024 MiB of memory"),
    "deep objects.pdf": (files.deep_pdf, "damaged", "none of its pages can be loaded"),
    "a large picture.pdf": (files.large_picture, "no_text", "no page has text"),
    "drawings.pdf": (files.drawings_in_drawings, "too_much_work", "1024 MiB of memory"),
    "empty.pdf": (bytes, "damaged", "the file is empty"),
    "a picture.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "wrong_type", "a PNG picture"),
    "a page.pdf": (lambda: files.html("14"), "wrong_type", "this is a web page"),
    "elements.html": (files.elements_in_each_other, "too_much_work", "2,000 deep"),
    "merged cells.html": (files.merged_cells, "too_much_work", "merged cells"),
    "empty.html": (bytes, "no_text", "the page is empty"),
    "quotes.md": (lambda: b">" * 100_000 + b" a", "too_much_work", "too deep"),
    "large.txt": (lambda: bytes(30 * MB), "too_large", "30 MB; the limit"),
    "a program.txt": (lambda: random.Random(1).randbytes(99_999), "not_text", "this is no text"),
    "controls.txt": (lambda: b"14 \x00\x07 pladser\n" * 999, "not_text", "this is no text"),
}
READ: dict[str, Callable[[], bytes]] = {
    "ordinary.docx": files.word,
    "deep tables.docx": files.deep_tables,
    "a wide cell.docx": files.wide_cell,
    "styles in a circle.docx": files.styles_in_a_circle,
    "half characters.html": files.half_characters,
    "an entity.xhtml": files.web_entity,
    "a long line.txt": lambda: b"14" * (10 * MB),
    "a control character.txt": lambda: b"14 pladser\n" * 999 + b"\x00\x07",
}


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(1) as made:
        yield made


@pytest.fixture
def parsed(reader: Reader, tmp_path: Path) -> Iterator[Callable[[str, bytes], Document]]:
    """Reads a file; afterwards an ordinary one is still read, and the memory has been given back.

    The two readings are in one process, as at an update.
    """
    before = memory()

    def parse(name: str, data: bytes) -> Document:
        nonlocal before
        path = tmp_path / "file"
        path.write_bytes(data)
        del data
        before = memory()
        with path.open("rb") as handle:
            return reader.parse(handle, name)

    yield parse
    assert memory() < before + MORE
    assert parse("ordinary.txt", ORDINARY.encode()).text == ORDINARY


def memory() -> int:
    """What this process holds, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_says_why(
    name: str, parsed: Callable[[str, bytes], Document]
) -> None:
    build, code, why = REFUSED[name]

    with pytest.raises(IngestError) as caught:
        parsed(name, build())

    assert (caught.value.code, str(caught.value).startswith(f"{name}: ")) == (code, True)
    assert why in str(caught.value)


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_only_odd_is_read(
    name: str, parsed: Callable[[str, bytes], Document]
) -> None:
    document = parsed(name, READ[name]())

    assert "14" in document.text
    assert document.parts


@pytest.mark.parametrize(
    "odd", ["/sys/devices/system/cpu/online", "/proc/self/status"], ids=["shrinks", "grows"]
)
def test_a_file_that_changes_while_it_is_read_is_read_another_time(
    reader: Reader, odd: str
) -> None:
    """Such files of the kernel have another size than they say."""
    with Path(odd).open("rb") as handle, pytest.raises(Unreadable, match="it is read again"):
        reader.parse(handle, "referat.txt")


@pytest.fixture
def address() -> Iterator[tuple[str, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/a.txt", server


DRAWS_IN: dict[str, Callable[[str], bytes]] = {
    "entity.docx": files.external_entity,
    "entity.xhtml": files.web_entity,
    "picture.md": lambda address: f"14\n\n![a]({address})\n\n<img src='{address}'>".encode(),
    "fields.rtf": files.linked_rtf,
}


def outcome(parsed: Callable[[str, bytes], Document], name: str, data: bytes) -> str:
    """All that is told of a file."""
    try:
        return str(parsed(name, data))
    except IngestError as error:
        return str(error)


@pytest.mark.parametrize("name", DRAWS_IN)
def test_nothing_is_fetched_for_a_file(
    name: str,
    parsed: Callable[[str, bytes], Document],
    address: tuple[str, socket.socket],
) -> None:
    if name.endswith("rtf") and not shutil.which("soffice"):
        pytest.skip("no LibreOffice here")

    outcome(parsed, name, DRAWS_IN[name](address[0]))

    with pytest.raises(BlockingIOError):
        address[1].accept()


@pytest.mark.parametrize("name", DRAWS_IN)
def test_no_other_file_is_drawn_into_a_file(
    name: str, parsed: Callable[[str, bytes], Document], tmp_path: Path
) -> None:
    if name.endswith("rtf") and not shutil.which("soffice"):
        pytest.skip("no LibreOffice here")
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)

    told = outcome(parsed, name, DRAWS_IN[name](secret.as_uri()))

    assert SECRET not in told


def test_a_bomb_for_the_converter_is_refused(parsed: Callable[[str, bytes], Document]) -> None:
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice here")

    with pytest.raises(IngestError) as caught:
        parsed("groups.rtf", files.groups_in_each_other())

    assert caught.value.code in ("damaged", "too_much_work")
