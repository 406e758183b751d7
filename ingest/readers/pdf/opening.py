"""Opening a PDF file, and what to say where that fails."""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.decode import MAGIC
from ingest.errors import Damaged, Encrypted, FileTooLarge, WrongType

HEADER = b"%PDF-"
HEADER_WITHIN = 1024  # bytes
TAIL = 4096  # bytes, in which the end mark stands
MAX_PAGES = 5000
NO_TITLES = ("", "untitled", "(anonymous)")  # what programs write where nobody gave a title


def opened(data: bytes, name: str) -> pdfium.PdfDocument:
    """The document in `data`; raises `Encrypted`, `Damaged`, `WrongType` or `FileTooLarge`."""
    _check(data, name)
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Encrypted(
                f"{name}: protected with a password; save a copy without one"
            ) from error
        raise Damaged(f"{name}: broken ({error}); download it again or save it anew") from error
    if not 0 < pages <= MAX_PAGES:
        document.close()
        if not pages:
            raise Damaged(f"{name}: no page can be found in it; download it again")
        raise FileTooLarge(
            f"{name}: {pages} pages; at most {MAX_PAGES} are read. Split it into its documents"
        )
    return document


def _check(data: bytes, name: str) -> None:
    if not data:
        raise Damaged(f"{name}: the file is empty; download it again")
    if HEADER not in data[:HEADER_WITHIN]:
        raise WrongType(f"{name}: this is {_what(data)} and no PDF file; give it its right suffix")
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-TAIL:]:
        raise Damaged(f"{name}: the file breaks off before its end; download it again")


def _what(data: bytes) -> str:
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            return what
    start = data[:HEADER_WITHIN].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "a web page"
    return "text" if start and not any(c < 9 for c in start) else "of an unknown kind"


def labels_of(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """The numbers printed on the pages; nothing where they are 1, 2, 3."""
    labels = tuple(document.get_page_label(i).strip() for i in range(len(document)))
    counted = tuple(str(number) for number in range(1, len(labels) + 1))
    if labels == counted or not any(labels):
        return ()
    return tuple(label or number for label, number in zip(labels, counted, strict=True))


def title_of(document: pdfium.PdfDocument) -> str | None:
    """What the file's properties call it."""
    size = raw.FPDF_GetMetaText(document.raw, b"Title", None, 0)
    if not 2 < size < 4096:
        return None
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_GetMetaText(document.raw, b"Title", buffer, size)
    text = buffer.raw[: size - 2].decode("utf-16-le", "replace")
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    plain = plain.removeprefix("Microsoft Word - ")
    return None if plain.casefold() in NO_TITLES else plain


def attached(document: pdfium.PdfDocument) -> int:
    """How many files are attached to it."""
    return max(int(raw.FPDFDoc_GetAttachmentCount(document.raw)), 0)
