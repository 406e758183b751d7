"""Minutes and agendas: the items of a meeting, and the meetings printed inside its annexes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise

from ingest.blocks import Layout, blocks
from ingest.bodies import body_of
from ingest.chapters import outline
from ingest.cover import cover
from ingest.dates import first_date
from ingest.document import Document, Kind, Part, PartKind, Visibility
from ingest.front import without_closed
from ingest.lines import DATED_FOOTER, Line
from ingest.marking import closed_by_title, mark, unclear, visibility
from ingest.meeting import Start
from ingest.present import present
from ingest.punkt import punkt_of
from ingest.sections import sections
from ingest.terms import FRONT, OUTCOMES

COVER_LINES = 8
COVER_WORD = re.compile(r"(?:beslutnings|møde)?referat|dagsorden", re.IGNORECASE)
COVER_DATE = re.compile(r"(?:mødet|møde|tid|dato)\b.*", re.IGNORECASE)
NUMBER = r"\.\s+"
STYLED_NUMBER = r"(?:\.\s+|\s+(?=[A-ZÆØÅ]))"

Key = tuple[date | None, str | None]  # the date and the body tell one meeting from another


@dataclass(slots=True)
class _Meeting:
    """A meeting while it is read; `host` is the place of the outer item it is an annex of."""

    held: date | None
    body: str | None
    parts: list[Part]
    host: int


def minutes(document: Document, lines: list[Line], found: list[Start], how: Layout) -> Document:
    """The meeting whose items begin at `found`, with the meetings that stand inside it."""
    outer, *inside = _meetings(lines, found, how)
    said = cover(lines, found[0].first)
    outer.held = outer.held or said.held or first_date(_footer(lines, "date"))
    outer.body = outer.body or said.body or body_of(_footer(lines, "body"))
    hosts = [outer.parts[meeting.host] for meeting in inside]
    inner = [_inner(document, *pair) for pair in zip(inside, hosts, strict=True)]
    for meeting, made in zip(inside, inner, strict=True):
        outer.parts[meeting.host] = _with_annex(outer.parts[meeting.host], made)
    return replace(_told(document, outer), documents=tuple(inner))


def _meetings(lines: list[Line], found: list[Start], how: Layout) -> list[_Meeting]:
    """The outer meeting first; one that goes on after another is still the same."""
    made: dict[Key, _Meeting] = {}
    outer: _Meeting | None = None
    house = {(start.held, start.body) for start in found if start.marks}
    for start, begin, end in _reaches(lines, found):
        key = (start.held, start.body)
        if key not in made:
            front = _front(lines[begin : start.first], how)
            made[key] = _Meeting(
                start.held, start.body, front, len(outer.parts) - 1 if outer else 0
            )
        outer = outer or made[key]
        marks = key in house or (bool(house) and made[key] is outer)
        made[key].parts.append(_item(lines, start, end, how, house=marks))
    return list(made.values())


def _reaches(lines: list[Line], found: list[Start]) -> Iterator[tuple[Start, int, int]]:
    """Each item, the line where it or the cover of its meeting begins, and the line of its end."""
    begins = [0]
    seen: set[Key] = {(found[0].held, found[0].body)}
    for before, start in pairwise(found):
        key = (start.held, start.body)
        begins.append(start.first if key in seen else _cover(lines, before.content, start))
        seen.add(key)
    yield from zip(found, begins, [*begins[1:], len(lines)], strict=True)


def _inner(document: Document, meeting: _Meeting, host: Part) -> Document:
    """A meeting inside an annex of the item `host`; in a closed item all of it is closed."""
    made = _told(document, meeting, shut=host.visibility is Visibility.CLOSED)
    name = meeting.held.isoformat() if meeting.held else "uden-dato"
    return replace(made, id=f"{document.id}.{name}", within=host.number)


def _told(document: Document, meeting: _Meeting, *, shut: bool = False) -> Document:
    """The document of a meeting; where none of its items is open, nothing of it is."""
    kind = _kind(meeting.parts)
    closed = [part for part in meeting.parts if part.visibility is Visibility.CLOSED]
    shut = shut or all(part in closed for part in meeting.parts if part.label != FRONT)
    if shut:
        meeting.parts = [closed_below(part, closed=True) for part in meeting.parts]
    name = kind.value.capitalize()
    fronts = [part for part in meeting.parts if part.label == FRONT]
    return replace(
        document,
        title=f"{name} {meeting.body}" if meeting.body else name,
        kind=kind,
        body=meeting.body,
        held=meeting.held,
        visibility=Visibility.CLOSED if shut else Visibility.OPEN,
        present=tuple(name for front in fronts for name in present(front)),
        parts=tuple(without_closed(p, closed) if p.label == FRONT else p for p in meeting.parts),
    )


def _with_annex(host: Part, inner: Document) -> Part:
    named = (name for name in host.listed if inner.held and first_date(name) == inner.held)
    annex = Part(PartKind.ANNEX, next(named, inner.title), visibility=host.visibility)
    return replace(host, parts=(*host.parts, annex))


def _front(front: list[Line], how: Layout) -> list[Part]:
    """What stands before the first item: who met, and the agenda."""
    made = blocks(front, how)
    if not made:
        return []
    own, parts = outline(made, headings=False)
    return [Part(PartKind.SECTION, "", blocks=own, parts=parts, label=FRONT)]


def _item(lines: list[Line], start: Start, end: int, how: Layout, *, house: bool) -> Part:
    title = blocks(lines[start.title[0] : start.title[1]], Layout(True, 1, how.paged))
    heading = " ".join(block.text for block in title)
    styled = bool(title and title[0].level)
    punkt = punkt_of(heading, heading=styled)
    parted = STYLED_NUMBER if styled else NUMBER
    heading = punkt.title if punkt else re.sub(rf"^{start.number}{parted}", "", heading)
    parts, listed = sections(lines[start.content : end], how)
    marks = list(start.marks)
    closed = start.closed or closed_by_title(heading)
    item = Part(
        PartKind.ITEM if start.number else PartKind.SECTION,
        heading,
        title[0] if title else None,
        parts=(*_unread(lines[start.first : start.content], start, how), *parts),
        number=start.number,
        visibility=Visibility.CLOSED if closed else visibility(marks, house_marks=house),
        case_number=start.case_number,
        listed=listed,
        unclear=start.unread or (not closed and unclear(marks, house_marks=house)),
    )
    return closed_below(item)


def _unread(header: list[Line], start: Start, how: Layout) -> tuple[Part, ...]:
    """What stands where the item's mark should and is none; it closes the item and is kept."""
    unread = [x for x in header if x.bare in start.marks and mark(x.bare) is None]
    made = blocks(unread, how)
    return (Part(PartKind.SECTION, "", blocks=tuple(made)),) if made else ()


