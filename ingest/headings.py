"""Headings without a number: short lines that stand above running text, a list or rows."""

import re

from ingest.document import PAGE_TOP, Block

MAX_HEADING = 100  # characters
MAX_WORDS = 14
MAX_CELL = 45  # characters
LIST_MARKS = ("•", "-", "–")
ENDS_IN_BRACKET = re.compile(r"[A-ZÆØÅ][^.,;]{3,70}\)")


def is_heading(blocks: list[Block], index: int) -> bool:
    """Whether the block is the heading of what follows it."""
    if not _could_be_heading(blocks, index) or not _stands_clear(blocks, index):
        return False
    return (
        _heads_text(blocks[index + 1])
        or _heads_heading(blocks, index)
        or _heads_rows(blocks, index)
    )


def title_like(text: str) -> bool:
    """Mostly letters, a capital first, no punctuation at the end."""
    letters = sum(c.isalpha() for c in text)
    return (
        letters >= 4
        and letters >= 0.6 * len(text.replace(" ", ""))
        and (text[0].isupper() or text[0] in '§"”’')
        and text[-1] not in ".,;:!)"
    ) or bool(ENDS_IN_BRACKET.fullmatch(text))


def _could_be_heading(blocks: list[Block], index: int) -> bool:
    text = blocks[index].text
    return (
        index + 1 < len(blocks)
        and not blocks[index].cells
        and not _within(blocks[index + 1])
        and len(text) <= MAX_HEADING
        and len(text.split()) <= MAX_WORDS
        and title_like(text)
    )


def _within(following: Block) -> bool:
    """Whether the block has struck words out of the paragraph before it."""
    return following.struck and not following.lead


def _heads_text(following: Block) -> bool:
    text = following.text
    return bool(following.cells) or (
        len(text) > MAX_HEADING or text.startswith(("•", "- ")) or text[-1] in ".:"
    )


def _heads_heading(blocks: list[Block], index: int) -> bool:
    """A heading right above its first subheading, after running text."""
    return (
        index > 0
        and len(blocks[index - 1].text) > MAX_HEADING
        and index + 2 < len(blocks)
        and _could_be_heading(blocks, index)
        and _could_be_heading(blocks, index + 1)
        and len(blocks[index + 2].text) > MAX_HEADING
    )


def _heads_rows(blocks: list[Block], index: int) -> bool:
    """A line apart, after running text, above rows that stand close together."""
    rows = blocks[index + 1 : index + 3]
    return (
        index > 0
        and not _cell_like(blocks[index - 1])
        and len(rows) == 2
        and bool(blocks[index].lead and rows[0].lead and not rows[1].lead)
        and all(len(row.text) <= MAX_HEADING and row.text[-1] not in ".:;,?!" for row in rows)
    )


def _stands_clear(blocks: list[Block], index: int) -> bool:
    """Not in the middle of a table that lost its lines, where every cell looks like a heading."""
    if not index or not _cell_like(blocks[index - 1]) or blocks[index].lead >= PAGE_TOP:
        return True
    below_rows = bool(blocks[index].lead) and not blocks[index - 1].lead
    return below_rows or _heads_heading(blocks, index - 1)


def _cell_like(block: Block) -> bool:
    """A short line without an end among others is a cell of a table that lost its lines."""
    text = block.text
    return len(text) < MAX_CELL and text[-1] not in ".:;?!" and not text.startswith(LIST_MARKS)
