"""Where a document names a person whom it elsewhere calls by a letter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ingest.document import Block, Concern, Document, Finding, Part
from ingest.lines import line_of
from ingest.personal import pseudonym


def pseudonyms(document: Document) -> tuple[Finding, ...]:
    """A finding for each such name, in order of place, without the name.

    An item is one case; where there are no items, each top part is.
    """
    found = (
        finding
        for one in _meetings(document)
        for part in one.items or one.parts
        for finding in _of(document.text, part)
    )
    return tuple(sorted(found, key=lambda finding: finding.line))


def _meetings(document: Document) -> Iterator[Document]:
    yield document
    for inner in document.documents:
        yield from _meetings(inner)


def _of(text: str, part: Part) -> Iterator[Finding]:
    blocks = [block for one in part.walk() for block in (one.head, *one.blocks) if block]
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.text) + 1)
    case = "\n".join(block.text for block in blocks)
    ranges = pseudonym.find(case)
    heading = _heading(part, {case[start:end] for start, end in ranges})
    for start, _ in ranges:
        at = bisect_right(starts, start) - 1
        place = _origin(blocks[at], start - starts[at])
        what = "a name beside a pseudonym"
        line = line_of(text, place)
        yield Finding(Concern.PSEUDONYM, what, heading, line, blocks[at].page)


def _heading(part: Part, names: Iterable[str]) -> str:
    """The part's heading; its number alone where a name stands in the heading."""
    if any(name in part.heading for name in names):
        return part.number or ""
    return part.heading


def _origin(block: Block, place: int) -> int:
    """Where a place in the block's text stands in the document's text."""
    run = block.runs[bisect_right(block.runs, place, key=lambda run: run.clean) - 1]
    return run.origin + min(place - run.clean, run.length - 1)
