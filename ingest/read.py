"""From a file to a `Document`: the way through this floor."""

import hashlib
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest import lines as page
from ingest.blocks import Layout, blocks, layout
from ingest.chapters import outline
from ingest.dates import first_date
from ingest.decode import decode
from ingest.document import Document, Kind, Part, PartKind, Visibility
from ingest.errors import FileTooLarge, UnknownFileType, Unreadable
from ingest.findings import findings
from ingest.identity import edition_of, kind_of, status_of, validity_of
from ingest.lines import Line
from ingest.marking import CLOSED_TITLE, closed_by_title, visibility
from ingest.meeting import Start, starts
from ingest.sections import sections
from ingest.terms import OUTCOMES

SUFFIXES = frozenset({".txt", ".text"})
MAX_BYTES = 25_000_000
TITLE_LINES = 8
COVER_LINES = 8
COVER_WORD = re.compile(r"(?:beslutnings)?referat|dagsorden", re.IGNORECASE)
COVER_DATE = re.compile(r"(?:mødet|møde|tid|dato)\b.*", re.IGNORECASE)
COVER_BODY = re.compile(r"møde (?:i |i: )?(?P<body>[A-ZÆØÅ]\S.*)", re.IGNORECASE)


def read(path: Path) -> Document:
    """The document in the file at `path`.

    Raises `UnknownFileType`, `NotText`, `FileTooLarge` or `Unreadable`, each with what to do.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UnknownFileType(
            f"{path.name}: no reader for files of type '{path.suffix}'; "
            f"known are {', '.join(sorted(SUFFIXES))}"
        )
    return read_bytes(read_file(path), path.name)


def read_file(path: Path) -> bytes:
    """The content of the file at `path`; raises `FileTooLarge` or `Unreadable`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FileTooLarge(
                f"{path.name}: {size / 1e6:.0f} MB of text; the limit is {MAX_BYTES // 10**6} MB, "
                "about 12,000 pages. Split it into its documents"
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error


def read_bytes(data: bytes, name: str) -> Document:
    """The document in `data`, a file's content; `name` is the file's name."""
    text = decode(data, name)
    raw = page.split(text)
    lines = page.without_furniture(raw)
    how = layout(lines)
    found = starts(lines)
    document = Document(
        id=identifier(Path(name).stem),
        title="",
        kind=Kind.ANDET,
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        pages=raw[-1].page if raw else None,
    )
    made = _meeting(document, raw, lines, found, how) if found else _plain(document, lines, how)
    return replace(made, findings=findings(made))


def identifier(stem: str) -> str:
    """A file's stem as it can stand in a URL: lower-case letters, digits and hyphens."""
    for danish, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        stem = stem.lower().replace(danish, plain)
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "dokument"


def _plain(document: Document, lines: list[Line], how: Layout) -> Document:
    """A document that is no meeting: its chapters, or its headings, or just its paragraphs."""
    made = blocks(lines, how)
    own, parts = outline(made)
    titles = [block.text for block in made[:TITLE_LINES] if len(block.text) < 200]
    opening = [block.text for block in made[: 2 * TITLE_LINES]]
    footers = [line.bare for line in page.split(document.text) if page.furniture(line)]
    closed = bool(titles) and any(closed_by_title(t) or CLOSED_TITLE.match(t) for t in titles[:3])
    front = Part(PartKind.SECTION, "", blocks=own) if own else None
    return replace(
        document,
        title=_plain_title(titles, document.source),
        kind=kind_of(titles),
        status=status_of([*opening, *footers]),
        edition=edition_of(titles),
        validity=validity_of("\n".join(opening)),
        visibility=Visibility.CLOSED if closed else Visibility.OPEN,
        parts=(*((front,) if front else ()), *parts),
    )


def _plain_title(titles: list[str], source: str) -> str:
    """The first line that could be a title; the file's name where there is none."""
    likely = (t for t in titles if sum(c.isalpha() for c in t) > 3 and not t.endswith("."))
    return next(likely, Path(source).stem)


def _meeting(
    document: Document, raw: list[Line], lines: list[Line], found: list[Start], how: Layout
) -> Document:
    """A meeting with its items, and the meetings that stand inside it."""
    outer = (found[0].held, found[0].body)
    house = any(start.marks for start in found)
    front = lines[: found[0].first]
    held = found[0].held or _cover_date(front) or _footer_date(raw)
    body = found[0].body or _cover_body(front) or _footer_body(raw)
    parts: list[Part] = list(_front(front, how))
    inside: list[Document] = []
    index = 0
    while index < len(found):
        start = found[index]
        if (start.held, start.body) == outer:
            end = found[index + 1].first if index + 1 < len(found) else len(lines)
            parts.append(_item(lines, start, end, how, house=house))
            index += 1
            continue
        last = next((i for i in range(index, len(found)) if _same(found[i], outer)), len(found))
        cover = _cover(lines, found[index - 1].content, start)
        inner = _inner(document, lines, found[index:last], (cover, found, last), how)
        inside.append(replace(inner, within=found[index - 1].number))
        parts[-1] = _with_annex(lines, found[index - 1], cover, how, inner, house=house)
        index = last
    kind = _meeting_kind(parts)
    return replace(
        document,
        title=_meeting_title(kind, body),
        kind=kind,
        body=body,
        held=held,
        parts=tuple(parts),
        documents=tuple(inside),
    )


def _same(start: Start, key: tuple[date | None, str | None]) -> bool:
    return (start.held, start.body) == key


def _front(front: list[Line], how: Layout) -> list[Part]:
    """What stands before the first item: who met, and the agenda."""
    made = blocks(front, how)
    if not made:
        return []
    own, parts = outline(made, headings=False)
    return [Part(PartKind.SECTION, "", blocks=own, parts=parts, label="Forside")]


def _item(lines: list[Line], start: Start, end: int, how: Layout, *, house: bool) -> Part:
    title = blocks(lines[start.title[0] : start.title[1]], Layout(True, 1, how.paged))
    heading = " ".join(block.text for block in title)
    heading = re.sub(rf"^{start.number}\.\s+", "", heading)
    parts, listed = sections(lines[start.content : end], how)
    seen = visibility(list(start.marks), house_marks=house)
    if closed_by_title(heading):
        seen = Visibility.CLOSED
    return _closed_below(
        Part(
            PartKind.ITEM,
            heading,
            title[0] if title else None,
            parts=parts,
            number=start.number,
            visibility=seen,
            case_number=start.case_number,
            listed=listed,
        )
    )


def _closed_below(part: Part) -> Part:
    """Everything in a closed part is closed."""
    if part.visibility is Visibility.OPEN:
        return replace(part, parts=tuple(_closed_below(inner) for inner in part.parts))
    closed = (replace(inner, visibility=Visibility.CLOSED) for inner in part.parts)
    return replace(part, parts=tuple(_closed_below(inner) for inner in closed))


def _cover(lines: list[Line], after: int, start: Start) -> int:
    """Where the cover of an inner meeting begins: its kind and its date close together."""
    for index in range(after, start.first):
        if not COVER_WORD.fullmatch(lines[index].bare):
            continue
        near = [line.bare for line in lines[index : start.first] if not line.blank][:COVER_LINES]
        if any(COVER_DATE.fullmatch(t) and first_date(t) == start.held for t in near):
            return index
    return start.first


def _inner(
    outer: Document,
    lines: list[Line],
    found: list[Start],
    place: tuple[int, list[Start], int],
    how: Layout,
) -> Document:
    cover, everything, last = place
    held, body = found[0].held, found[0].body
    house = any(start.marks for start in found)
    parts = list(_front(lines[cover : found[0].first], how))
    for index, start in enumerate(found):
        after = everything[last].first if last < len(everything) else len(lines)
        end = found[index + 1].first if index + 1 < len(found) else after
        parts.append(_item(lines, start, end, how, house=house))
    kind = _meeting_kind(parts)
    return replace(
        outer,
        id=f"{outer.id}.{held.isoformat() if held else cover}",
        title=_meeting_title(kind, body),
        kind=kind,
        body=body,
        held=held,
        parts=tuple(parts),
    )


def _with_annex(
    lines: list[Line], start: Start, cover: int, how: Layout, inner: Document, *, house: bool
) -> Part:
    """The outer item without the inner meeting's text, and the inner meeting as its annex."""
    item = _item(lines, start, cover, how, house=house)
    named = (name for name in item.listed if inner.held and first_date(name) == inner.held)
    annex = Part(PartKind.ANNEX, next(named, inner.title), visibility=item.visibility)
    return replace(item, parts=(*item.parts, annex))


def _meeting_kind(parts: list[Part]) -> Kind:
    """Minutes record an outcome; an agenda records none."""
    decided = any(inner.label in OUTCOMES for part in parts for inner in part.walk())
    return Kind.REFERAT if decided else Kind.DAGSORDEN


def _meeting_title(kind: Kind, body: str | None) -> str:
    return f"{kind.value.capitalize()} {body}" if body else kind.value.capitalize()


def _cover_date(front: list[Line]) -> date | None:
    dated = (first_date(x.bare) for x in front if COVER_DATE.fullmatch(x.bare))
    return next((day for day in dated if day), None)


def _cover_body(front: list[Line]) -> str | None:
    found = (COVER_BODY.fullmatch(line.bare) for line in front)
    return next((match["body"] for match in found if match), None)


def _footer_date(raw: list[Line]) -> date | None:
    found = (page.DATED_FOOTER.fullmatch(line.bare) for line in raw)
    return next((first_date(match["date"]) for match in found if match), None)


def _footer_body(raw: list[Line]) -> str | None:
    found = (page.DATED_FOOTER.fullmatch(line.bare) for line in raw)
    return next((match["body"] for match in found if match), None)
