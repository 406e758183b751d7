"""RTF, ODT and DOC files are converted by LibreOffice and keep structure and changes."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from time import sleep

import pytest

from ingest.errors import (
    Damaged,
    Dangerous,
    Encrypted,
    IngestError,
    TooMuchWork,
    UnknownFileType,
    WrongType,
)
from ingest.extract import Extract, Options
from ingest.readers import office

ROOT = Path(__file__).parents[3]
SOFFICE = which("soffice") or which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b\fs32 heading 1;}}{\*\revtbl{Unknown;}{Mette;}}
\pard\plain\s1\outlinelevel0\b\fs32 Socialaftale for Region \'d8stfjorden\par
\pard\plain\s0 Taksten er {\strike 100 kr.} {\revised\revauth1\revdttm0 200 kr.} pr. d\'f8gn.\par
\trowd\cellx3000\cellx6000\pard\intbl Tilbud\cell Takst\cell\row
\trowd\cellx3000\cellx6000\pard\intbl Fjordhuset\cell 1.234\cell\row
\pard\plain Aftalen g\'e6lder fra 1. januar.\par}"""

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = f"""xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0"
    xmlns:table="{URN}:table:1.0" xmlns:draw="{URN}:drawing:1.0"
    xmlns:svg="{URN}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xlink="http://www.w3.org/1999/xlink" """
CHANGED = """<office:change-info><dc:creator>Mette</dc:creator>
    <dc:date>2025-01-02T10:00:00</dc:date></office:change-info>"""
TRACKED = f"""<text:tracked-changes>
    <text:changed-region text:id="c1"><text:deletion>{CHANGED}<text:p>100 kr.</text:p>
    </text:deletion></text:changed-region>
    <text:changed-region text:id="c2"><text:insertion>{CHANGED}</text:insertion>
    </text:changed-region></text:tracked-changes>
    <text:h text:outline-level="1">Styringsaftale</text:h>
    <text:p>Taksten er <text:change text:change-id="c1"/><text:s/><text:change-start
    text:change-id="c2"/>200 kr.<text:change-end text:change-id="c2"/> om dagen.</text:p>
    <table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
    <table:table-row><table:table-cell><text:p>Fjordhuset</text:p></table:table-cell>
    <table:table-cell><text:p>1.234</text:p></table:table-cell></table:table-row></table:table>"""
MIMETYPE = "application/vnd.oasis.opendocument.text"


def _odt(body: str, encryption: str = "", **parts: bytes) -> bytes:
    """An OpenDocument text with this body; `parts` are further files in it."""
    manifest = f"""<manifest:manifest xmlns:manifest="{URN}:manifest:1.0">
        <manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">
        {encryption}</manifest:file-entry></manifest:manifest>"""
    content = f"""<?xml version="1.0"?><office:document-content {NAMESPACES} office:version="1.2">
        <office:body><office:text>{body}</office:text></office:body></office:document-content>"""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def _doc(folder: Path) -> bytes:
    """The RTF as Word 97-2003 has it, by LibreOffice itself."""
    (folder / "aftale.rtf").write_bytes(RTF)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "doc:MS Word 97", "--outdir", str(folder / "out")]
    command = [str(SOFFICE), "--headless", profile, *target, str(folder / "aftale.rtf")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return (folder / "out" / "aftale.doc").read_bytes()


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _doc(tmp_path_factory.mktemp("doc"))


def _read(data: bytes, name: str) -> Extract:
    return office.extract(data, name, Options())


def _texts(extract: Extract) -> list[str]:
    return [line.text for line in extract.lines if not line.blank]


AGREEMENT = [
    "Socialaftale for Region Østfjorden",
    "Taksten er ~~100 kr.~~ {++200 kr.++} pr. døgn.",
    "Tilbud\tTakst",
    "Fjordhuset\t1.234",
    "Aftalen gælder fra 1. januar.",
]


@needs_libreoffice
def test_an_rtf_keeps_heading_changes_and_table() -> None:
    extract = _read(RTF, "aftale.rtf")

    assert _texts(extract) == AGREEMENT
    assert extract.lines[0].level == 1


@needs_libreoffice
def test_a_doc_keeps_heading_changes_and_table(doc: bytes) -> None:
    extract = _read(doc, "aftale.doc")

    assert _texts(extract) == AGREEMENT
    assert extract.lines[0].level == 1


@needs_libreoffice
def test_an_odt_keeps_heading_tracked_changes_and_table() -> None:
    extract = _read(_odt(TRACKED), "aftale.odt")

    assert _texts(extract) == [
        "Styringsaftale",
        "Taksten er ~~100 kr.~~ {++200 kr.++} om dagen.",
        "Fjordhuset\t1.234",
    ]
    assert extract.lines[0].level == 1


@needs_libreoffice
def test_lines_stand_where_they_say() -> None:
    extract = _read(RTF, "aftale.rtf")

    assert all(extract.text.startswith(line.text, line.start) for line in extract.lines)


class _Counting(BaseHTTPRequestHandler):
    """Counts who comes for a picture."""

    def do_GET(self) -> None:
        self.server.visits.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        return


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), _Counting) as server:
        server.visits = []  # type: ignore[attr-defined]
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@needs_libreoffice
def test_nothing_that_a_document_names_is_fetched(server: HTTPServer, tmp_path: Path) -> None:
    (tmp_path / "anden.txt").write_text("En anden fil", encoding="utf-8")
    at = f"http://127.0.0.1:{server.server_port}"
    body = f"""<text:p>Start</text:p><text:p><draw:frame svg:width="2cm" svg:height="2cm">
        <draw:image xlink:href="{at}/billede.png"/></draw:frame></text:p>
        <text:section text:name="A"><text:section-source xlink:href="{at}/a.odt"/>
        <text:p>Egen tekst</text:p></text:section>
        <text:section text:name="B"><text:section-source text:filter-name="Text"
        xlink:href="{(tmp_path / "anden.txt").as_uri()}"/><text:p>Mere</text:p></text:section>"""

    extract = _read(_odt(body), "notat.odt")

    assert server.visits == []  # type: ignore[attr-defined]
    assert _texts(extract) == ["Start", "Egen tekst", "Mere"]


