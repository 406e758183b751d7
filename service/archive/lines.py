"""A document's text, line by line, as it may be quoted."""

from collections.abc import Iterator

from index import Block, Document
from service.archive.records import Line


def lines(document: Document) -> Iterator[Line]:
    """The paragraphs, list items, table rows and headings, in reading order."""
    for part in document.walk():
        if part.head:
            yield _line(part.head, None)
        for block in part.blocks:
            yield _line(block, part.heading or None)


def _line(block: Block, heading: str | None) -> Line:
    start, end = block.span
    return Line(
        text=block.text,
        start=start,
        end=end,
        page=block.page,
        heading=heading,
        struck=block.struck,
        proposed=block.inserted,
    )
