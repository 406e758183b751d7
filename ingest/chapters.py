"""The inner structure of agreements, reports and annexes: chapters, tables, headings.

A table of contents, where there is one, says which lines are headings; without it a heading is a
short line that ends without punctuation and stands above running text.
"""

import re
from dataclasses import dataclass, field

from ingest.document import Block, Part, PartKind
from ingest.names import overlap
from ingest.tables import CAPTION, with_headings

NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(\S.*)")
CONTENTS_LINE = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+)?(?P<title>\S.*?)"
    r"(?:\s*\.{4,}[\s.]*\d{0,3}|\s*\.{5,}|\s\d{1,3})"
)
CONTENTS_HEADING = re.compile(r"(?:\d{1,2}\.? )?indhold(?:sfortegnelse)?:?", re.IGNORECASE)
UNNUMBERED = 8  # deeper than any numbered chapter
TABLE = 9
MAX_HEADING = 100  # characters
MAX_CAPTION = 250  # characters
FIGURE_CAPTION = re.compile(r"Figur \d", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A part being filled; `level` is its depth, 0 for the part that holds everything."""

    level: int
    kind: PartKind
    heading: str
    number: str | None = None
    head: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def closed(self) -> Part:
        return Part(
            kind=self.kind,
            heading=self.heading,
            head=self.head,
            blocks=tuple(self.blocks),
            parts=tuple(self.parts),
            number=self.number,
            label="Indhold" if CONTENTS_HEADING.fullmatch(self.heading) else None,
        )


@dataclass(frozen=True, slots=True)
class Contents:
    """What the table of contents lists: titles by number, and titles without one."""

    numbered: dict[str, str]
    plain: tuple[str, ...]


def outline(
    blocks: list[Block], *, headings: bool = True
) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """The blocks before the first heading, and the chapters, tables and headings after it.

    Without `headings` only a table of contents is set apart and tables get their headings.
    """
    listed, where = contents(blocks)
    stack = [_Open(0, PartKind.CHAPTER, "")]
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if index in where:
            _begin(stack, UNNUMBERED, PartKind.SECTION, "Indhold")
            while index < len(blocks) and index in where:
                stack[-1].blocks.append(blocks[index])
                index += 1
            _close(stack, UNNUMBERED)
            continue
        found = _heading(blocks, index, stack, listed) if headings and not block.struck else None
        if found:
            level, number, title = found
            kind = PartKind.TABLE if level == TABLE else PartKind.CHAPTER
            _begin(stack, level, kind, title, number, block)
        elif block.cells:
            rows = _rows(blocks, index)
            stack[-1].blocks.extend(with_headings(rows))
            index += len(rows)
            if stack[-1].kind is PartKind.TABLE:
                _close(stack, TABLE)
            continue
        else:
            if stack[-1].kind is PartKind.TABLE and len(block.text) > MAX_HEADING:
                _close(stack, TABLE)
            stack[-1].blocks.append(block)
        index += 1
    _close(stack, 1)
    return tuple(stack[0].blocks), tuple(stack[0].parts)


def _begin(
    stack: list[_Open],
    level: int,
    kind: PartKind,
    heading: str,
    number: str | None = None,
    head: Block | None = None,
) -> None:
    _close(stack, level)
    stack.append(_Open(level, kind, heading, number, head))


def _close(stack: list[_Open], level: int) -> None:
    while len(stack) > 1 and stack[-1].level >= level:
        done = stack.pop()
        stack[-1].parts.append(done.closed())


def _rows(blocks: list[Block], index: int) -> list[Block]:
    end = index
    while end < len(blocks) and blocks[end].cells:
        end += 1
    return blocks[index:end]


def _heading(
    blocks: list[Block], index: int, stack: list[_Open], listed: Contents
) -> tuple[int, str | None, str] | None:
    """Level, number and title, if the block is a heading."""
    text = blocks[index].text
    if blocks[index].cells or text.startswith(("•", "-", "–")):
        return None
    if len(text) <= MAX_CAPTION and CAPTION.fullmatch(text) and _before_rows(blocks, index):
        return TABLE, None, text
    if len(text) > MAX_HEADING or FIGURE_CAPTION.match(text):
        return None
    numbered = NUMBER.fullmatch(text)
    if numbered and _chapter(numbered, blocks, index, stack, listed):
        return numbered[1].count(".") + 1, numbered[1], numbered[2]
    if any(
        overlap(text, title) == 1 and abs(len(text) - len(title)) < 12 for title in listed.plain
    ):
        return 1, None, text
    if not numbered and is_heading(blocks, index):
        return UNNUMBERED, None, text
    return None


def _before_rows(blocks: list[Block], index: int) -> bool:
    """A caption stands above a table; the same words in running text do not."""
    return any(block.cells for block in blocks[index + 1 : index + 3])


def _chapter(
    numbered: re.Match[str], blocks: list[Block], index: int, stack: list[_Open], listed: Contents
) -> bool:
    number, title = numbered[1], numbered[2]
    if number in listed.numbered:
        return overlap(title, listed.numbered[number]) >= 0.5
    if not _title_like(title):
        return False
    last = next((open_.number for open_ in stack if open_.level == 1), None)
    if "." in number:
        return last is not None and number.split(".")[0] == last
    if listed.numbered or listed.plain:
        return False
    expected = int(last) + 1 if last else 1
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return int(number) == expected and bool(following) and not NUMBER.fullmatch(following)


def is_heading(blocks: list[Block], index: int) -> bool:
    """Whether a short line without end punctuation stands above running text or a list."""
    text = blocks[index].text
    if not _title_like(text) or len(text.split()) > 14 or index + 1 >= len(blocks):
        return False
    if index and _cell_like(blocks[index - 1].text):
        return False
    following = blocks[index + 1]
    if following.cells:
        return not blocks[index].cells
    after = following.text
    return len(after) > MAX_HEADING or after.startswith(("•", "- ")) or after.rstrip()[-1:] in ".:"


def _cell_like(text: str) -> bool:
    """A short line without an end among others is a cell of a table that lost its lines."""
    return len(text) < 45 and text[-1] not in ".:;?!" and not text.startswith(("•", "-", "–"))


def _title_like(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return (
        letters >= 4
        and letters >= 0.6 * len(text.replace(" ", ""))
        and (text[0].isupper() or text[0] in '§"”’')
        and text[-1] not in ".,;:!)"
    ) or bool(re.fullmatch(r"[A-ZÆØÅ][^.,;]{3,70}\)", text))


def contents(blocks: list[Block]) -> tuple[Contents, frozenset[int]]:
    """The table of contents and the indexes of its blocks: three entries or more in a row."""
    numbered: dict[str, str] = {}
    plain: list[str] = []
    where: set[int] = set()
    index = 0
    while index < len(blocks):
        end = index
        entries: list[re.Match[str]] = []
        while end < len(blocks) and (entry := _entry(blocks, end, entries)):
            entries.append(entry)
            end += 1
        if len(entries) >= 3 and _is_contents(blocks, index, entries):
            where.update(range(index, end))
            for entry in entries:
                if entry["number"]:
                    numbered.setdefault(entry["number"], entry["title"])
                else:
                    plain.append(entry["title"])
        index = max(end, index + 1)
    return Contents(numbered, tuple(plain)), frozenset(where)


def _is_contents(blocks: list[Block], first: int, entries: list[re.Match[str]]) -> bool:
    """Rows that end in a figure may be data; only contents are announced, numbered or dotted."""
    announced = first > 0 and CONTENTS_HEADING.fullmatch(blocks[first - 1].text)
    pages = [int(found[0]) for e in entries if (found := re.search(r"\d{1,3}$", e.string))]
    led = any(entry["number"] or "...." in entry.string for entry in entries)
    return bool(announced or led) and pages == sorted(pages)


def _entry(blocks: list[Block], index: int, before: list[re.Match[str]]) -> re.Match[str] | None:
    """A line of a table of contents: it ends in a page number, dots lead to it or rows hold it."""
    block = blocks[index]
    found = CONTENTS_LINE.fullmatch(block.text)
    if not found or len(block.text) > 200:
        return None
    led = "...." in block.text or (block.cells and re.fullmatch(r"\d{1,3}", block.cells[-1].text))
    return found if led or (found["number"] and before) else None
