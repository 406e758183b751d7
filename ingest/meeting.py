"""Where the agenda items of a meeting begin, and which meeting they belong to.

Four ways of announcing an item are in use, often several in one collection:

    Mødet den 12.03.2025 Styregruppe Social / Åben / Punkt 3. / Title
    Punkt 3. / Title                       (the date only in a page footer)
    Punkt 3 / 3. Title                     (also "Punkt 1 + 2", "Afslutning Punkt 11+12")
    6. Title                               (at a page's top, announced by the agenda alone)

The line with "Punkt" may carry a mark and the title, see `punkt.py`.

Annexes have numbers of their own, so a number makes an item only where a heading announces it or
the agenda at the front lists it under that number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.dates import first_date
from ingest.lines import Line
from ingest.marking import group, is_mark, mark
from ingest.names import alike, section_label
from ingest.punkt import Punkt, punkt_of

MEETING = re.compile(r"Mødet den (\d{1,2}\.\d{1,2}\.\d{4})\.?(?: (?P<body>\S.*))?", re.IGNORECASE)
TITLED = re.compile(r"(\d{1,2})\.\s+(\S.*)")
# A group's heading may stand before it: "Sager til orientering 5. Title (side 3)".
AGENDA_LINE = re.compile(
    r"(?:\D{3,60}\s)?(\d{1,2})\.\s+(\D.*?)(?:\s*\(side \d+\)|\t\d+|\s*\.{3,}\s*\d*)\s*$",
    re.IGNORECASE,
)
CASE_NUMBER = re.compile(r"\d{4}-\d{5,6}")
HEADER_LINES = 8  # non-blank lines between "Mødet den" and "Punkt"; more is no header
TITLE_LINES = 6  # what is longer is no title
LABEL_LINES = 3  # non-blank lines; an item's first section begins as near below its title
MAX_GAP = 3  # numbers; items that a reader left out of a document are few
MAX_LINE = 300  # characters; no line of an agenda is longer


@dataclass(frozen=True, slots=True)
class Start:
    """An item's beginning: `first` its first line, `content` the first line after its title.

    `closed` says that its "Punkt" line or its group closes it, `unread` that it is closed because
    its header could not be read; then it may have no number.
    """

    first: int
    content: int
    number: str | None
    title: tuple[int, int]
    marks: tuple[str, ...]
    held: date | None = None
    body: str | None = None
    case_number: str | None = None
    closed: bool = False
    unread: bool = False


def starts(lines: list[Line]) -> list[Start]:
    """The items' beginnings in order, indexes into `lines`."""
    headed = list(_headed(lines))
    return headed or list(_announced(lines))


def _headed(lines: list[Line]) -> Iterator[Start]:
    """Items under a "Mødet den" header of their own."""
    index = 0
    while index < len(lines):
        found = _header(lines, index) if MEETING.fullmatch(lines[index].bare) else None
        if found:
            yield found
            index = found.content
        else:
            index += 1


def _header(lines: list[Line], first: int) -> Start | None:
    meeting = MEETING.fullmatch(lines[first].bare)
    assert meeting
    body: str | None = meeting["body"]
    marks: list[str] = []
    for index in filled(lines, first + 1, HEADER_LINES):
        bare = lines[index].bare
        punkt = punkt_of(bare)
        if punkt:
            start = titled(lines, first, index, punkt, marks)
            return replace(start, held=first_date(meeting[1]), body=body)
        if MEETING.fullmatch(bare) or section_label(bare):
            return None
        if body is None and mark(bare) is None:
            body = bare
        else:
            marks.append(bare)
    return None


def _announced(lines: list[Line]) -> Iterator[Start]:
    """Items announced by "Punkt" or by the agenda at the front."""
    agenda = agenda_of(lines)
    front = " ".join(line.bare for line in lines[: _front_end(lines)]).casefold()
    announced: set[int] = set()
    last, index, first, since = 0, 0, None, 0
    while index < len(lines):
        bare = lines[index].bare
        punkt, entry = punkt_of(bare), TITLED.fullmatch(bare)
        number = int(entry[1]) if entry else 0
        if punkt and _announces(lines, index, punkt, last, agenda):
            announced = set(range(punkt.first, punkt.last + 1))
            first = index
            following = next(filled(lines, index + 1, 1), None)
            alone = bool(punkt.title or punkt.mark)
            if (alone or following is not None) and not (
                following is not None and _is_titled(lines, following, announced, agenda)
            ):
                begin = _with_group_heading(lines, index, since, front)
                yield (start := titled(lines, begin, index, punkt, _marks(lines, begin)))
                last, first, since, index = punkt.first, None, start.content, start.content
                continue
        elif (
            entry
            and number == last + 1
            and not _is_agenda_line(lines[index])
            and _names_item(entry, number, announced, agenda)
            and (number in announced or lines[index].opens_page or number in agenda)
        ):
            end = _end_of_title(lines, index)
            begin = _with_group_heading(lines, index if first is None else first, since, front)
            below, content = _marks_below(lines, end)
            marks = (*_marks(lines, begin), *below)
            above = punkt_of(lines[first].bare) if first is not None else None
            closed = above is not None and above.closed
            if above and above.mark and not closed:
                marks = (above.mark, *marks)
            yield Start(begin, content, entry[1], (index, end), marks, closed=closed)
            last, first, since, index = number, None, content, content
            continue
        index += 1


def _is_titled(lines: list[Line], index: int, announced: set[int], agenda: dict[int, str]) -> bool:
    """Whether one of the announced numbers follows with its title, at once or below a heading."""
    for near in filled(lines, index, 3):
        titled = TITLED.fullmatch(lines[near].bare)
        if titled and int(titled[1]) in announced:
            return not agenda or _names_item(titled, int(titled[1]), announced, agenda)
        if section_label(lines[near].bare):
            return False
    return False