def closed_below(part: Part, *, closed: bool = False) -> Part:
    """The part with everything in a closed part closed; `closed` says that this one is."""
    closed = closed or part.visibility is Visibility.CLOSED
    inner = tuple(closed_below(one, closed=closed) for one in part.parts)
    return replace(part, parts=inner, visibility=Visibility.CLOSED if closed else part.visibility)


def _cover(lines: list[Line], after: int, start: Start) -> int:
    """Where the cover of an inner meeting begins: its kind and its date close together."""
    for index in range(after, start.first):
        if COVER_WORD.fullmatch(lines[index].bare):
            below = (lines[i].bare for i in range(index, start.first) if not lines[i].blank)
            near = islice(below, COVER_LINES)
            if any(COVER_DATE.fullmatch(t) and first_date(t) == start.held for t in near):
                return index
    return start.first


def _kind(parts: list[Part]) -> Kind:
    """Minutes record an outcome; an agenda records none."""
    decided = any(inner.label in OUTCOMES for part in parts for inner in part.walk())
    return Kind.REFERAT if decided else Kind.DAGSORDEN


def _footer(lines: list[Line], group: str) -> str:
    """What the first page footer that names the meeting says in `group`; empty without one."""
    found = (DATED_FOOTER.fullmatch(line.removed) for line in lines if line.removed)
    return next((str(match[group]) for match in found if match), "")
