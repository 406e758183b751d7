"""What closes beyond an item's own marks: group headings, and headers that could not be read.

A header that is not recognised would leave its item in the one before it, which may be open. So
everything from a line that looks like a closed item's beginning is an item of its own, closed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from ingest.dates import first_date
from ingest.document import Visibility
from ingest.front import ENTRY
from ingest.lines import Line
from ingest.marking import closed_by_title, group, is_closed, is_mark, mark
from ingest.meeting import HEADER_LINES, MEETING, Start, filled, label_of, titled
from ingest.minutes import COVER_LINES, COVER_WORD
from ingest.punkt import punkt_of

OPENING_LINES = 3  # non-blank lines in which a document says that all of it is closed
MAX_HEADER = 100  # characters
TITLED = re.compile(r"(?:lukket|fortroligt?)(?: punkt| sag)?\s*[:–—-]\s*\S", re.IGNORECASE)
NUMBER_LINES = 5  # non-blank lines between an unread header's first and its "Punkt"


def closing(lines: list[Line], found: list[Start]) -> list[Start]:
    """The items `found` in `lines` with all that closes them, and the closed ones between them."""
    if not found:
        return []
    made: list[Start] = []
    front = lines[: found[0].first]
    listed = _listed(front)
    cover = next((i for i, line in enumerate(front) if MEETING.fullmatch(line.bare)), len(front))
    shut = opens_closed(lines[:cover])
    for before, start in pairwise([None, *found, None]):
        begin, end = before.content if before else 0, start.first if start else len(lines)
        unread = _unread(lines, begin, end, start, front=before is None)
        shut = _group(lines, begin, end, front=before is None, shut=shut)
        if start is None:
            made.extend(_made(lines, unread, end, made or found[:1]))
            continue
        if unread is not None and all(_heads(lines[i]) for i in _texts(lines, unread, end)):
            start = _with_heads(lines, unread, start)
        else:
            made.extend(_made(lines, unread, end, made or found[:1]))
        if start.marks and {mark(text) for text in start.marks} == {Visibility.OPEN}:
            shut = shut and start.closed
        made.append(replace(start, closed=True) if shut else start)
    return [
        replace(start, closed=True)
        if start.number in listed and start.held == found[0].held
        else start
        for start in made
    ]


def _listed(front: list[Line]) -> set[str]:
    """The numbers of the items that the agenda at the front calls closed."""
    closed: set[str] = set()
    shut, number = False, None
    for line in front:
        entry = ENTRY.match(line.bare)
        title = line.bare[entry.end() :] if entry else line.bare
        number = entry[1] if entry else number
        said = group(title)
        if said and not entry:
            shut, number = said is Visibility.CLOSED, None
        elif number and (closed_by_title(title) or (entry and (shut or is_closed(title)))):
            closed.add(number)
    return closed


def opens_closed(lines: list[Line]) -> bool:
    """Whether a document's first lines say that all of it is closed."""
    return any(is_closed(lines[i].bare) for i in filled(lines, 0, OPENING_LINES))


def _with_heads(lines: list[Line], first: int, start: Start) -> Start:
    """An item with the marks and group headings just above it."""
    marked = any(is_mark(lines[i].bare) for i in _texts(lines, first, start.first))
    return replace(start, first=first, closed=start.closed or marked)


def _group(lines: list[Line], begin: int, end: int, *, front: bool, shut: bool) -> bool:
    """Whether a closed group of items is open at `end`; an agenda at the front has groups too."""
    heads = _heads_from(lines, begin, end) if front else begin
    for index in _texts(lines, begin, end):
        said = group(lines[index].bare)
        if said and index >= heads:
            shut = said is Visibility.CLOSED
    return shut


def _heads_from(lines: list[Line], begin: int, end: int) -> int:
    """The first line from which all up to `end` can only belong to the item there."""
    first = end
    for index in reversed(range(begin, end)):
        if not lines[index].blank:
            if not _heads(lines[index]):
                break
            first = index
    return first


def _unread(
    lines: list[Line], begin: int, end: int, start: Start | None, *, front: bool
) -> int | None:
    """The first line that looks like a closed item's beginning that was not read."""
    heads = _heads_from(lines, begin, end) if front else begin
    labels = [i for i in _texts(lines, begin, end) if label_of(lines[i])] if front else []
    last = max(labels, default=begin)
    for index in _texts(lines, begin, end):
        bare = lines[index].bare
        if len(bare) > MAX_HEADER or not _suspect(lines, index, start):
            continue
        # In what would be the front an item has sections, or a mark of its own.
        if index >= heads or index < last or _marked_meeting(lines, index, end):
            return index
    return None


def _marked_meeting(lines: list[Line], index: int, end: int) -> bool:
    """Whether a meeting's header begins here that says it is closed."""
    if not MEETING.fullmatch(lines[index].bare):
        return False
    near = (i for i in filled(lines, index + 1, HEADER_LINES) if i < end)
    return any(is_closed(lines[i].bare) for i in near)


def _suspect(lines: list[Line], index: int, start: Start | None) -> bool:
    bare = lines[index].bare
    if is_closed(bare) or TITLED.match(bare):
        return True
    punkt = punkt_of(bare, heading=True)
    if punkt:
        below = next(filled(lines, index + 1, 1), None)
        bare_title = lines[below].bare if below is not None else ""
        return punkt.closed or is_closed(bare_title) or bool(TITLED.match(bare_title))
    meeting = MEETING.fullmatch(bare)
    body = meeting["body"] if meeting else None
    sentence = body is not None and (body[0].islower() or body.endswith("."))
    return bool(meeting) and bare[0].isupper() and not sentence and not _cover(lines, index, start)


def _cover(lines: list[Line], index: int, start: Start | None) -> bool:
    """Whether the line stands on the cover of the meeting whose first item is `start`."""
    if start is None or first_date(lines[index].bare) != start.held:
        return False
    above = (lines[i].bare for i in range(index - 1, -1, -1) if not lines[i].blank)
    return any(COVER_WORD.fullmatch(bare) for bare in islice(above, COVER_LINES))


def _heads(line: Line) -> bool:
    """Whether the line can only belong to the item below it."""
    return is_mark(line.bare) or group(line.bare) is not None


def _made(lines: list[Line], first: int | None, end: int, known: list[Start]) -> Iterator[Start]:
    """The closed item from the line `first` on; it belongs to the meeting of the one before."""
    if first is None:
        return
    here = lines[:end]
    start = Start(first, first, None, (first, first), ())
    for index in filled(here, first, NUMBER_LINES):
        punkt = punkt_of(here[index].bare, heading=True)
        if punkt:
            start = titled(here, first, index, punkt)
            break
    held = first_date(lines[first].bare) if MEETING.fullmatch(lines[first].bare) else None
    own = next((s for s in reversed(known) if held and s.held == held), None)
    own = own or known[-1]
    yield replace(start, held=own.held, body=own.body, marks=(), closed=True, unread=True)


def _texts(lines: list[Line], begin: int, end: int) -> Iterator[int]:
    return (index for index in range(begin, end) if not lines[index].blank)
