"""A passage to quote for an agenda item: what the meeting did, else what it was asked to do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from index import Block, Document, Kind, Part, PartKind, Passage, Ref, Visibility, sentences
from ingest import Run
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.outcome import tells_outcome

SHORT = 350  # characters; a whole sentence is always quoted

Names = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage, and `whole`, the whole text of the point it is from."""

    passage: Passage
    whole: str


def quoted(document: Document, position: int, names: Names | None = None) -> Quote | None:
    """What to quote of the item at `position`, counted from 1, of a `document` as it is shown.

    `names` tells a sentence that names what is asked about; where an outcome has points of its own,
    only those under such a heading are read.
    """
    passage = whole(document, position, names)
    if passage is None or not passage.runs:
        return None
    short = _opening(passage, names) if passage.ref.section else passage
    return Quote(short, passage.text)


def whole(document: Document, position: int, names: Names | None = None) -> Passage | None:
    """As `quoted`: the whole text of the section, or of its points that name what is asked about.

    Where the item has neither outcome nor recommendation it is its title, of no section; empty
    where the item has not even that. `None` where there is no such item.
    """
    if position > len(document.items):
        return None
    item = document.items[position - 1]
    for labels in (OUTCOMES, (RECOMMENDATION,)):
        own = [p for p in item.parts if p.kind is PartKind.SECTION and p.label in labels]
        blocks = [block for part in _points(own, names) for block in _blocks(part)]
        if blocks:
            return _passage(blocks, _ref(document, item, own[0].label), document.labels)
    blocks = [item.head] if item.head else []
    return _passage(blocks, _ref(document, item, None), document.labels)


def _points(sections: Sequence[Part], names: Names | None) -> Sequence[Part]:
    points = [point for section in sections for point in section.parts]
    return [point for point in points if names and names(point.heading)] or sections


def _blocks(section: Part) -> Iterator[Block]:
    """The text of a section: struck and proposed text is not what was said."""
    for part in section.walk():
        yield from (block for block in part.blocks if not block.struck and not block.inserted)


def _ref(document: Document, item: Part, section: str | None) -> Ref:
    return Ref(
        document=document.id,
        source=document.source,
        title=document.title,
        kind=document.kind,
        status=document.status,
        visibility=max((document.visibility, item.visibility), key=_closed),
        body=document.body,
        held=document.held,
        punkt=item.number,
        item_title=item.heading,
        section=section,
        edition=document.edition,
        agenda_only=document.kind is Kind.DAGSORDEN,
    )


def _closed(visibility: Visibility) -> bool:
    return visibility is Visibility.CLOSED


def _passage(blocks: Sequence[Block], ref: Ref, labels: Sequence[str]) -> Passage:
    starts = accumulate((len(block.text) + 1 for block in blocks), initial=0)
    runs = tuple(
        replace(run, clean=run.clean + start)
        for block, start in zip(blocks, starts, strict=False)
        for run in block.runs
    )
    text = "\n".join(block.text for block in blocks)
    page = blocks[0].page if blocks else None
    printed = labels[page - 1] if page and page <= len(labels) else None
    placed = replace(ref, page=page, page_label=printed if printed != str(page) else None)
    return Passage(0, 0, text, "", runs, placed)


def _opening(passage: Passage, names: Names | None) -> Passage:
    """Its first sentences, from the one that tells most where that comes late."""
    said = sentences(passage.text)
    if not said:
        return passage
    told = [passage.text[start:end] for start, end in said]
    first = max(range(len(told)), key=lambda i: (_telling(told[i], names), -i))
    if said[first][1] <= SHORT:
        first = 0
    start, end = said[first]
    for _, stop in said[first:]:
        if stop - start <= SHORT:
            end = stop
    return _cut(passage, start, end)


def _telling(sentence: str, names: Names | None) -> int:
    named = bool(names and names(sentence))
    return 2 * named + tells_outcome(sentence)


def _cut(passage: Passage, start: int, end: int) -> Passage:
    """The passage's text from `start` to `end`."""
    inside = (
        (run, max(run.clean, start), min(run.clean + run.length, end)) for run in passage.runs
    )
    runs = (Run(a - start, run.origin + a - run.clean, b - a) for run, a, b in inside if a < b)
    return replace(passage, text=passage.text[start:end], runs=tuple(runs))
