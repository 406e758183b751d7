"""The front page does not tell what closed items are about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.dates import first_date
from ingest.document import Block, Part, Visibility
from ingest.marking import closed_by_title, without_mark

SHORTEST = 6  # letters of a title that tells something
ENTRY = re.compile(r"(?:punkt |pkt\.? ?)?(\d{1,3})[.:)]?\s+(?!\d)", re.IGNORECASE)
MAX_PIECES = 4  # blocks; no title is broken over more


def without_closed(front: Part, closed: list[Part]) -> Part:
    """The front matter with the lines that name a closed item closed too."""
    if not closed:
        return front
    shut = _betraying(front.blocks, closed)
    inner = tuple(without_closed(part, closed) for part in front.parts)
    blocks = tuple(block for i, block in enumerate(front.blocks) if i not in shut)
    if shut:
        hidden = tuple(block for i, block in enumerate(front.blocks) if i in shut)
        inner = (*inner, replace(_empty(front), blocks=hidden))
    return replace(front, blocks=blocks, parts=inner)


def _empty(front: Part) -> Part:
    return Part(front.kind, "", label=front.label, visibility=Visibility.CLOSED)


def _betraying(blocks: tuple[Block, ...], closed: list[Part]) -> set[int]:
    """The places of the blocks that name a closed item by its title or its number."""
    texts = [block.text for block in blocks]
    names = [name for item in closed if len(name := letters(item.heading)) >= SHORTEST]
    shut = {i for i, text in enumerate(texts) if closed_by_title(text)}
    shut |= {place for name in names for place in _named(texts, name)}
    shut |= {place for item in closed for place in _numbered(texts, item)}
    return shut


def letters(title: str) -> str:
    """What two spellings of a title have in common; a closing mark is no part of it."""
    return "".join(c for c in without_mark(title).casefold() if c.isalnum())


def _named(texts: list[str], name: str) -> Iterator[int]:
    """The places of a title, which may be broken over several blocks."""
    for first in range(len(texts)):
        for last in range(first + 1, min(first + MAX_PIECES, len(texts)) + 1):
            if name in "".join(map(letters, texts[first:last])):
                if name not in "".join(map(letters, texts[first + 1 : last])):
                    yield from range(first, last)
                break


def _numbered(texts: list[str], item: Part) -> Iterator[int]:
    """The places of the agenda's line with the item's number, and of the rest of its title."""
    name = letters(item.heading)
    for place, text in enumerate(texts):
        entry = ENTRY.match(text)
        if not entry or entry[1] != item.number or _dated(text):
            continue
        yield place
        after = next(iter(texts[place + 1 : place + 2]), "")
        if name not in letters(text) and after and not ENTRY.match(after):
            yield place + 1


def _dated(text: str) -> bool:
    """A date begins with a number too."""
    return first_date(" ".join(text.split()[:3])) is not None
