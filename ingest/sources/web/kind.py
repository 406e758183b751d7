"""What kind of document an answer is: its content decides before its declared type."""

import codecs
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

DECLARED = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream")
FILES = (".pdf", ".docx", ".odt", ".rtf", ".doc")
TEXTS = (".html", ".txt", ".md")
HEAD = 1024  # bytes
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OLD_WORD = "WordDocument".encode("utf-16-le")
HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", re.I | re.S)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.-]+)")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# As browsers read them: the first 128 signs of what calls itself Latin-1 are Windows'.
CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "utf-16": "utf-16",
}


def is_file(head: bytes) -> bool:
    """Whether the first bytes are those of a file and not of a page or a text."""
    return b"%PDF-" in head or head.startswith((b"PK\x03\x04", b"{\\rtf", OLD_OFFICE))


def kind_of(data: bytes, content_type: str, path: str) -> str | None:
    """The suffix of the document's format; `None` where it is no document we know."""
    head = data[:HEAD]
    if is_file(head):
        return _file_kind(data, head)
    if b"\0" in head and not head.startswith(WIDE):
        return None
    if HTML.match(head.removeprefix(codecs.BOM_UTF8)):
        return ".html"
    declared, named = DECLARED.get(_media_type(content_type)), suffix_of(path)
    if _media_type(content_type) in SAYS_NOTHING or (declared == ".txt" and named == ".md"):
        declared = named
    return declared if declared in TEXTS else None


def _file_kind(data: bytes, head: bytes) -> str | None:
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"PK"):
        if ODT in head:
            return ".odt"
        # The names in an archive stand in it as they are, so nothing need be unpacked to see them.
        return ".docx" if b"[Content_Types].xml" in data and b"word/" in data else None
    if head.startswith(OLD_OFFICE):
        return ".doc" if OLD_WORD in data else None
    return ".pdf"


def promised(content_type: str, path: str) -> str | None:
    """The kind of file that an answer says it is, by its declared type or its address."""
    declared = DECLARED.get(_media_type(content_type))
    return next((s for s in (declared, suffix_of(path)) if s in FILES), None)


def is_whole(data: bytes, kind: str) -> bool:
    """Whether a file has the end that its format has."""
    if kind == ".pdf":
        return b"%%EOF" in data[-2048:]
    if kind in (".docx", ".odt"):
        return b"PK\x05\x06" in data[-66_000:]
    return True


def as_utf8(data: bytes, content_type: str) -> bytes:
    """A text whose encoding stands only in the header, such that the encoding stands in itself.

    With a byte order mark, which weighs more than what a page says of itself. Bytes that are not
    in the declared encoding stay what they are.
    """
    named = CHARSET.search(content_type.lower())
    charset = CHARSETS.get(named[1]) if named else None
    if charset is None or data.startswith((codecs.BOM_UTF8, *WIDE)):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset).encode()
    except UnicodeError:
        return data


def suffix_of(path: str) -> str:
    """The suffix in an address's path, in small letters."""
    return PurePosixPath(unquote(path.partition("?")[0])).suffix.lower()


def _media_type(content_type: str) -> str:
    return re.split("[;,]", content_type, maxsplit=1)[0].strip().lower()
