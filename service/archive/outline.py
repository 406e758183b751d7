"""A document's headings in reading order, with what each heads."""

from collections.abc import Iterator, Sequence

from index import Block, Document, Kind, Part, PartKind
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.answer import Outcome
from service.archive.records import Heading
from service.outcome import done
from service.places import url_at


def headings(document: Document) -> Iterator[Heading]:
    """The headings that stand in the text; what only the reading of it calls a part is none."""
    yield from _below(document, document.parts, 1)


def _below(document: Document, parts: Sequence[Part], level: int) -> Iterator[Heading]:
    for part in parts:
        if part.head:
            yield _heading(document, part, part.head, level)
        yield from _below(document, part.parts, level + 1 if part.head else level)


def _heading(document: Document, part: Part, head: Block, level: int) -> Heading:
    start, end = head.span
    return Heading(
        level=level,
        kind=part.kind.value,
        number=part.number,
        heading=part.heading,
        page=head.page,
        outcome=_outcome(document, part),
        start=start,
        end=max(block.span[1] for block in (head, *_blocks(part))),
        url=url_at(document.id, start, end),
    )


def _blocks(part: Part) -> Iterator[Block]:
    for below in part.walk():
        yield from (below.head,) if below.head else ()
        yield from below.blocks


def _outcome(document: Document, part: Part) -> Outcome | None:
    """What stands under a heading of an item: what was done, or what was recommended."""
    if part.kind is PartKind.ITEM:
        own = (p for p in part.parts if p.kind is PartKind.SECTION and p.label in OUTCOMES)
        told = "\n".join(filter(None, map(_told, own)))
        if document.kind is Kind.DAGSORDEN:
            return Outcome.AGENDA_ONLY
        return done(told) if told else None
    if part.kind is not PartKind.SECTION:
        return None
    if part.label in OUTCOMES:
        return done(told) if (told := _told(part)) else None
    agenda = document.kind is Kind.DAGSORDEN
    recommended = Outcome.AGENDA_ONLY if agenda else Outcome.RECOMMENDED
    return recommended if part.label == RECOMMENDATION else None


def _told(section: Part) -> str:
    """Its text; what is struck or proposed is not what was said."""
    blocks = (block for part in section.walk() for block in part.blocks)
    return "\n".join(block.text for block in blocks if not (block.struck or block.inserted))
