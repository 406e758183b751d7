"""Files of each format, built from the words of its notation: `python -m tests.fuzz.readers html`.

`bytes-…` mutate files as they are, and begin best with a folder of some.
"""

import zlib

import atheris

from tests.fuzz import words
from tests.fuzz.drive import Target, reading, run
from tests.fuzz.words import repeated, spelled

with atheris.instrument_imports(include=["ingest"]):
    from ingest import stored
    from ingest.read import read_bytes
    from tests.ingest.readers import docx_files

OTHERS = ("numbering", "styles", "footnotes", "header1", "settings")
PARTS = docx_files.parts(words.BODY, numbering=words.NUMBERING, styles=words.STYLES)
TEXT = (
    "Referat af møde\n\nStyregruppe Social\n\n1. Godkendelse\n\nReferat\nGodkendt.\na\tb\n".encode()
)
PLAIN = zlib.decompress(stored.packed(read_bytes(TEXT, "referat.txt")))


def _html(data: bytes) -> bytes:
    return spelled(data, words.HTML)


def _markdown(data: bytes) -> bytes:
    return spelled(data, words.MARKDOWN)


def _docx(data: bytes) -> bytes:
    """A Word file whose parts are trees of any elements; the separator is a byte of its own."""
    body, *others = data.split(b"\xff")
    made = {name: words.tree(one) for name, one in zip(OTHERS, others, strict=False)}
    return docx_files.word(words.tree(body), **made)


def _edited_docx(data: bytes) -> bytes:
    """A Word file with one of its parts changed in places."""
    made = {name: content.encode() for name, content in PARTS.items()}
    which = sorted(made)[data[0] % len(made)] if data else "word/document.xml"
    made[which] = words.edited(made[which], data[1:])
    return docx_files.zipped(made)


def _pdf(data: bytes) -> bytes:
    """Two pages of these operators and operands; each can draw itself as a form."""
    first, _, second = spelled(data, words.PDF, " ").partition(b"EMC")
    pages = b"".join(words.page(number, one) for number, one in ((4, first), (6, second)))
    return words.PDF_BEGIN + pages + words.PDF_END


def _stored(data: bytes) -> bytes:
    raw = data[1:] if data[:1] > b"\xc0" else words.edited(PLAIN, data[1:])
    return data[2:] if data[:1] > b"\xe0" else zlib.compress(raw)


def _check_stored(file: bytes) -> None:
    try:
        document = stored.unpacked(file)
    except ValueError:
        return
    assert stored.unpacked(stored.packed(document)) == document, "not the same again"


if __name__ == "__main__":
    run(
        {
            "html": Target(_html, reading("x.html")),
            "html-long": Target(repeated(_html), reading("x.html")),
            "markdown": Target(_markdown, reading("x.md")),
            "markdown-long": Target(repeated(_markdown), reading("x.md")),
            "docx": Target(_docx, reading("x.docx")),
            "docx-edited": Target(_edited_docx, reading("x.docx")),
            "pdf": Target(_pdf, reading("x.pdf")),
            "stored": Target(_stored, _check_stored),
            **{f"bytes-{kind}": Target(bytes, reading(f"x.{kind}")) for kind in ("pdf", "docx")},
            "bytes-html": Target(bytes, reading("x.html")),
        }
    )
