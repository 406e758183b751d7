"""Where the agenda items of a meeting begin, and which meeting they belong to.

Five ways of announcing an item are in use, often several in one collection:

    Mødet den 12.03.2025 Styregruppe Social / Åben / Punkt 3. / Title
    Punkt 3. / Title                       (the date only in a page footer)
    Punkt 3 / 3. Title                     (also "Punkt 1 + 2", "Afslutning Punkt 11+12")
    6. Title                               (at a page's top, announced by the agenda alone)
    6. Title                               (a heading by the file's own styles, in no other way)

A heading by the file's own styles may leave out what parts the number from the title.

The line with "Punkt" may carry a mark and the title, see `punkt.py`.

Annexes have numbers of their own, so a number makes an item only where a heading announces it or
the agenda at the front lists it under that number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ingest.agenda import agenda_of, front_end, is_agenda_line, is_untitled
from ingest.dates import first_date
from ingest.lines import Line
from ingest.marking import group, is_mark, mark
from ingest.names import alike, run_in, section_label
from ingest.punkt import Punkt, punkt_of
from ingest.terms import OUTCOMES, RECOMMENDATION

MEETING = re.compile(r"Mødet den (\d{1,2}\.\d{1,2}\.\d{4})\.?(?: (?P<body>\S.*))?", re.IGNORECASE)
TITLED = re.compile(r"(\d{1,2})\.\s+(\S.*)")
STYLED = re.compile(r"(\d{1,2})(?:\.\s+(?=\S)|\s+(?=[A-ZÆØÅ]))(?P<title>.*)")
COVER_TITLE = re.compile(
    r"(?:\D{3,80}[,:|–-]\s+|udkast til |endeligt |åbent? )?"
    r"(?:beslutnings|møde)?(?:referat|dagsorden)\b",
    re.IGNORECASE,
)
MAX_COVER_TITLE = 100  # characters
CASE_NUMBER = re.compile(r"\d{4}-\d{5,6}")
HEADER_LINES = 8  # non-blank lines between "Mødet den" and "Punkt"; more is no header
TITLE_LINES = 6  # what is longer is no title
LABEL_LINES = 3  # non-blank lines; an item's first section begins as near below its title
MAX_GAP = 3  # numbers; items that a reader left out of a document are few


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
    return list(_headed(lines)) or list(_announced(lines)) or list(_styled(lines))


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
    front = " ".join(line.bare for line in lines[: front_end(lines)]).casefold()
    announced: set[int] = set()
    styled = _is_meeting(lines)
    last, index, first, since, annexed = 0, 0, None, 0, False
    while index < len(lines):
        bare = lines[index].bare
        headed = styled and lines[index].level > 0
        punkt, entry = punkt_of(bare, heading=headed), TITLED.fullmatch(bare)
        number = int(entry[1]) if entry else 0
        annexed = annexed or bool(headed and punkt and punkt.first <= last)
        if punkt and (
            _announces(lines, index, punkt, last, agenda)
            or (headed and not annexed and last < punkt.first <= last + MAX_GAP)
        ):
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
                annexed = False
                continue
        elif (
            entry
            and number == last + 1
            and not is_agenda_line(lines[index])
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


def _styled(lines: list[Line]) -> Iterator[Start]:
    """Items that only the file's numbered headings tell, where its title calls it a meeting's.

    An annex has such headings too. It begins with 1 again, and has none of an item's sections.
    """
    heads = [i for i, line in enumerate(lines) if line.level and STYLED.fullmatch(line.bare)]
    if not heads or not _is_meetings_title(lines):
        return
    if not (_has_outcome(lines[heads[0] :]) or _count_on(lines, heads)):
        return
    last, annexed = 0, False
    for index, end in pairwise([*heads, len(lines)]):
        entry = STYLED.fullmatch(lines[index].bare)
        assert entry
        number = int(entry[1])
        punkt, marks = Punkt(number, number, title=entry["title"]), _marks(lines, index)
        annexed = annexed or (number == 1 and last > 0)
        owned = not annexed or punkt.closed or bool(marks) or _has_outcome(lines[index:end])
        same = lines[index].level == lines[heads[0]].level
        if same and owned and last < number <= last + MAX_GAP:
            yield titled(lines, index, index, punkt, marks)
            last = number


def _is_meeting(lines: list[Line]) -> bool:
    """Whether the text may be a meeting's: its title says so, or it has an item's sections."""
    return _is_meetings_title(lines) or _has_outcome(lines)


def _is_meetings_title(lines: list[Line]) -> bool:
    opening = (lines[i].bare for i in filled(lines, 0, HEADER_LINES))
    return any(len(text) <= MAX_COVER_TITLE and COVER_TITLE.match(text) for text in opening)


def _count_on(lines: list[Line], heads: list[int]) -> bool:
    """Whether the numbered headings are all there are of one list: 1, 2, 3 in one style."""
    found = [STYLED.fullmatch(lines[index].bare) for index in heads]
    numbers = [int(entry[1]) for entry in found if entry]
    one_style = len({lines[index].level for index in heads}) == 1
    return one_style and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _has_outcome(lines: list[Line]) -> bool:
    return any(label_of(line) in (*OUTCOMES, RECOMMENDATION) for line in lines)


def label_of(line: Line) -> str | None:
    """The section that begins on a line, with or without its text."""
    led = run_in(line.text)
    return section_label(line.bare) or (led[0] if led else None)


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


def _announces(
    lines: list[Line], index: int, punkt: Punkt, last: int, agenda: dict[int, str]
) -> bool:
    """Whether the line begins an item, and is not one of an agenda or of a list in a text."""
    number = punkt.first
    if number <= last or not _plausible(lines, index, last, punkt):
        return False
    if not (punkt.mark or punkt.title):
        return True
    near = [lines[i] for i in filled(lines, index + 1, LABEL_LINES)]
    if not last and near and punkt_of(near[0].bare):
        return False
    if punkt.mark or punkt.closed or _marks(lines, index):
        return True
    listed = number in agenda and alike(punkt.title, agenda[number])
    return listed or any(map(label_of, near))


def _plausible(lines: list[Line], index: int, last: int, punkt: Punkt) -> bool:
    """The next number, or a later one (an item may be missing) at a page's top or with a mark."""
    near = last + MAX_GAP if punkt.mark else last + 1
    return punkt.first <= near or lines[index].opens_page


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
        if line.blank or line.opens_page or line.joins is False or _begins_something(line):
            return end
    return min(index + TITLE_LINES, len(lines))


def _begins_something(line: Line) -> bool:
    """Whether the line is no title because a section or an item begins here."""
    return bool(label_of(line) or is_untitled(line.bare) or MEETING.fullmatch(line.bare))


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