@needs_libreoffice
def test_a_reader_short_of_addresses_still_lets_libreoffice_have_its_own() -> None:
    code = """if True:
        import resource, sys
        from ingest.extract import Options
        from ingest.readers import office
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (2**30, hard))
        print(len(office.extract(sys.stdin.buffer.read(), "a.rtf", Options()).lines))"""

    done = _python(code, os.environ["PATH"])

    assert int(done.stdout) >= len(AGREEMENT), done.stderr.decode()


def test_without_libreoffice_the_message_says_what_to_install() -> None:
    code = """if True:
        import sys
        from ingest.errors import ConverterMissing
        from ingest.extract import Options
        from ingest.readers import office
        try:
            office.extract(sys.stdin.buffer.read(), "aftale.rtf", Options())
        except ConverterMissing as error:
            print(error)"""

    done = _python(code, "")

    assert b"aftale.rtf: RTF files need LibreOffice Writer" in done.stdout, done.stderr.decode()
    assert b"apt-get install libreoffice-writer" in done.stdout


def _python(code: str, path: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PATH": path}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, input=RTF, capture_output=True, cwd=ROOT, env=environment, timeout=90
    )


@pytest.mark.parametrize("name", ["a.rtf", "a.odt", "a.doc"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<html>x", b"Bare tekst"])
def test_a_renamed_file_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(WrongType, match=name):
        _read(data, name)


def test_another_suffix_is_none_of_these() -> None:
    with pytest.raises(UnknownFileType, match=r"a\.pages"):
        _read(RTF, "a.pages")


def test_an_archive_that_is_no_opendocument_text_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")

    with pytest.raises(WrongType, match="no OpenDocument text"):
        _read(made.getvalue(), "ark.odt")


def test_an_odt_with_a_password_is_refused_as_such() -> None:
    data = _odt("", encryption="<manifest:encryption-data/>")

    with pytest.raises(Encrypted, match="password"):
        _read(data, "lukket.odt")


@needs_libreoffice
def test_a_doc_with_a_password_is_refused_as_such(doc: bytes) -> None:
    header = doc.index(b"\xec\xa5")
    locked = doc[: header + 11] + bytes([doc[header + 11] | 1]) + doc[header + 12 :]

    with pytest.raises(Encrypted, match="password"):
        _read(locked, "lukket.doc")


def test_an_old_office_file_that_is_not_words_is_refused() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "Workbook".encode("utf-16-le")

    with pytest.raises(WrongType, match="not of Word"):
        _read(data, "ark.doc")


def test_an_odt_that_unpacks_to_many_times_its_size_is_refused() -> None:
    with pytest.raises(Dangerous, match="times its size"):
        _read(_odt("<text:p>a</text:p>", **{"Pictures/a": bytes(5 * 10**6)}), "bombe.odt")


def test_an_odt_of_very_many_parts_is_refused() -> None:
    parts = {f"p{number}": b"" for number in range(10_001)}

    with pytest.raises(Dangerous, match="parts"):
        _read(_odt("", **parts), "bombe.odt")


def test_an_odt_that_declares_entities_is_refused() -> None:
    styles = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'

    with pytest.raises(Dangerous, match="entities"):
        _read(_odt("", **{"styles.xml": styles}), "fremmed.odt")


def test_an_odt_cut_in_two_is_damaged() -> None:
    data = _odt(TRACKED)

    with pytest.raises(Damaged, match=r"cut\.odt"):
        _read(data[: len(data) // 2], "cut.odt")


@needs_libreoffice
def test_what_libreoffice_cannot_read_is_damaged() -> None:
    with pytest.raises(Damaged, match=r"brudt\.odt"):
        _read(_odt("<text:p>x<brudt"), "brudt.odt")


@needs_libreoffice
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_broken_doc_is_read_or_refused_with_a_reason(doc: bytes, share: float) -> None:
    place = int(len(doc) * share)
    broken = doc[:place] + bytes(64) + doc[place + 64 :]

    try:
        found = len(_read(broken, "brudt.doc").lines)
    except IngestError as error:
        found = len(str(error))

    assert found


@needs_libreoffice
def test_no_file_is_left_behind(tmp_path: Path) -> None:
    code = f"""if True:
        import sys, tempfile
        tempfile.tempdir = {str(tmp_path)!r}
        from ingest.extract import Options
        from ingest.readers import office
        office.extract(sys.stdin.buffer.read(), "a.rtf", Options())"""

    done = _python(code, os.environ["PATH"])

    assert done.returncode == 0, done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_converter_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    hanging = ["sh", "-c", "sleep 120 & echo $! > started; wait"]

    with pytest.raises(TooMuchWork, match=r"a\.rtf: LibreOffice did not convert it in 1 seconds"):
        office.run(hanging, tmp_path, "a.rtf", seconds=1)

    assert not _runs(int((tmp_path / "started").read_text()))


def _runs(process: int) -> bool:
    """Whether the process works on; one that has ended may wait for its parent as a zombie."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return False
        if state in "ZX":
            return False
        sleep(0.02)
    return True
