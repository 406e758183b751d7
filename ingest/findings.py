"""What the reader of a document should know: struck text, closed and unclear markings."""

from collections.abc import Iterator
from itertools import accumulate

from ingest.document import Block, Document, Finding, Part, PartKind, Visibility
from ingest.tables import is_heading_row


def findings(document: Document) -> tuple[Finding, ...]:
    """Everything worth telling about `document` and the meetings inside it, in order of place."""
    ends = list(accumulate(len(line) for line in document.text.splitlines(keepends=True)))
    found = [item for one in (document, *document.documents) for item in _of(one, ends)]
    return tuple(sorted(found, key=lambda finding: finding.line))


def _of(document: Document, ends: list[int]) -> Iterator[Finding]:
    for part in document.walk():
        for block in part.blocks:
            if block.struck:
                yield Finding("struck text", _where(part), _line(block, ends))
        if part.kind is PartKind.CHAPTER and _all_struck(part):
            assert part.head
            yield Finding(
                "heading stands, all of its text is struck", _where(part), _line(part.head, ends)
            )
        if part.kind is PartKind.ITEM and part.visibility is Visibility.CLOSED and part.head:
            yield Finding("closed item", _where(part), _line(part.head, ends))


def _all_struck(part: Part) -> bool:
    own = [block for block in part.blocks if not is_heading_row(block)]
    return part.head is not None and bool(own) and all(block.struck for block in own)


def _where(part: Part) -> str:
    return f"{part.number} {part.heading}".strip() if part.number else part.heading


def _line(block: Block, ends: list[int]) -> int:
    start = block.span[0]
    return next((number for number, end in enumerate(ends, 1) if end > start), len(ends))
