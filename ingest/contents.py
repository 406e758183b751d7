"""Tables of contents: which lines they are, and the headings they promise."""

import re
from dataclasses import dataclass

from ingest.document import Block

CONTENTS_LINE = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+)?(?P<title>\S.*?)"
    r"(?:\s*\.{4,}[\s.]*\d{0,3}|\s*\.{5,}|\s\d{1,3})"
)
CONTENTS_HEADING = re.compile(r"(?:\d{1,2}\.? )?indhold(?:sfortegnelse)?:?", re.IGNORECASE)
MIN_ENTRIES = 3
MAX_ENTRY = 200  # characters
MAX_ABOVE_TITLE = 8  # blocks
MAX_TITLE = 100  # characters
PAGE = re.compile(r"\s*\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Contents:
    """What the table of contents lists: titles by number, and titles without one."""

    numbered: dict[str, str]
    plain: tuple[str, ...]


def contents(blocks: list[Block]) -> tuple[Contents, frozenset[int]]:
    """The table of contents and the indexes of its blocks: three entries or more in a row."""
    numbered: dict[str, str] = {}
    plain: list[str] = []
    where: set[int] = set()
    index = 0
    while index < len(blocks):
        entries = _entries(blocks, index)
        if len(entries) >= MIN_ENTRIES and _is_contents(blocks, index, entries):
            where.update(range(index, index + len(entries)))
            for entry in entries:
                if entry["number"]:
                    numbered.setdefault(entry["number"], entry["title"])
                else:
                    plain.append(entry["title"])
        index += max(len(entries), 1)
    return Contents(numbered, tuple(plain)), frozenset(where) | _promised(blocks)


def _promised(blocks: list[Block]) -> frozenset[int]:
    """The lines in a row that say what the file's own headings say further down."""
    ahead = {_letters(block.text) for block in blocks if block.level}
    if not ahead:
        return frozenset()
    where: set[int] = set()
    run: list[int] = []
    for index, block in enumerate(blocks):
        text = block.text if len(block.text) <= MAX_ENTRY else ""
        if not block.level and {_letters(text), _letters(PAGE.sub("", text))} & ahead:
            run.append(index)
            continue
        where.update(run if len(run) >= MIN_ENTRIES else ())
        run = []
    return frozenset(where)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def title_of(blocks: list[Block], contents: frozenset[int]) -> int | None:
    """The index of the title of a document whose file marks its headings.

    It is the first heading, where a few short lines at most stand above it, and only such lines
    between it and the next heading or the contents.
    """
    heads = [index for index, block in enumerate(blocks) if block.level]
    if not heads or heads[0] > MAX_ABOVE_TITLE or min(contents, default=heads[0]) < heads[0]:
        return None
    following = min([*heads[1:], *contents, len(blocks)])
    around = [block for block in blocks[:following] if not block.level]
    return None if any(map(_is_text, around)) else heads[0]


def _is_text(block: Block) -> bool:
    return bool(block.cells) or len(block.text) > MAX_TITLE or block.text[-1] in ".:;"


def _entries(blocks: list[Block], first: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while first + len(found) < len(blocks):
        entry = _entry(blocks[first + len(found)], found)
        if not entry:
            break
        found.append(entry)
    return found


def _entry(block: Block, before: list[re.Match[str]]) -> re.Match[str] | None:
    """A line of a table of contents: it ends in a page number, dots lead to it or rows hold it."""
    found = CONTENTS_LINE.fullmatch(block.text) if len(block.text) <= MAX_ENTRY else None
    if not found:
        return None
    led = "...." in block.text or (block.cells and re.fullmatch(r"\d{1,3}", block.cells[-1].text))
    return found if led or (found["number"] and before) else None


def _is_contents(blocks: list[Block], first: int, entries: list[re.Match[str]]) -> bool:
    """Rows that end in a figure may be data; only contents are announced, numbered or dotted."""
    announced = first > 0 and is_contents_heading(blocks[first - 1])
    pages = [int(found[0]) for e in entries if (found := re.search(r"\d{1,3}$", e.string))]
    led = any(entry["number"] or "...." in entry.string for entry in entries)
    return (announced or led) and pages == sorted(pages)


def is_contents_heading(block: Block) -> bool:
    """Whether the block announces a table of contents."""
    return bool(CONTENTS_HEADING.fullmatch(block.text))
