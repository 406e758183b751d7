"""Files that are broken, or built to harm who reads them: small here, and large inside."""

import io
import struct
import zipfile
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

MB = 10**6
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
PARAGRAPH = "<w:p><w:r><w:t>Der er 14 pladser.</w:t></w:r></w:p>"


def word(
    body: str = PARAGRAPH, before: str = "", parts: dict[str, str | bytes] | None = None
) -> bytes:
    """A Word file with this body; `before` stands before the root element."""
    document = f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
    }
    return archive(files | (parts or {}))


def archive(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def zip_bomb() -> bytes:
    return word(PARAGRAPH * (50 * MB // len(PARAGRAPH)))


def many_paragraphs() -> bytes:
    """Large and packed no better than others: two million different paragraphs."""
    return word("".join(f"<w:p><w:r><w:t>{n * 7919}</w:t></w:r></w:p>" for n in range(2 * MB)))


def nested_zips() -> bytes:
    data = archive({"nul.txt": bytes(10 * MB)})
    for depth in range(6):
        data = archive({f"{depth}-{n}.zip": data for n in range(10)})
    return data


def ten_thousand_parts() -> bytes:
    return word(parts={f"word/media/{number}.png": b"" for number in range(10_001)})


def lying_header() -> bytes:
    """Says that a part of 5 MB has ten bytes."""
    data = bytearray(word(PARAGRAPH * (5 * MB // len(PARAGRAPH))))
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    local = data.index(b"word/document.xml") - 30
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)
    data[local + 22 : local + 26] = struct.pack("<I", 10)
    return bytes(data)


def billion_laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{previous};" * 10}">'
        for previous, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    return word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", f"<!DOCTYPE x [{entities}]>")


def external_entity(target: str = "file:///etc/passwd") -> bytes:
    doctype = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{target}">]>'
    return word("<w:p><w:r><w:t>Før &a; efter</w:t></w:r></w:p>", doctype)


def doctype() -> bytes:
    return word(before='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')


def deep_xml() -> bytes:
    return word("<w:sdt><w:sdtContent>" * 10_000)


def deep_tables() -> bytes:
    """As deep as XML may be."""
    return word("<w:tbl><w:tr><w:tc>" * 80 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 80)


def wide_cell() -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{PARAGRAPH}</w:tc>'
    return word(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>")


def styles_in_a_circle() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    relations = RELATIONS.replace('officeDocument"', 'styles"').replace("word/document", "styles")
    return word(
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Der er 14 pladser.</w:t></w:r></w:p>',
        parts={
            "word/_rels/document.xml.rels": relations,
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        },
    )


def cut_short() -> bytes:
    return word(PARAGRAPH * 1000)[:-500]


def protected_word() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le")
    )


def pdf(*pages: str, encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encrypt)
    for text in pages:
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def protected_pdf() -> bytes:
    return pdf("Der er 14 pladser.", encrypt=StandardEncryption("hemmelig", strength=128))


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is the catalogue, with a right table of places."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out) + head + table + tail % (len(objects) + 1, len(out))


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources"
    b"<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, more: bytes = b"", times: int = 1) -> bytes:
    """A stream of `data` so many times over, packed."""
    packed = deflated(data, times)
    head = b"<</Length %d/Filter/FlateDecode%s>>" % (len(packed), more)
    return head + b"stream\n" + packed + b"\nendstream"


def deflated(data: bytes, times: int) -> bytes:
    """Packed piece by piece: whoever makes a bomb need not hold it."""
    squeeze = zlib.compressobj(9)
    return b"".join(squeeze.compress(data) for _ in range(times)) + squeeze.flush()


def pdf_with(content: bytes, drawing: bytes = b"null") -> bytes:
    return pdf_of(CATALOGUE, PAGES, PAGE, content, FONT, drawing)


def text_bomb() -> bytes:
    """Ten million letters, each with its place, packed to less than a megabyte."""
    return pdf_with(stream(b"BT /F 9 Tf 9 9 Td (a) Tj ET\n" * 1000, times=10_000))


def bomb_of_spaces() -> bytes:
    """A gigabyte of nothing in four kilobytes: packed twice, as a filter may be named twice."""
    packed = zlib.compress(deflated(bytes(10 * MB), 100), 9)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>" % len(packed)
    return pdf_with(head + b"stream\n" + packed + b"\nendstream")


def pages_in_a_circle() -> bytes:
    return pdf_of(
        CATALOGUE,
        b"<</Type/Pages/Kids[3 0 R]/Count 1000>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1000>>",
    )


def drawings_in_drawings() -> bytes:
    """Ten drawings, each of which holds the next one ten times over."""
    last = 15
    forms = [
        stream(
            b"/X Do " * 10 if n < last else b"BT /F 9 Tf (a) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>"
            b"/XObject<</X %d 0 R>>>>" % (n + 1),
        )
        for n in range(6, last + 1)
    ]
    return pdf_of(CATALOGUE, PAGES, PAGE, stream(b"/X Do"), FONT, *forms)


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 100_003))
    pages = b"<</Type/Pages/Kids[%s]/Count 100000/MediaBox[0 0 9 9]>>" % kids
    out = [CATALOGUE, pages, *[b"<</Type/Page/Parent 2 0 R>>"] * 100_000]
    return pdf_of(*out)


def deep_pdf() -> bytes:
    return pdf_of(CATALOGUE, PAGES, b"[" * MB, b"null")


def cut_pdf() -> bytes:
    return pdf(*["Der er 14 pladser."] * 20)[:-600]


def large_picture() -> bytes:
    """A hundred million points."""
    picture = stream(
        bytes(MB),
        b"/Type/XObject/Subtype/Image/Width 10000/Height 10000"
        b"/ColorSpace/DeviceRGB/BitsPerComponent 8",
        times=300,
    )
    return pdf_with(stream(b"500 0 0 500 0 0 cm /X Do"), picture)


def html(body: str) -> bytes:
    return f"<!doctype html><title>Takster</title><body>{body}".encode()


def elements_in_each_other() -> bytes:
    return html("<div>" * 100_000)


def merged_cells() -> bytes:
    return html("<table>" + "<tr><td colspan=1000 rowspan=65534>takst" * 1000 + "</table>")


def half_characters() -> bytes:
    """Numbers of characters that are none on their own."""
    return html("<p>Takst &#xD800; &#0; &#x110000; 14")


def web_entity(target: str = "file:///etc/passwd") -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "{target}">]>'
    return f'{head}<html><body><img src="{target}"/><p>Takst 14 &a;</p></body></html>'.encode()


def groups_in_each_other() -> bytes:
    return b"{\\rtf1" + b"{" * 200_000


def linked_rtf(address: str) -> bytes:
    """Has a picture and a text drawn in from elsewhere."""
    fields = (f'INCLUDEPICTURE "{address}"', f'INCLUDETEXT "{address}"')
    body = "".join(f"{{\\field{{\\*\\fldinst {field}}}{{\\fldrslt x}}}}" for field in fields)
    return f"{{\\rtf1 Takst 14 {body}}}".encode()
