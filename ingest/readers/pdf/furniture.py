"""Headers and footers: what stands at the same place on page after page, but for its number.

A meeting's header ("Mødet den …", "Åben", "Punkt 3.") begins an item, and the heading of a section
may stand at the top of many pages; they are text. A place belongs to the page's furniture only
where no page has text of its own there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ingest.marking import group, is_mark
from ingest.meeting import HEADER_LINES, MEETING
from ingest.names import section_label
from ingest.punkt import punkt_of
from ingest.readers.pdf.page import Page
from ingest.readers.pdf.rows import Row

LOOKED_AT = 6  # rows at the top and at the bottom of a page
MARGIN = 0.2  # of the page's height; headers with a logo are high
SAME_PLACE = 4.0  # points
IN_A_ROW = 3  # pages one after the other, or every second one
MOST = 0.6  # of all pages
BODY_THERE = 0.2  # of the pages; more text at the same height, and it is no margin
NUMBER = re.compile(r"\d{1,4}")
APART = 1.6  # of the font size
MAX_NUMBERS = 8  # in a row; a date is three
COUNTED = "\0"  # stands around what a number that counts the pages is ahead of them

Key = tuple[str, bool, int]


def furniture(pages: list[Page]) -> dict[int, set[int]]:
    """For each page number the indexes of its rows that are headers or footers."""
    places: dict[Key, set[int]] = defaultdict(set)
    edges = {page.number: list(_edges(page)) for page in pages}
    for page in pages:
        for index, top in edges[page.number]:
            for key in _keys(page, index, top=top):
                places[key].add(page.number)
    total = sum(1 for page in pages if page.rows)
    repeated = {key for key, numbers in places.items() if _repeats(sorted(numbers), total)}
    found = {p.number: set(_outer(p, edges[p.number], repeated)) for p in pages}
    kept = _in_margins(pages, found)
    numbers = {key for key in repeated if COUNTED in key[0] and not key[1]}
    for page in pages:
        kept[page.number] |= _last_number(page, numbers)
    return _beside_text(pages, kept)


def _last_number(page: Page, numbers: set[Key]) -> set[int]:
    """The last row, if it numbers the pages, even where no space parts it from a footnote."""
    last = len(page.rows) - 1
    return {last} if last >= 0 and not numbers.isdisjoint(_keys(page, last, top=False)) else set()


def _beside_text(pages: list[Page], found: dict[int, set[int]]) -> dict[int, set[int]]:
    """On pages with nothing else only what stands on pages of text too; else it is a title."""
    bare = [page for page in pages if len(found[page.number]) == len(page.rows)]
    full = [page for page in pages if len(found[page.number]) < len(page.rows)]
    known = {key for page in full for i in found[page.number] for key in _either(page, i)}
    kept = {p.number: {i for i in found[p.number] if known & set(_either(p, i))} for p in bare}
    return found | kept


def _either(page: Page, index: int) -> Iterator[Key]:
    yield from _keys(page, index, top=True)
    yield from _keys(page, index, top=False)


def _edges(page: Page) -> Iterator[tuple[int, bool]]:
    """The rows near the top and the bottom edge, from the edge inwards, and whether at the top."""
    height, count = page.shown.height, len(page.rows)
    for index in range(min(LOOKED_AT, count)):
        if page.rows[index][0].base < MARGIN * height:
            yield index, True
    for index in range(count - 1, max(count - 1 - LOOKED_AT, -1), -1):
        if page.rows[index][0].base > (1 - MARGIN) * height:
            yield index, False


def _text(row: Row) -> str:
    return " ".join(piece.plain for piece in row)


def _keys(page: Page, index: int, *, top: bool) -> Iterator[Key]:
    """What the row would be on other pages: as it is, or with one number that counts the pages."""
    row = page.rows[index]
    text = _text(row)
    base = row[0].base if top else page.shown.height - row[0].base
    forms = [text]
    for match in list(NUMBER.finditer(text))[:MAX_NUMBERS]:
        offset = int(match[0]) - page.number
        forms.append(f"{text[: match.start()]}{COUNTED}{offset}{COUNTED}{text[match.end() :]}")
    slot = int(base // SAME_PLACE)
    return ((form, top, slot + d) for form in forms for d in (0, 1))


def _repeats(numbers: list[int], total: int) -> bool:
    """Whether it stands on most pages, or on some one after the other or every second one."""
    if len(numbers) < 2:
        return False
    if len(numbers) >= MOST * total:
        return True
    return any(_longest(numbers, step) >= IN_A_ROW for step in (1, 2))


def _longest(numbers: list[int], step: int) -> int:
    """The longest run of numbers that are `step` apart."""
    longest = run = 1
    for before, after in pairwise(numbers):
        run = run + 1 if after - before == step else 1
        longest = max(longest, run)
    return longest


def _outer(page: Page, edges: list[tuple[int, bool]], repeated: set[Key]) -> Iterator[int]:
    """The repeated rows from the edge inwards, as far as space parts them from the text."""
    for side in (True, False):
        block: list[int] = []
        for index in (i for i, top in edges if top is side):
            keys = _keys(page, index, top=side)
            if not any(key in repeated for key in keys) or _is_text(page, index):
                break
            block.append(index)
        yield from _apart(page, block, top=side)


def _apart(page: Page, block: list[int], *, top: bool) -> list[int]:
    """The rows of the block, from the edge inwards, that space parts from the text."""
    while block and not _parted(page, block[-1], inwards=1 if top else -1):
        block = block[:-1]
    return block


def _parted(page: Page, index: int, *, inwards: int) -> bool:
    """Whether there is more space between the row and the next one than between lines of text."""
    following = index + inwards
    if not 0 <= following < len(page.rows):
        return True
    one, other = page.rows[index][0], page.rows[following][0]
    return abs(one.base - other.base) > APART * min(one.size, other.size)


def _is_text(page: Page, index: int) -> bool:
    """Whether the row says something of the text below it, however often it stands there."""
    text = _text(page.rows[index])
    if punkt_of(text) or is_mark(text) or group(text) or section_label(text):
        return True
    if not MEETING.fullmatch(text):
        return False
    below = page.rows[index + 1 : index + 1 + HEADER_LINES]
    return any(punkt_of(_text(row)) for row in below)


def _in_margins(pages: list[Page], found: dict[int, set[int]]) -> dict[int, set[int]]:
    """Only the rows beyond the text of nearly all pages."""
    tops, bottoms = [], []
    for page in pages:
        body = [row for i, row in enumerate(page.rows) if i not in found[page.number]]
        if body:
            tops.append(body[0][0].base)
            bottoms.append(page.shown.height - body[-1][0].base)
    top, bottom = _edge(tops), _edge(bottoms)
    return {page.number: set(_beyond(page, found[page.number], top, bottom)) for page in pages}


def _edge(distances: list[float]) -> float:
    """How far from the edge the text of nearly all pages begins."""
    ordered = sorted(distances)
    return ordered[int(BODY_THERE * len(ordered))] if ordered else float("inf")


def _beyond(page: Page, indexes: set[int], top: float, bottom: float) -> Iterator[int]:
    bases = {index: page.rows[index][0].base for index in indexes}
    height = page.shown.height
    above = [i for i in sorted(indexes) if bases[i] < min(top, height / 2)]
    below = [i for i in sorted(indexes) if height - bases[i] < min(bottom, height / 2)]
    yield from _apart(page, above, top=True)
    yield from _apart(page, below[::-1], top=False)


def repeated_turned(pages: list[Page]) -> dict[int, set[int]]:
    """For each page number the indexes of its turned lines that stand on most pages: a stamp."""
    places: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for page in pages:
        for line in page.turned:
            x, y = line.box.x0, line.box.top
            places[line.pieces[0].plain, round(x / 10), round(y / 10)].append(page.number)
    total = len(pages)
    stamps = {key[0] for key, numbers in places.items() if _repeats(sorted(numbers), total)}
    return {
        page.number: {i for i, x in enumerate(page.turned) if x.pieces[0].plain in stamps}
        for page in pages
    }
