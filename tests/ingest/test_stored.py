"""A document comes back from its bytes as it was, and bytes that are none are refused."""

import zlib
from dataclasses import replace

import pytest

from ingest import Document, stored
from ingest.read import read_bytes
from ingest.stored import packed, unpacked

TEXT = "Referat af møde\n\nStyregruppe Social\n\n1. Godkendelse\n\nReferat\nGodkendt.\n"


def document() -> Document:
    """A document with a meeting inside."""
    outer = read_bytes(TEXT.encode(), "referat.txt")
    return replace(outer, documents=(replace(outer, id="referat-bilag-1", within="1"),))


def test_a_document_comes_back_as_it_was() -> None:
    made = document()

    assert unpacked(packed(made)) == made


def test_the_text_of_a_meeting_inside_is_kept_once() -> None:
    plain = zlib.decompress(packed(document()))

    assert plain.count(b'"text":"Referat af m\xc3\xb8de\\n\\nStyregruppe') == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not compressed",
        zlib.compress(b"no JSON"),
        zlib.compress(b'{"id": "a"}'),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b'{"id": 1, "title": "", "kind": "bog"}'),
        packed(document())[:-1],
        packed(document()) + b"x",
        b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8c\x04exit\x94.",
    ],
)
def test_bytes_that_are_no_document_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no document|validation error"):
        unpacked(data)


def test_a_document_with_parts_without_end_is_refused() -> None:
    inner = '{"kind":"chapter","heading":"","parts":[' * 5000

    with pytest.raises(ValueError, match="validation error"):
        unpacked(zlib.compress(f'{{"parts":[{inner}'.encode()))


def test_a_bomb_is_not_unpacked_further_than_a_document_can_be_long() -> None:
    squeeze = zlib.compressobj()
    bomb = b"".join(squeeze.compress(bytes(10**7)) for _ in range(stored.LARGEST // 10**7 + 1))

    with pytest.raises(ValueError, match="no document: cut short, too long"):
        unpacked(bomb + squeeze.flush())
