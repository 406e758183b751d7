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
    return Contents(numbered, tuple(plain)), frozenset(where)


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