def _names_item(
    titled: re.Match[str], number: int, announced: set[int], agenda: dict[int, str]
) -> bool:
    if number in agenda:
        return alike(titled[2], agenda[number])
    return number in announced


def _is_agenda_line(line: Line) -> bool:
    return len(line.text) <= MAX_LINE and bool(AGENDA_LINE.fullmatch(line.text.strip()))


def _announces(
    lines: list[Line], index: int, punkt: Punkt, last: int, agenda: dict[int, str]
) -> bool:
    """Whether the line begins an item, and is not one of an agenda or of a list in a text."""
    number = punkt.first
    if number <= last or not _plausible(lines, index, last, punkt):
        return False
    if not (punkt.mark or punkt.title):
        return True
    near = [lines[i].bare for i in filled(lines, index + 1, LABEL_LINES)]
    if not last and near and punkt_of(near[0]):
        return False
    if punkt.mark or punkt.closed or _marks(lines, index):
        return True
    listed = number in agenda and alike(punkt.title, agenda[number])
    return listed or any(section_label(bare) for bare in near)


def _plausible(lines: list[Line], index: int, last: int, punkt: Punkt) -> bool:
    """The next number, or a later one (an item may be missing) at a page's top or with a mark."""
    near = last + MAX_GAP if punkt.mark else last + 1
    return punkt.first <= near or lines[index].opens_page


def agenda_of(lines: list[Line]) -> dict[int, str]:
    """The titles the agenda or table of contents at the front gives, by item number."""
    front = "\n".join(x.text.strip() for x in lines[: _front_end(lines)] if not x.blank)
    front = re.sub(r"-\n(?=[a-zæøå])", "", front)
    front = re.sub(r"\n(?!\s*\d{1,2}\.\s)(?=.*\(side)", " ", front)
    found: dict[int, str] = {}
    for text in re.split(r"\n|(?<=\))\s|(?<=\w)\s{2,}(?=\d{1,2}\. )", front):
        entry = AGENDA_LINE.fullmatch(text.strip()) if len(text) <= MAX_LINE else None
        if entry:
            found.setdefault(int(entry[1]), entry[2])
    return found


def _front_end(lines: list[Line]) -> int:
    """The first line after the front matter: where "Punkt" stands alone for the first time."""
    return next((i for i, line in enumerate(lines) if _is_punkt(line.bare)), 0)


def titled(
    lines: list[Line], first: int, index: int, punkt: Punkt, marks: Iterable[str] = ()
) -> Start:
    """The item whose "Punkt" stands at `index`: its title, and marks and case number around it."""
    own = (punkt.mark,) if punkt.mark and not punkt.closed else ()
    above: list[str] = []
    begin = index
    if not punkt.title:
        above, begin = _marks_below(lines, index + 1)
        begin = next(filled(lines, begin, 1), len(lines))
    untitled = begin == len(lines) or (not punkt.title and _begins_something(lines[begin]))
    end = begin if untitled else _end_of_title(lines, begin)
    below, content = _marks_below(lines, end)
    span, read = (begin, end), (*marks, *own, *above, *below)
    start = Start(first, content, str(punkt.first), span, read, closed=punkt.closed)
    following = next(filled(lines, content, 1), len(lines))
    if untitled or following == len(lines) or not CASE_NUMBER.fullmatch(lines[following].bare):
        return start
    return replace(start, content=following + 1, case_number=lines[following].bare)


def _marks_below(lines: list[Line], start: int) -> tuple[list[str], int]:
    """The marks among the next lines, and the line after them."""
    marks: list[str] = []
    for index in filled(lines, start, HEADER_LINES):
        if not is_mark(lines[index].bare):
            break
        marks.append(lines[index].bare)
        start = index + 1
    return marks, start


def _end_of_title(lines: list[Line], index: int) -> int:
    for end in range(index + 1, min(index + TITLE_LINES, len(lines))):
        line = lines[end]
        if line.blank or line.opens_page or _begins_something(line):
            return end
    return min(index + TITLE_LINES, len(lines))


def _begins_something(line: Line) -> bool:
    """Whether the line is no title because a section or an item begins here."""
    bare = line.bare
    return bool(section_label(bare) or _is_punkt(bare) or MEETING.fullmatch(bare))


def _is_punkt(text: str) -> bool:
    """Whether "Punkt" stands there without a title."""
    found = punkt_of(text)
    return found is not None and not found.title


def _marks(lines: list[Line], first: int) -> tuple[str, ...]:
    """The visibility marks just above an item."""
    above = [lines[i].bare for i in range(max(0, first - 6), first) if not lines[i].blank]
    return tuple(text for text in above[-2:] if is_mark(text) and not group(text))


def _with_group_heading(lines: list[Line], begin: int, since: int, front: str) -> int:
    """Headings of the agenda's groups ("Sager til orientering") belong to what follows."""
    if not since:  # what stands above the first item is the front itself
        return begin
    above = (i for i in range(begin - 1, since, -1) if not lines[i].blank)
    nearest = next(above, None)
    if nearest is not None and len(lines[nearest].bare) < 60:
        bare = lines[nearest].bare.casefold()
        if " " in bare and bare in front and not section_label(bare):
            return nearest
    return begin


def filled(lines: list[Line], start: int, limit: int) -> Iterator[int]:
    """The indexes of the next `limit` lines with text."""
    for index in range(start, len(lines)):
        if not lines[index].blank:
            yield index
            limit -= 1
            if not limit:
                return
