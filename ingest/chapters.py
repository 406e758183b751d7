"""The inner structure of agreements, reports and annexes: chapters, tables, headings.

A table of contents, where there is one, says which lines are headings; without it a heading is a
short line that ends without punctuation and stands above running text.
"""

import re
from dataclasses import dataclass, field, replace

from ingest.contents import CONTENTS_HEADING, Contents, contents, is_contents_heading, title_of
from ingest.document import Block, Part, PartKind
from ingest.headings import LIST_MARKS, MAX_HEADING, is_heading, title_like
from ingest.names import overlap
from ingest.tables import CAPTION, with_headings
from ingest.terms import CONTENTS

NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(\S.*)")
UNNUMBERED = 8  # deeper than any numbered chapter
TABLE = 9
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
            label=CONTENTS if CONTENTS_HEADING.fullmatch(self.heading) else None,
        )


def outline(
    blocks: list[Block], *, headings: bool = True, titled: bool = True
) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """The blocks before the first heading, and the chapters, tables and headings after it.

    Without `headings` only a table of contents is set apart and tables get their headings. What is
    `titled` may begin with a title, which is no chapter of it.
    """
    listed, where = contents(blocks)
    title = title_of(blocks, where) if titled else None
    if title is not None:
        blocks = [*blocks[:title], replace(blocks[title], level=0), *blocks[title + 1 :]]
    stack = [_Open(0, PartKind.CHAPTER, "")]
    index = 0
    while index < len(blocks):
        if index in where or (index + 1 in where and is_contents_heading(blocks[index])):
            index = _take_contents(stack, blocks, index, where)
        elif blocks[index].cells:
            index = _take_rows(stack, blocks, index)
        else:
            _take(stack, blocks, index, listed if headings else None)
            index += 1
    _close(stack, 1)
    return tuple(stack[0].blocks), tuple(stack[0].parts)


def _take_contents(
    stack: list[_Open], blocks: list[Block], index: int, where: frozenset[int]
) -> int:
    head = None if index in where else blocks[index]
    index += head is not None
    heading = head.text if head else CONTENTS
    _begin(stack, _Open(UNNUMBERED, PartKind.SECTION, heading, head=head))
    while index in where:
        stack[-1].blocks.append(blocks[index])
        index += 1
    _close(stack, UNNUMBERED)
    return index


def _take_rows(stack: list[_Open], blocks: list[Block], index: int) -> int:
    end = index
    while end < len(blocks) and blocks[end].cells:
        end += 1
    stack[-1].blocks.extend(with_headings(blocks[index:end]))
    if stack[-1].kind is PartKind.TABLE:
        _close(stack, TABLE)
    return end


def _take(stack: list[_Open], blocks: list[Block], index: int, listed: Contents | None) -> None:
    """A heading begins a part, other text goes on with the part that is open."""
    block = blocks[index]
    found = _heading(blocks, index, stack, listed) if listed and not block.struck else None
    if found:
        level, number, title = found
        kind = PartKind.TABLE if level == TABLE else PartKind.CHAPTER
        _begin(stack, _Open(level, kind, title, number, block))
        return
    if stack[-1].kind is PartKind.TABLE and len(block.text) > MAX_HEADING:
        _close(stack, TABLE)
    stack[-1].blocks.append(block)


def _begin(stack: list[_Open], part: _Open) -> None:
    _close(stack, part.level)
    stack.append(part)


def _close(stack: list[_Open], level: int) -> None:
    while len(stack) > 1 and stack[-1].level >= level:
        done = stack.pop()
        stack[-1].parts.append(done.closed())


def _heading(
    blocks: list[Block], index: int, stack: list[_Open], listed: Contents
) -> tuple[int, str | None, str] | None:
    """Level, number and title, if the block is a heading."""
    text = blocks[index].text
    if text.startswith(LIST_MARKS):
        return None
    if len(text) <= MAX_CAPTION and CAPTION.fullmatch(text) and _before_rows(blocks, index):
        return TABLE, None, text
    level = blocks[index].level
    if len(text) > (MAX_CAPTION if level else MAX_HEADING) or FIGURE_CAPTION.match(text):
        return None
    numbered = NUMBER.fullmatch(text)
    if numbered and _chapter(numbered, blocks, index, stack, listed):
        return max(level, numbered[1].count(".") + 1), numbered[1], numbered[2]
    if any(
        abs(len(text) - len(title)) < 12 and overlap(text, title) == 1 for title in listed.plain
    ):
        return 1, None, text
    if level:
        return min(level, UNNUMBERED), None, text
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
    if blocks[index].level:
        return title[0].isupper()
    if number in listed.numbered:
        return overlap(title, listed.numbered[number]) >= 0.5
    if not title_like(title):
        return False
    chapters = (open_.number for open_ in stack if open_.number and "." not in open_.number)
    last = next(chapters, None)
    if "." in number:
        return last is not None and number.split(".")[0] == last
    if listed.numbered or listed.plain:
        return False
    expected = int(last) + 1 if last else 1
    return int(number) == expected and _heads_chapter(number, blocks[index + 1 : index + 2])


def _heads_chapter(number: str, following: list[Block]) -> bool:
    """Text or a subchapter follows a chapter's heading; the next number follows a list's item."""
    after = next((NUMBER.fullmatch(block.text) for block in following), None)
    return bool(following) and (after is None or after[1].startswith(f"{number}."))
