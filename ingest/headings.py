"""Headings without a number: short lines that stand above running text, a list or rows."""

import re

from ingest.blocks import CLOCK, FIGURES, MAX_FIGURES
from ingest.document import PAGE_TOP, Block

MAX_HEADING = 100  # characters
MAX_WORDS = 14
MAX_CELL = 45  # characters
NEAR = 6  # blocks
LIST_MARKS = ("•", "-", "–")
ENDS_IN_BRACKET = re.compile(r"[A-ZÆØÅ][^.,;]{3,70}\)")


def is_heading(blocks: list[Block], index: int) -> bool:
    """Whether the block is the heading of what follows it."""
    if not _could_be_heading(blocks, index) or not _stands_clear(blocks, index):
        return False
    if _is_row(blocks, index) or _among_rows(blocks, index):
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
        and not (CLOCK.match(text) or _ends_in_figures(blocks[index]))
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
    return _below_rows(blocks, index) or _heads_heading(blocks, index - 1)


def _below_rows(blocks: list[Block], index: int) -> bool:
    """Apart from rows that stand close together and say some figure."""
    first = index - 1
    while first > max(0, index - NEAR) and not blocks[first].lead:
        first -= 1
    rows = blocks[first:index]
    return bool(blocks[index].lead) and len(rows) > 1 and any(map(_says_figure, rows))


def _cell_like(block: Block) -> bool:
    """A short line without an end among others is a cell of a table that lost its lines."""
    text = block.text
    return len(text) < MAX_CELL and text[-1] not in ".:;?!" and not text.startswith(LIST_MARKS)


def _is_row(blocks: list[Block], index: int) -> bool:
    """Whether a row near it begins alike: "Fjordby Husene i Vig", "Fjordby Husene i Ry"."""
    words = blocks[index].text.split()
    alike = (i for i in range(max(0, index - NEAR), index) if _alike(blocks[i], words[:3]))
    return any(not _stands_clear(blocks, i) for i in alike) or _alike(blocks[index + 1], words[:2])


def _alike(block: Block, words: list[str]) -> bool:
    """Whether a short line that is no sentence begins with `words`."""
    few = len(words) > 1 and len(block.text) <= MAX_HEADING and title_like(block.text)
    return few and block.text.split()[: len(words)] == words


def _among_rows(blocks: list[Block], index: int) -> bool:
    """Whether a line between two rows of figures explains the one above or begins the one below.

    A heading would stand farther from the row below it than rows do from each other.
    """
    above, below = blocks[max(0, index - NEAR) : index], blocks[index + 1 : index + 1 + NEAR]
    return (
        blocks[index].lead < PAGE_TOP
        and any(map(_ends_in_figures, above))
        and any(map(_ends_in_figures, below))
        and not (_ends_in_figures(below[0]) and blocks[index].lead > below[0].lead)
    )


def _ends_in_figures(block: Block) -> bool:
    return not block.cells and bool(FIGURES.search(block.text[-MAX_FIGURES:]))


def _says_figure(block: Block) -> bool:
    return any(c.isdigit() for c in block.text)
