"""What the reader of a document should know: struck text, closed and unclear markings."""

import re
from collections.abc import Iterator

from ingest.document import Block, Concern, Document, Finding, Part, PartKind, Visibility
from ingest.lines import line_of
from ingest.tables import is_heading_row

STRIKE_END = re.compile(r"[^\n]{0,12}?~~")


def findings(document: Document) -> tuple[Finding, ...]:
    """What the tree of `document` and of the meetings inside it tells, in order of place."""
    found = (
        Finding(concern, what, _where(part), line_of(document.text, block.span[0]), block.page)
        for one in (document, *document.documents)
        for concern, what, part, block in _of(one)
    )
    return tuple(sorted(found, key=lambda finding: finding.line))


def _of(document: Document) -> Iterator[tuple[Concern, str, Part, Block]]:
    for part in document.walk():
        for block in part.blocks:
            if block.struck:
                yield Concern.STRUCK, "struck text", part, block
                if not STRIKE_END.match(document.text, block.span[1]):
                    what = "unclear marking: struck text without an end"
                    yield Concern.UNCLEAR, what, part, block
            if block.inserted:
                yield Concern.PROPOSED, "proposed text", part, block
        place = _place(part)
        if part.kind is PartKind.CHAPTER and place and _all_struck(part):
            yield Concern.STRUCK, "heading stands, all of its text is struck", part, place
        told = part.kind is PartKind.ITEM or part.unclear
        if told and place and part.visibility is Visibility.CLOSED:
            if part.unclear:
                yield Concern.UNCLEAR, "unclear marking: closed", part, place
            else:
                yield Concern.CLOSED, "closed item", part, place


def _place(part: Part) -> Block | None:
    """A block at the part's beginning; an item without a title has one below."""
    blocks = (block for one in part.walk() for block in (one.head, *one.blocks) if block)
    return part.head or next(blocks, None)


def _all_struck(part: Part) -> bool:
    own = [block for block in part.blocks if not is_heading_row(block)]
    return bool(own) and all(block.struck for block in own)


def _where(part: Part) -> str:
    return f"{part.number} {part.heading}".strip() if part.number else part.heading
