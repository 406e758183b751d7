"""Where the agenda items of a meeting begin, and which meeting they belong to.

Four ways of announcing an item are in use, often several in one collection:

    Mødet den 22.05.2025 DAS Social / Åben / Punkt 3. / Title
    Punkt 3. / Title                       (the date only in a page footer)
    Punkt 3 / 3. Title                     (also "Punkt 1 + 2", "Afslutning Punkt 11+12")
    6. Title                               (at a page's top, announced by the agenda alone)

Annexes have numbers of their own, so a number makes an item only where a heading announces it or
the agenda at the front lists it under that number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.dates import first_date
from ingest.lines import Line
from ingest.marking import mark
from ingest.names import alike, section_label

MEETING = re.compile(r"Mødet den (\d{1,2}\.\d{1,2}\.\d{4})\.?(?: (?P<body>\S.*))?", re.IGNORECASE)
PUNKT = re.compile(r"(?:[A-ZÆØÅ]\w+ )?Punkt (\d+)(?: ?[+–-] ?(\d+))?[.:]?")
TITLED = re.compile(r"(\d{1,2})\.\s+(\S.*)")
AGENDA_LINE = re.compile(
    r"(\d{1,2})\.\s+(\D.*?)(?:\s*\(side \d+\)|\t\d+|\s*\.{3,}\s*\d*)\s*$", re.IGNORECASE
)
CASE_NUMBER = re.compile(r"\d{4}-\d{5,6}")
HEADER_LINES = 8  # non-blank lines between "Mødet den" and "Punkt"; more is no header


@dataclass(frozen=True, slots=True)
class Start:
    """An item's beginning: `first` its first line, `content` the first line after its title."""

    first: int
    content: int
    number: str
    title: tuple[int, int]
    marks: tuple[str, ...]
    held: date | None = None
    body: str | None = None
    case_number: str | None = None


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
    for index in _filled(lines, first + 1, HEADER_LINES):
        bare = lines[index].bare
        punkt = PUNKT.fullmatch(bare)
        if punkt:
            title, content, case = _title(lines, index + 1)
            return Start(
                first=first,
                content=content,
                number=punkt[1],
                title=title,
                marks=tuple(marks),
                held=first_date(meeting[1]),
                body=body,
                case_number=case,
            )
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
        punkt, titled = PUNKT.fullmatch(bare), TITLED.fullmatch(bare)
        number = int(titled[1]) if titled else 0
        if punkt and int(punkt[1]) > last and _plausible(lines, index, last, int(punkt[1])):
            announced = set(range(int(punkt[1]), int(punkt[2] or punkt[1]) + 1))
            first = index
            following = next(_filled(lines, index + 1, 1), None)
            if following is not None and not _is_titled(lines, following, announced, agenda):
                title, content, case = _title(lines, index + 1)
                begin = _with_group_heading(lines, index, since, front)
                yield Start(begin, content, punkt[1], title, _marks(lines, begin), case_number=case)
                since = content
                last, index, first = int(punkt[1]), content, None
                continue
        elif (
            titled
            and number == last + 1
            and _names_item(titled, number, announced, agenda)
            and (number in announced or lines[index].opens_page or _listed(titled, agenda))
        ):
            content = _end_of_title(lines, index)
            begin = _with_group_heading(lines, index if first is None else first, since, front)
            yield Start(begin, content, titled[1], (index, content), _marks(lines, begin))
            last, first, since, index = number, None, content, content
            continue
        index += 1


def _is_titled(lines: list[Line], index: int, announced: set[int], agenda: dict[int, str]) -> bool:
    """Whether one of the announced numbers follows with its title, at once or below a heading."""
    for near in _filled(lines, index, 3):
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


def _listed(titled: re.Match[str], agenda: dict[int, str]) -> bool:
    return int(titled[1]) in agenda and not AGENDA_LINE.fullmatch(titled.string)


def _plausible(lines: list[Line], index: int, last: int, number: int) -> bool:
    """The next number, or any later one at the top of a page (an item may be missing)."""
    return number == last + 1 or lines[index].opens_page


def agenda_of(lines: list[Line]) -> dict[int, str]:
    """The titles the agenda or table of contents at the front gives, by item number."""
    front = "\n".join(x.text.strip() for x in lines[: _front_end(lines)] if not x.blank)
    front = re.sub(r"-\n(?=[a-zæøå])", "", front)
    front = re.sub(r"\n(?!\s*\d{1,2}\.\s)(?=.*\(side)", " ", front)
    found: dict[int, str] = {}
    for text in re.split(r"\n|(?<=\))\s|(?<=\w)\s{2,}(?=\d{1,2}\. )", front):
        entry = AGENDA_LINE.fullmatch(text.strip())
        if entry:
            found.setdefault(int(entry[1]), entry[2])
    return found


def _front_end(lines: list[Line]) -> int:
    """The first line after the front matter: where "Punkt" stands alone for the first time."""
    return next((i for i, line in enumerate(lines) if PUNKT.fullmatch(line.bare)), 0)


def _title(lines: list[Line], after: int) -> tuple[tuple[int, int], int, str | None]:
    """The title's lines, where the content begins, and the case number between them."""
    begin = next(_filled(lines, after, 1), len(lines))
    if begin == len(lines) or section_label(lines[begin].bare):
        return (begin, begin), begin, None
    end = begin
    while end < len(lines) and not lines[end].blank and not section_label(lines[end].bare):
        end += 1
        if end < len(lines) and lines[end].opens_page:
            break
    following = next(_filled(lines, end, 1), len(lines))
    if following < len(lines) and CASE_NUMBER.fullmatch(lines[following].bare):
        return (begin, end), following + 1, lines[following].bare
    return (begin, end), end, None


def _end_of_title(lines: list[Line], index: int) -> int:
    end = index + 1
    while end < len(lines) and not lines[end].blank and not section_label(lines[end].bare):
        end += 1
    return end


def _marks(lines: list[Line], first: int) -> tuple[str, ...]:
    """The visibility marks just above an item."""
    above = [lines[i].bare for i in range(max(0, first - 6), first) if not lines[i].blank]
    return tuple(text for text in above[-2:] if len(text) < 40 and mark(text) is not None)


def _with_group_heading(lines: list[Line], begin: int, since: int, front: str) -> int:
    """Headings of the agenda's groups ("Sager til orientering") belong to what follows."""
    above = (i for i in range(begin - 1, since, -1) if not lines[i].blank)
    nearest = next(above, None)
    if nearest is not None and len(lines[nearest].bare) < 60:
        bare = lines[nearest].bare.casefold()
        if " " in bare and bare in front and not section_label(bare):
            return nearest
    return begin


def _filled(lines: list[Line], start: int, limit: int) -> Iterator[int]:
    """The indexes of the next `limit` lines with text."""
    for index in range(start, len(lines)):
        if not lines[index].blank:
            yield index
            limit -= 1
            if not limit:
                return
