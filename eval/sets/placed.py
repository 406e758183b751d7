"""Checks of the meeting and the agenda item that a question's answer is said to be from."""

from collections.abc import Iterator
from datetime import date

from eval.sets.collection import Collection, names
from eval.sets.finding import Finding
from eval.sets.item import Item
from eval.sets.quoted import cut
from index import Block, Document, Part
from ingest.lines import line_of


def placed(item: Item, collection: Collection) -> Iterator[Finding]:
    """A meeting or an item that is not in the collection, or that no quote is from."""
    if item.meeting is None:
        return
    held = [paper for paper in collection.papers if paper.held == item.meeting]
    points = [part for paper in held for part in paper.items if part.number == item.punkt]
    if not held:
        known = sorted({paper.held for paper in collection.papers if paper.held})
        days = ", ".join(map(date.isoformat, known)) or "none"
        says = f"there is no meeting of {item.meeting}; the meetings are {days}"
        yield Finding(item.id, says, doubt=not item.answerable)
    elif item.punkt and not points:
        numbers = [part.number for paper in held for part in paper.items if part.number]
        says = f"the meeting of {item.meeting} has no item {item.punkt}; it has"
        yield Finding(item.id, f"{says} {', '.join(dict.fromkeys(numbers))}")
    elif item.punkt and item.references and not _from(item, held, points, collection):
        says = f"no quote stands in item {item.punkt} of the meeting of {item.meeting}"
        yield Finding(item.id, f"{says} (“{cut(points[0].heading, 60)}”); mend one", doubt=True)


def _from(item: Item, held: list[Document], points: list[Part], collection: Collection) -> bool:
    """Whether a quote stands inside one of the agenda items, in the file that has it."""
    for paper in held:
        found = [collection.texts[name] for name in names(paper) if name in collection.texts]
        spans = [_lines(paper, part) for part in points if part in paper.items]
        for reference in item.references:
            if reference.document not in names(paper):
                continue
            at = found[0].places(reference.quote)
            if any(first <= a and b <= last for a, b in at for first, last in spans):
                return True
    return False


def _lines(paper: Document, item: Part) -> tuple[int, int]:
    """The lines from an item's first block to its last; an annex printed in it is part of it."""
    blocks = [block for part in item.walk() for block in _blocks(part)]
    if not blocks:
        return 0, 0
    starts, ends = zip(*(block.span for block in blocks), strict=True)
    return line_of(paper.text, min(starts)), line_of(paper.text, max(ends) - 1)


def _blocks(part: Part) -> tuple[Block, ...]:
    return (*((part.head,) if part.head else ()), *part.blocks)
