"""Word documents: files that are broken, something else or built to do harm are refused."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile, ZipInfo

import pytest

from ingest.errors import Damaged, Dangerous, Encrypted, IngestError, WrongType
from ingest.extract import Options
from ingest.readers.docx import extract
from ingest.readers.docx.package import Package
from tests.ingest.readers.docx_files import (
    MAIN,
    p,
    parts,
    r,
    row,
    style,
    styled,
    table,
    word,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
DOCUMENT = "word/document.xml"
MUTATIONS = 200


def refused(data: bytes) -> IngestError:
    with pytest.raises(IngestError) as raised:
        extract(data, "fil.docx", Options())
    assert str(raised.value).startswith("fil.docx: ")
    return raised.value


def with_part(name: str, content: str | bytes) -> bytes:
    made: dict[str, bytes] = {key: part.encode() for key, part in parts(p("Tekst")).items()}
    made[name] = content.encode() if isinstance(content, str) else content
    return zipped(made)


def without(name: str) -> bytes:
    made = parts(p("Tekst"))
    del made[name]
    return zipped(made)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Damaged, "empty"),
        (b"%PDF-1.7", WrongType, "a PDF"),
        (b"{\\rtf1 Hej}", WrongType, "RTF"),
        (b"Hej", WrongType, "something else"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password"),
        (OLE + "WordDocument".encode("utf-16-le"), WrongType, r"\.doc"),
        (zipped({"a.txt": "Hej"}), WrongType, "zip archive"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            WrongType,
            "OpenDocument",
        ),
        (word(p("x"), main=MAIN.replace("wordprocessing", "spreadsheet")), WrongType, "xlsx"),
        (word(p("x"), main="application/vnd.ms-excel.sheet"), WrongType, "xlsx"),
        (word(p("x"), main=MAIN.replace("wordprocessing", "presentation")), WrongType, "pptx"),
        (word(p("x"), main="image/png"), Damaged, "no Word document"),
        (word(p("x"))[:-100], Damaged, "cut off"),
        (without(DOCUMENT), Damaged, "missing"),
        (without("[Content_Types].xml"), Damaged, "list of its parts"),
        (without("_rels/.rels"), Damaged, "which part"),
        (with_part(DOCUMENT, "<w:document>"), Damaged, "broken XML"),
        (with_part(DOCUMENT, "<document/>"), Damaged, "no document in"),
        (with_part(DOCUMENT, b"\xff\xfe\0"), Damaged, "broken XML"),
    ],
)
def test_a_file_that_is_no_word_document_is_refused_with_the_reason(
    data: bytes, error: type[IngestError], words: str
) -> None:
    with pytest.raises(error, match=words):
        extract(data, "fil.docx", Options())


@pytest.mark.parametrize(
    "data", [word(p("x"))[:-100], without(DOCUMENT), with_part(DOCUMENT, "<w:document>")]
)
def test_a_broken_file_is_to_be_saved_again_as_docx(data: bytes) -> None:
    with pytest.raises(Damaged, match="save it again as DOCX"):
        extract(data, "fil.docx", Options())


def test_a_part_that_fails_its_checksum_is_damage() -> None:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_STORED) as archive:
        for name, content in parts(p("Tekst")).items():
            archive.writestr(name, content)

    assert type(refused(data.getvalue().replace(b"Tekst", b"Tegst"))) is Damaged


def test_an_archive_with_a_password_is_refused() -> None:
    data = word(p("Tekst"))
    at = data.index(b"PK\x01\x02") + 8

    assert type(refused(data[:at] + b"\1\0" + data[at + 2 :])) is Encrypted


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    data = BytesIO(word(p("Gælder")))
    with ZipFile(data, "a") as archive:
        archive.writestr(DOCUMENT, parts(p("Gælder ikke"))[DOCUMENT])

    assert "same name" in str(refused(data.getvalue()))


def test_a_part_packed_in_an_unusual_way_is_refused() -> None:
    data = BytesIO(without(DOCUMENT))
    with ZipFile(data, "a", ZIP_BZIP2) as archive:
        archive.writestr(DOCUMENT, parts(p("Tekst"))[DOCUMENT])

    assert type(refused(data.getvalue())) is Damaged


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("word/bomb.bin", b"\0" * 2_000_000, "200 times"),
        (DOCUMENT, b" " * 2_000_000, "200 times"),
        (DOCUMENT, "<!DOCTYPE w [<!ENTITY a 'aaaa'>]><w>&a;</w>", "DOCTYPE"),
        (DOCUMENT, "<!DOCTYPE w SYSTEM 'http://127.0.0.1/x'><w/>", "DOCTYPE"),
        ("_rels/.rels", "<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>", "DOCTYPE"),
        (DOCUMENT, "<w>" * 300 + "</w>" * 300, "depth"),
    ],
)
def test_a_part_built_to_do_harm_is_refused(name: str, content: str | bytes, words: str) -> None:
    error = refused(with_part(name, content))

    assert type(error) is Dangerous
    assert words in str(error)


def test_a_blank_picture_is_no_bomb() -> None:
    data = with_part("word/media/image1.bmp", b"\0" * 2_000_000)

    assert extract(data, "notat.docx", Options()).text


def test_an_archive_of_too_many_parts_is_refused_before_it_is_opened() -> None:
    data = word(p("Tekst"))

    assert "10000 parts" in str(refused(data + b"PK\x01\x02" * 10_000))


def test_a_part_that_says_it_is_too_large_is_not_unpacked() -> None:
    error = refused(_claiming(word(p("Tekst")), DOCUMENT, 101_000_000))

    assert type(error) is Dangerous
    assert "word/document.xml unpacks to 101 MB" in str(error)


def test_a_part_that_is_larger_than_it_says_is_read_no_further() -> None:
    error = refused(_claiming(word(p("Tekst" * 1000)), DOCUMENT, 100))

    assert type(error) is Dangerous
    assert "larger than it says" in str(error)


def test_parts_that_are_too_large_together_are_refused() -> None:
    large = "<a>" + "<b/>" * 20_000 + " " * 5_000_000 + random.Random(1).randbytes(100_000).hex()
    package = Package(with_part("word/large.xml", f"{large}</a>"), "fil.docx")

    for _ in range(37):
        package.xml("word/large.xml")

    with pytest.raises(Dangerous, match="more than 200 MB"):
        package.xml("word/large.xml")


def test_what_a_file_refers_to_outside_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.xml"
    secret.write_text(f'<w:hdr xmlns:w="w">{p("Hemmelig")}</w:hdr>')
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{name}" Type="{kind}/{name}" Target="{secret}"{mode}/>'
        for name, mode in (("styles", ' TargetMode="External"'), ("attachedTemplate", ""))
    )

    found = extract(word(p("Tekst"), links=links), "fil.docx", Options())

    assert found.text == "Tekst\n"
    assert "missing" in str(
        refused(
            word(p("Tekst"), links=f'<Relationship Id="n" Type="{kind}/styles" Target="{secret}"/>')
        )
    )


@pytest.mark.parametrize(
    "main",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_files_with_macros_are_read_alike(main: str) -> None:
    assert extract(word(p("Tekst"), main=main), "fil.docm", Options()).text == "Tekst\n"


def test_boxes_in_boxes_are_read_or_refused() -> None:
    body = p("Inderst")
    for _ in range(40):
        body = p(f"<w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r>")

    assert extract(word(body), "fil.docx", Options()).text.strip() == "Inderst"


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_read_or_refused_with_a_reason(seed: int) -> None:
    luck = random.Random(seed)
    made = _varied()
    whole, outcomes = zipped(made), set()

    for _ in range(MUTATIONS // 8):
        for data in (_flipped(luck, whole), zipped(_cut(luck, made))):
            try:
                extract(data, "fil.docx", Options())
            except IngestError as error:
                outcomes.add(type(error))

    assert outcomes


def _varied() -> dict[str, str]:
    """A file that has some of everything."""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return parts(
        p("Formål", of=styled("A"))
        + p("Punkt", r("væk", "<w:strike/>"), field, of=item)
        + table(row("A", "B"), row("1", "2", of='<w:gridBefore w:val="1"/>'))
        + p("Note", '<w:r><w:footnoteReference w:id="2"/></w:r>', of="<w:sectPr/>")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        styles=style("A", '<w:basedOn w:val="B"/>', shown="heading 1") + style("B", ""),
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes=f'<w:footnote w:id="2">{p("Note")}</w:footnote>',
        header1=p("Udkast"),
    )


def _flipped(luck: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(luck.randint(1, 8)):
        changed[luck.randrange(len(changed))] = luck.randrange(256)
    return bytes(changed[: luck.choice([len(changed), luck.randrange(len(changed))])])


def _cut(luck: random.Random, made: dict[str, str]) -> dict[str, str]:
    """A part with a tag or a value taken out, doubled or turned to nonsense."""
    name = luck.choice(list(made))
    text = made[name]
    start = luck.randrange(len(text))
    end = min(len(text), start + luck.randint(1, 40))
    new = luck.choice(["", text[start:end] * 2, "-1", "\u2028", '"', "99999999999"])
    return {**made, name: text[:start] + new + text[end:]}


def _claiming(data: bytes, name: str, size: int) -> bytes:
    """The archive with another size written at a part, and a checksum that fits."""
    with ZipFile(BytesIO(data)) as archive:
        entry: ZipInfo = archive.getinfo(name)
        sum_ = zlib.crc32(archive.read(name)[:size])
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    local = entry.header_offset
    changed = bytearray(data)
    for at in (directory + 16, local + 14):
        changed[at : at + 12] = struct.pack("<III", sum_, entry.compress_size, size)
    return bytes(changed)
