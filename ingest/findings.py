"""What the reader of a document should know: struck text, closed marks, annexes that lack."""

import re
from collections.abc import Iterator

from ingest.document import Block, Concern, Document, Finding, Part, PartKind, Visibility
from ingest.front import letters
from ingest.lines import line_of
from ingest.names import overlap
from ingest.tables import is_heading_row
from ingest.terms import ANNEXES

# No paragraph of a law on social services has twenty: "stk. 31" is stk. 3 with a footnote's mark.
GLUED_MARK = re.compile(r"§[^§.;]{1,25}\bstk\. ?[2-9]\d\b(?! ?(?:kr|stk|pct))")
STRIKE_END = re.compile(r"[^\n]{0,12}?~~")

Told = tuple[Concern, str, str, Block]  # with where it is, in words and in the text


def findings(document: Document) -> tuple[Finding, ...]:
    """What the tree of `document` and of the meetings inside it tells, in order of place."""
    found = (
        Finding(concern, what, where, line_of(document.text, block.span[0]), block.page)
        for one in (document, *document.documents)
        for part in one.walk()
        for concern, what, where, block in _of(part, document.text)
    )
    return tuple(sorted(found, key=lambda finding: finding.line))


def _of(part: Part, text: str) -> Iterator[Told]:
    where = _where(part)
    for block in part.blocks:
        if block.struck:
            yield Concern.STRUCK, "struck text", where, block
            if not STRIKE_END.match(text, block.span[1]):
                yield Concern.UNCLEAR, "unclear marking: struck text without an end", where, block
        elif GLUED_MARK.search(block.text):
            yield Concern.UNCLEAR, "unclear marking: a footnote's mark in a figure", where, block
        if block.inserted:
            yield Concern.PROPOSED, "proposed text", where, block
    place = _place(part)
    if place and part.kind is PartKind.CHAPTER and _all_struck(part):
        yield Concern.STRUCK, "heading stands, all of its text is struck", where, place
    if place and part.visibility is Visibility.CLOSED and part.unclear:
        yield Concern.UNCLEAR, "unclear marking: closed", where, place
    elif place and part.visibility is Visibility.CLOSED and part.kind is PartKind.ITEM:
        yield Concern.CLOSED, "closed item", where, place
    if place and part.kind is PartKind.ITEM:
        yield from _absent(part, place)


def _absent(item: Part, place: Block) -> Iterator[Told]:
    """The annexes an item lists whose text does not follow; each that does answers to one name."""
    missing = list(item.listed)
    for annex in item.parts:
        if annex.kind is PartKind.ANNEX and missing:
            missing.remove(max(missing, key=lambda name: overlap(name, annex.heading)))
    for name in missing:
        where = f"{_where(item)}: {name}"
        what = "annex only listed: its text is not here"
        yield Concern.ABSENT, what, where, _listing(item, name) or place


def _listing(item: Part, name: str) -> Block | None:
    """Where the item's list of annexes has the name, or where the name begins."""
    lists = [part for part in item.parts if part.label == ANNEXES]
    blocks = [block for part in lists for one in part.walk() for block in one.blocks]
    return next((b for b in blocks if (seen := letters(b.text)) and seen in letters(name)), None)


def _place(part: Part) -> Block | None:
    """A block at the part's beginning; an item without a title has one below."""
    blocks = (block for one in part.walk() for block in (one.head, *one.blocks) if block)
    return part.head or next(blocks, None)


def _all_struck(part: Part) -> bool:
    own = [block for block in part.blocks if not is_heading_row(block)]
    return bool(own) and all(block.struck for block in own)


def _where(part: Part) -> str:
    return f"{part.number} {part.heading}".strip() if part.number else part.heading
