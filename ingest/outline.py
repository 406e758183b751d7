"""A document printed as it was read, so that a person can judge the reading."""

from collections.abc import Iterator

from ingest.document import Block, Document, Part, PartKind, Visibility
from ingest.tables import told

WIDTH = 100  # characters of a block that are shown


def printed(document: Document, *, full: bool = False) -> Iterator[str]:
    """Lines of the outline; `full` shows whole paragraphs instead of their beginnings."""
    yield f"{document.title}  [{document.kind}]"
    facts = {
        "id": document.id,
        "body": document.body,
        "held": document.held,
        "status": document.status,
        "edition": document.edition,
        "valid": document.validity and f"{document.validity.start} - {document.validity.end}",
        "visibility": document.visibility,
        "pages": document.pages,
        "annex of item": document.within,
    }
    yield "  " + ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    for part in document.parts:
        yield from _part(part, 1, full=full)
    for finding in document.findings:
        yield f"  ! line {finding.line}: {finding.what} ({finding.where})"
    for inner in document.documents:
        yield ""
        yield from printed(inner, full=full)


def _part(part: Part, depth: int, *, full: bool) -> Iterator[str]:
    pad = "  " * depth
    closed = " [CLOSED]" if part.visibility is Visibility.CLOSED else ""
    label = f" = {part.label}" if part.label and part.label != part.heading else ""
    number = f" {part.number}" if part.number else ""
    yield f"{pad}{part.kind}{number}: {part.heading or '-'}{label}{closed}"
    if part.about:
        facts = (part.about.kind, part.about.status, part.about.edition)
        yield f"{pad}  ({', '.join(str(fact) for fact in facts if fact)})"
    if part.kind is PartKind.ITEM and part.listed:
        yield f"{pad}  lists: {' | '.join(part.listed)}"
    for block in part.blocks:
        yield f"{pad}  {_block(block, full=full)}"
    for inner in part.parts:
        yield from _part(inner, depth + 1, full=full)


def _block(block: Block, *, full: bool) -> str:
    text = told(block) if block.cells else block.text
    shown = text if full or len(text) <= WIDTH else f"{text[:WIDTH]}… ({len(text)})"
    return f"~~{shown}~~" if block.struck else f". {shown}"
