"""Lines to blocks: paragraphs put together again, list items and table rows apart.

Two converters made the older texts. One ends a line at the page's edge and may put an empty line
after every one of them, so an empty line alone does not end a paragraph; the other writes a
paragraph a line. Which it was shows in the length of the lines.
"""

import re
from dataclasses import dataclass

from ingest.clean import BULLET_GLYPHS, STRUCK, clean, cut, joined
from ingest.document import Block, Cell
from ingest.lines import Line

BULLET = re.compile(rf"\s*(?:[{BULLET_GLYPHS}•◦–-]\s*(?=\S)|o\s+(?=\S))")
NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zA-Z][.)])\s+\S")
ENDED = re.compile(r"[.:!?;][\"”’)]*\s*$")
LOWER_START = re.compile(r"\s*[a-zæøåéü(]")
WRAP_LIMIT = 135  # characters; the widest page in the collection that was broken into lines has 126
FULL_LINE = 0.6  # of the text's width; a shorter line was ended by its writer


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text's lines were made: `wrapped` at `width` characters, or a paragraph a line.

    `paged` says whether page breaks are known.
    """

    wrapped: bool
    width: int
    paged: bool


def layout(lines: list[Line]) -> Layout:
    """Read off the 95th percentile of the lines' lengths."""
    lengths = sorted(len(line.bare) for line in lines if not line.blank) or [0]
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    paged = any(line.opens_page for line in lines)
    return Layout(wrapped=width <= WRAP_LIMIT, width=max(width, 1), paged=paged)


def paragraphs(lines: list[Line], how: Layout) -> list[list[Line]]:
    """The lines of each paragraph, list item or table row, in order."""
    groups: list[list[Line]] = []
    gap: list[Line] = []
    for line in lines:
        if line.blank:
            gap.append(line)
            continue
        if groups and _goes_on(groups[-1], gap, line, how):
            groups[-1].append(line)
        else:
            groups.append([line])
        gap = []
    return groups


def _goes_on(group: list[Line], gap: list[Line], line: Line, how: Layout) -> bool:
    last = group[-1]
    if "\t" in line.text or "\t" in last.text or starts_item(line):
        return False
    if last.text.rstrip().endswith("-") and LOWER_START.match(line.text):
        return True
    if _open_strike(group):
        return True
    if not how.wrapped:
        return False
    if ENDED.search(last.text):
        return not gap and len(last.bare) >= FULL_LINE * how.width
    if line.opens_page or gap:
        lower = bool(LOWER_START.match(line.text))
        soft = line.opens_page or _soft(gap)
        return soft and (lower or (not line.opens_page and len(last.bare) >= 0.75 * how.width))
    return len(last.bare) >= FULL_LINE * how.width or bool(LOWER_START.match(line.text))


def _soft(gap: list[Line]) -> bool:
    """One empty line; a line with a blank in it, or two lines, is a writer's own space."""
    return len(gap) == 1 and gap[0].text == ""


def _open_strike(group: list[Line]) -> bool:
    return sum(line.text.count("~~") for line in group) % 2 == 1


def starts_item(line: Line) -> bool:
    """Whether the line begins a list item."""
    return bool(BULLET.match(line.text) or NUMBERED.match(line.text))


def blocks(lines: list[Line], how: Layout) -> list[Block]:
    """The lines as blocks; a struck passage is a block of its own after the text it stood in."""
    out: list[Block] = []
    for group in paragraphs(lines, how):
        if "\t" in group[0].text:
            out.append(_row(group[0]))
        else:
            out.extend(_block(group))
    return out


def _block(group: list[Line]) -> list[Block]:
    raw, places = joined(group)
    struck = [match.span() for match in STRUCK.finditer(raw)]
    found = [_made(raw, places, _between(struck, len(raw)), group[0].page, struck=False)]
    for match in STRUCK.finditer(raw):
        found.append(_made(raw, places, [match.span("text")], group[0].page, struck=True))
    return [block for block in found if block]


def _between(cuts: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for pair in cuts for edge in pair), length]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _made(
    raw: str, places: list[int], keep: list[tuple[int, int]], page: int | None, *, struck: bool
) -> Block | None:
    text, runs = clean(*cut(raw, places, keep))
    return Block(text, runs, page, struck=struck) if any(c.isalnum() for c in text) else None


def _row(line: Line) -> Block:
    """A table row as it stands; the table's headings are put to its cells later."""
    text, runs = clean(line.text, list(range(line.start, line.start + len(line.text))))
    cells = []
    for piece in line.text.split("\t"):
        cells.append(Cell("", clean(piece, list(range(len(piece))))[0]))
    return Block(text, runs, line.page, cells=tuple(cells))
