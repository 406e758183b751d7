"""Bytes to text: the encodings that Danish offices produce, and a refusal of what is not text."""

import codecs
import unicodedata

from ingest.errors import NotText, WrongType

# What a file really is when its first bytes say so, whatever its name.
MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive (DOCX, XLSX and ODT files are such archives)",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
}

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


SAMPLE = 4096  # bytes
MANY_ZEROS = 0.7  # of every second byte; quotes and bullets have no zero byte
ZERO_TO_SPACE = str.maketrans("\0", " ")  # databases take no zero characters


def decode(data: bytes, name: str) -> str:
    """The text in `data`, in Unicode normal form C; `name` is for the message.

    UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252, whose five unused bytes
    are read as Latin-1. Raises `WrongType` where they are another kind of file, and `NotText` where
    they are no text in any of them.
    """
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise WrongType(f"{name}: this is {what}; give it its right suffix or save it as text")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _checked(_strict(data[len(bom) :], encoding, name), name)
    return _checked(_guess(data, name), name)


def _guess(data: bytes, name: str) -> str:
    wide = _byte_order(data[:SAMPLE])
    if wide:
        return _strict(data, wide, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="latin1_for_unused")


def _byte_order(sample: bytes) -> str | None:
    """Danish text in UTF-16 has its zero bytes at the odd places (little endian) or the even."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= MANY_ZEROS * len(sample) / 2 or min(even, odd) > max(even, odd) / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(
            f"{name}: not valid {encoding} at byte {error.start}; save it as UTF-8 text"
        ) from error


def _checked(text: str, name: str) -> str:
    """Text has letters and hardly any control characters; a program or a picture has both mixed."""
    sample = text[:100_000]
    controls = sum(unicodedata.category(c) in ("Cc", "Cn", "Cs") for c in sample)
    controls -= sum(sample.count(c) for c in "\n\r\t\f\v")
    if controls > len(sample) / 200:
        raise NotText(f"{name}: this is no text ({controls} control characters at its beginning)")
    return unicodedata.normalize("NFC", text.translate(ZERO_TO_SPACE) if "\0" in text else text)


def _latin1_for_unused(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("latin1_for_unused", _latin1_for_unused)
