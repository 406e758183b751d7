"""Bytes become text in the encodings of Danish offices, or are refused with a reason."""

import codecs
import unicodedata

import pytest

from ingest.decode import decode
from ingest.errors import NotText, WrongType

TEXT = "Årsrapport om støtte på § 107 – “æøå”\nNæste møde\n" * 20


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 bom", "cp1252", "utf-16-le", "utf-16-be", "le bom", "be bom"],
)
def test_an_encoding_is_told_from_the_bytes(data: bytes) -> None:
    assert decode(data, "x.txt") == TEXT


def test_latin_1_is_read_though_windows_knows_no_such_byte() -> None:
    assert decode("Møde\x81".encode("latin-1") + b" om takster" * 50, "x.txt").startswith("Møde")


def test_letters_in_two_parts_become_one() -> None:
    assert decode(unicodedata.normalize("NFD", "Åben på").encode(), "x.txt") == "Åben på"


@pytest.mark.parametrize("data", [b"", b" \n\t\n "])
def test_nothing_and_white_space_are_text(data: bytes) -> None:
    assert decode(data, "x.txt") == data.decode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office file"),
        (b"\x7fELF\x02\x01\x01", "a program"),
    ],
)
def test_a_renamed_file_is_called_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(WrongType, match=what):
        decode(data, "referat.txt")


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, bytes(1000), b"\x01\x02\x03\xff" * 99])
def test_a_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText, match=r"x\.txt"):
        decode(data, "x.txt")


def test_broken_utf_16_is_refused() -> None:
    with pytest.raises(NotText, match="utf-16-le at byte"):
        decode(codecs.BOM_UTF16_LE + "Møde".encode("utf-16-le") + b"\x00", "x.txt")


def test_a_single_zero_byte_becomes_a_space() -> None:
    assert decode(b"Takst\x00er " + b"og tilbud " * 100, "x.txt").startswith("Takst er og")
