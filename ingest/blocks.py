"""Lines to blocks: paragraphs put together again, list items and table rows apart.

Two converters made the older texts. One ends a line at the page's edge and may put an empty line
after every one of them, so an empty line alone does not end a paragraph; the other writes a
paragraph a line. Which it was shows in the length of the lines.
"""

import re
from dataclasses import dataclass, replace

from ingest.clean import BULLET_GLYPHS, INSERTED, STRUCK, Places, clean, cleaned, cut, joined
from ingest.document import PAGE_TOP, Block, Cell
from ingest.lines import Line

BULLET = re.compile(rf"\s*(?:[{BULLET_GLYPHS}•◦–-]\s*(?=\S)|o\s+(?=\S))")
NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zA-Z][.)])\s+\S")
CLOCK = re.compile(r"\s*kl\.\s*\d{1,2}[.:]\d{2}\s*:", re.IGNORECASE)  # a line of a programme
ENDED = re.compile(r"[.:!?;][\"”’)]*\s*\Z")
LEADER = re.compile(r"\.{4,}[\s.]*\d{0,3}\s*\Z")  # to the page number in a table of contents
LOWER_START = re.compile(r"\s*[a-zæøåéü(]")
RANGE_END = re.compile(r"\d[-–][ \t]*\Z")
DIGIT_START = re.compile(r"\s*\d")
OPEN_BRACKET = re.compile(r"\([^()]*\Z")
CLOSES_BRACKET = re.compile(r"[^()]{0,60}\)")
# The end of a table row that lost its lines: "Lyngen § 107 Døgn 95 1.800 1.850 2,8%"
FIGURES = re.compile(r"(?:\s[-+]?\d+(?:[.,]\d+)*%?){3,}\s*\Z")
MAX_FIGURES = 120  # characters; enough to see three figures
WRAP_LIMIT = 135  # characters; the widest page in the collection that was broken into lines has 126
MIN_WIDTH = 60  # characters; no page is narrower, so shorter lines were ended by their writer
FULL_LINE = 0.6  # of the text's width; a shorter line was ended by its writer
MAX_STRIKE = 40  # lines; a mark that closes none so near was never closed


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text's lines were made: `wrapped` at `width` characters, or a paragraph a line.

    `paged` says whether page breaks are known.
    """

    wrapped: bool
    width: int
    paged: bool


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph, list item or table row; `lead` as in `Block`."""

    lines: list[Line]
    lead: int


def layout(lines: list[Line], *, paragraphs: bool | None = None) -> Layout:
    """Read off the 95th percentile of the lines' lengths, unless it is known (`paragraphs`)."""
    lengths = sorted(len(line.bare) for line in lines if not line.blank) or [0]
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    # The first line opens a page in any file. A word processor's file has the breaks its writer
    # made, not those where a page was full; only numbered pages are all of them.
    known = not paragraphs or any(line.page for line in lines)
    paged = known and sum(line.opens_page for line in lines) > 1
    wrapped = width <= WRAP_LIMIT if paragraphs is None else not paragraphs
    return Layout(wrapped=wrapped, width=max(width, MIN_WIDTH), paged=paged)


def paragraphs(lines: list[Line], how: Layout) -> list[Paragraph]:
    """The text's paragraphs, list items and table rows, in order."""
    groups: list[Paragraph] = []
    strikes = _strikes(lines)
    last = -1  # the index of the line with text before this one
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if groups and (index in strikes or _goes_on(lines, last, index, how)):
            groups[-1].lines.append(line)
        else:
            lead = PAGE_TOP if line.opens_page else index - last - 1
            groups.append(Paragraph([line], lead))
        last = index
    return groups


def _goes_on(lines: list[Line], before: int, index: int, how: Layout) -> bool:
    """Whether `lines[index]` goes on with the paragraph of `lines[before]`."""
    last, line = lines[before], lines[index]
    if line.joins is not None:
        return line.joins
    if "\t" in line.text or "\t" in last.text or starts_item(line):
        return False
    if last.text.rstrip().endswith("-") and LOWER_START.match(line.text):
        return True
    if how.wrapped and FIGURES.search(last.text[-MAX_FIGURES:]):
        return bool(LOWER_START.match(line.text))
    if index - before <= 2 and _closes_bracket(last, line):
        return True
    if RANGE_END.search(last.text[-8:]) and DIGIT_START.match(line.text) and index - before <= 2:
        return True
    if not how.wrapped or LEADER.search(last.text):
        return False
    gap = index - before - 1
    if ENDED.search(last.text[-8:]):
        return not gap and len(last.bare) >= FULL_LINE * how.width
    if not gap and not line.opens_page:
        wide = len(last.bare) >= FULL_LINE * how.width
        return wide or bool(LOWER_START.match(line.text)) or _is_item_apart(lines, before)
    return _goes_on_over_gap(lines, before, index, how)


