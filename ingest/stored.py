"""A `Document` as bytes, to be kept or handed from one process to another.

The bytes are never trusted: a process that read a hostile file may have written them.
"""

import zlib
from dataclasses import replace

from pydantic import TypeAdapter

from ingest.document import Document
from ingest.errors import TooMuchWork

TREE = TypeAdapter(Document)
LARGEST = 256 * 10**6  # bytes of JSON


def packed(document: Document) -> bytes:
    """Compressed JSON; the text of inner meetings is the outer's and kept once.

    Raises `TooMuchWork` where `unpacked` would refuse it.
    """
    bare = replace(document, documents=tuple(replace(d, text="") for d in document.documents))
    plain = TREE.dump_json(bare)
    if len(plain) > LARGEST:
        raise TooMuchWork(f"{document.source}: it has more parts than a document can be kept with")
    return zlib.compress(plain)


def unpacked(data: bytes) -> Document:
    """The document that `packed` made into `data`; raises `ValueError` for anything else."""
    document = TREE.validate_json(_inflated(data))
    inside = tuple(replace(inner, text=document.text) for inner in document.documents)
    return replace(document, documents=inside)


def _inflated(data: bytes) -> bytes:
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(data, LARGEST)
    except zlib.error as error:
        raise ValueError(f"no document: {error}") from error
    if not inflate.eof or inflate.unused_data:
        raise ValueError("no document: cut short, too long, or followed by something else")
    return plain
