"""The parts of an office file, unpacked one by one and only within limits."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from io import BytesIO

from ingest.errors import Damaged, Dangerous, Encrypted, IngestError, WrongType
from ingest.readers.xml import Element, parse

AGAIN = "open it in Word and save it again as DOCX"
MB = 10**6
MAX_PARTS = 10_000
MAX_PART = 100 * MB
MAX_TOTAL = 200 * MB
MAX_RATIO = 200  # text of an office file packs to a tenth or less, seldom to a fiftieth
RATIO_FROM = MB
ENTRY = b"PK\x01\x02"  # opens every entry in a zip's directory
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
TYPES = "[content_types].xml"
BEGINNINGS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF text",
    b"<": "a web page or XML",
    b"\x89PNG": "a picture",
    b"\xff\xd8": "a picture",
}
PACKED = {  # what the main part's type says of a file
    "spreadsheet": "a spreadsheet (.xlsx)",
    "ms-excel": "a spreadsheet (.xlsx)",
    "presentation": "a presentation (.pptx)",
    "ms-powerpoint": "a presentation (.pptx)",
}
STRICT = {  # ISO's "strict" names for what every other file calls by its older name
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part, or an address outside, which nobody here opens."""

    kind: str
    target: str
    external: bool


class Package:
    """A Word file's parts; raises `WrongType`, `Encrypted`, `Damaged` or `Dangerous`."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._zip = _opened(data, name)
        self._entries = _checked(self._zip.infolist(), name)
        self._left = MAX_TOTAL
        self.main = self._main()

    def xml(self, path: str) -> Element:
        """The part at `path`, which must be there."""
        data = self._read(path)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in STRICT.items():
                data = data.replace(strict, usual)
        try:
            return parse(data, f"{self._name}: {path}")
        except Damaged as error:
            raise Damaged(f"{error}; {AGAIN}") from error

    def relations(self, path: str) -> dict[str, Relation]:
        """What the part at `path` refers to, by the names it uses for it."""
        folder, base = posixpath.split(path)
        place = posixpath.join(folder, "_rels", f"{base}.rels")
        if place.lower() not in self._entries:
            return {}
        return {
            element.get("Id", ""): _relation(element, folder)
            for element in self.xml(place).iterchildren("{*}Relationship")
        }

    def related(self, path: str, kind: str) -> str | None:
        """The part of this kind that the part at `path` refers to."""
        found = (one for one in self.relations(path).values() if one.kind == kind)
        return next((one.target for one in found if not one.external), None)

    def _main(self) -> str:
        """The part that holds the document itself."""
        word = any(entry.startswith("word/") for entry in self._entries)
        if TYPES not in self._entries:
            raise self._other(word, "it has no list of its parts")
        main = self.related("", "officeDocument")
        if main is None:
            raise self._other(word, "it does not say which part is the document")
        kind = self._kind(main).lower()
        for sort, what in PACKED.items():
            if sort in kind:
                raise WrongType(f"{self._name}: this is {what}, not a Word document")
        if "wordprocessingml" not in kind and "ms-word" not in kind:
            raise Damaged(f"{self._name}: its main part is no Word document: '{kind[:80]}'")
        return main

    def _kind(self, path: str) -> str:
        """The content type of a part."""
        types, found = self.xml(TYPES), ""
        suffix = posixpath.splitext(path)[1].lstrip(".").lower()
        for element in types.iterchildren("{*}Default"):
            if element.get("Extension", "").lower() == suffix:
                found = element.get("ContentType", "")
        for element in types.iterchildren("{*}Override"):
            if element.get("PartName", "").lower() == f"/{path}".lower():
                found = element.get("ContentType", "")
        return str(found)

    def _other(self, word: bool, why: str) -> IngestError:
        if word:
            return Damaged(f"{self._name}: {why}; {AGAIN}")
        kind = self._read("mimetype")[:80] if "mimetype" in self._entries else b""
        what = "an OpenDocument file" if b"opendocument" in kind else "a zip archive"
        return WrongType(f"{self._name}: this is {what}, not a Word document")

    def _read(self, path: str) -> bytes:
        entry = self._entries.get(path.lower())
        if entry is None:
            raise Damaged(f"{self._name}: the part {path} is missing; {AGAIN}")
        self._left -= entry.file_size
        if self._left < 0:
            raise Dangerous(f"{self._name}: unpacks to more than {MAX_TOTAL // MB} MB")
        try:
            return self._unpacked(entry)
        except BROKEN as error:
            raise Damaged(f"{self._name}: the part {path} is broken: {error}; {AGAIN}") from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        """Reads a byte more than there should be, to see whether the entry lies about its size."""
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError("packed in a way that Word does not know")
        size, longer = entry.file_size, copy(entry)
        longer.file_size = size + MB  # else reading ends, and checks the sum, where the lie begins
        with self._zip.open(longer) as opened:
            data = opened.read(size + 1)
        if len(data) > size:
            raise Dangerous(f"{self._name}: {entry.filename} is larger than it says")
        if len(data) < size:
            raise EOFError("it ends too early")
        return data


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if not data.startswith(b"PK\x03\x04"):
        raise _no_zip(data, name)
    if data.count(ENTRY) > MAX_PARTS:
        raise Dangerous(f"{name}: an archive of more than {MAX_PARTS} parts")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Damaged(f"{name}: the file is cut off or broken: {error}; {AGAIN}") from error


def _no_zip(data: bytes, name: str) -> IngestError:
    if not data.strip(b"\0"):
        return Damaged(f"{name}: the file is empty")
    if not data.startswith(OLE):
        what = next((what for start, what in BEGINNINGS.items() if data.startswith(start)), None)
        return WrongType(f"{name}: this is {what or 'something else'}, not a Word document")
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Encrypted(f"{name}: protected with a password; save it without one")
    return WrongType(f"{name}: in the format of Word 97-2003 (.doc); save it as .docx")


def _checked(entries: list[zipfile.ZipInfo], name: str) -> dict[str, zipfile.ZipInfo]:
    """The entries by name in lower case, as names of parts do not tell cases apart."""
    for why in (why for entry in entries for why in _dangers(entry)):
        raise Dangerous(f"{name}: {why}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Encrypted(f"{name}: an archive with a password; save it without one")
    found = {entry.filename.lower(): entry for entry in entries}
    if len(found) < len(entries):
        raise Damaged(f"{name}: two parts have the same name, so nobody knows which one counts")
    return found


def _dangers(entry: zipfile.ZipInfo) -> Iterator[str]:
    size = entry.file_size
    if size > MAX_PART:
        yield f"{entry.filename} unpacks to {size // MB} MB; the limit is {MAX_PART // MB} MB"
    picture = entry.filename.startswith("word/media/")  # a blank one packs to nothing
    if size > RATIO_FROM and size > MAX_RATIO * entry.compress_size and not picture:
        yield f"{entry.filename} unpacks to more than {MAX_RATIO} times its size"


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rsplit("/", 1)[-1]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, path, external=False)