def _closes_bracket(last: Line, line: Line) -> bool:
    """Whether a bracket opens in one line and closes in the other: "Lyngen (før" + "Hede)"."""
    return bool(OPEN_BRACKET.search(last.text) and CLOSES_BRACKET.match(line.text))


def _goes_on_over_gap(lines: list[Line], before: int, index: int, how: Layout) -> bool:
    """A page break, or one empty line: it parts paragraphs where lines stand close, else lines."""
    last, line = lines[before], lines[index]
    soft = index - before == 2 and lines[before + 1].text == ""
    if not (line.opens_page or soft):
        return False
    if LOWER_START.match(line.text) or line.opens_page:
        return bool(LOWER_START.match(line.text))
    full = len(last.bare) >= 0.75 * how.width
    close = _filled(lines, before - 1) or _filled(lines, index + 1)
    return full and (not close or bool(DIGIT_START.match(line.text)))


def _is_item_apart(lines: list[Line], index: int) -> bool:
    """A list item with an empty line above it, so that what stands right below goes on with it."""
    bulleted = any(glyph in lines[index].text for glyph in BULLET_GLYPHS)
    return bulleted and not _filled(lines, index - 1)


def _filled(lines: list[Line], index: int) -> bool:
    return 0 <= index < len(lines) and not lines[index].blank


def _strikes(lines: list[Line]) -> frozenset[int]:
    """The indexes of lines into which a struck passage goes on from the line before."""
    found: set[int] = set()
    opened: int | None = None
    for index, line in enumerate(lines):
        if line.text.count("~~") % 2 == 0:
            continue
        closes = not line.text.lstrip().startswith("~~")
        if opened is not None and closes and index - opened <= MAX_STRIKE:
            found.update(range(opened + 1, index + 1))
            opened = None
        else:
            opened = index
    return frozenset(found)


def starts_item(line: Line) -> bool:
    """Whether the line begins a list item."""
    return any(pattern.match(line.text) for pattern in (BULLET, NUMBERED, CLOCK))


def blocks(lines: list[Line], how: Layout) -> list[Block]:
    """The lines as blocks; a struck passage is a block of its own after the text it stood in."""
    out: list[Block] = []
    for group in paragraphs(lines, how):
        if "\t" in group.lines[0].text:
            out.extend(_row(group))
        else:
            out.extend(_block(group))
    return out


def _block(group: Paragraph) -> list[Block]:
    raw, places = joined(group.lines)
    struck = _struck(raw)
    live = _between([span for passage in struck for span in passage], len(raw))
    found = [_made(raw, places, live, group, struck=False)]
    if found[0]:  # struck words within a paragraph have no space above them
        group.lead = 0
    found += [_made(raw, places, passage, group, struck=True) for passage in struck]
    return [block for block in found if block]


def _struck(raw: str) -> list[list[tuple[int, int]]]:
    """The struck passages; one that is marked line by line is still one."""
    passages: list[list[tuple[int, int]]] = []
    end = -1
    for match in STRUCK.finditer(raw):
        if passages and not raw[end : match.start()].strip():
            passages[-1].append((end, match.end()))
        else:
            passages.append([match.span()])
        end = match.end()
    return passages


def _between(cuts: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for pair in cuts for edge in pair), length]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _made(
    raw: str, places: Places, keep: list[tuple[int, int]], group: Paragraph, *, struck: bool
) -> Block | None:
    kept, theirs = cut(raw, places, keep)
    text, runs = clean(kept, theirs)
    if not any(c.isalnum() for c in text):
        return None
    first = group.lines[0]
    return Block(
        text,
        runs,
        first.page,
        struck=struck,
        inserted=not struck and INSERTED in kept,
        lead=group.lead,
        level=first.level,
    )


def _row(group: Paragraph) -> list[Block]:
    """A table row as it stands; the table's headings are put to its cells later."""
    made = _block(group)
    line = group.lines[0]
    live = STRUCK.sub("", line.text)
    if not made or made[0].struck:
        return made
    cells = tuple(Cell("", cleaned(piece)) for piece in live.split("\t"))
    return [replace(made[0], cells=cells), *made[1:]]
