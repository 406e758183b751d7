"""From a file to a `Document`: the way through this floor."""

import hashlib
import re
import unicodedata
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from ingest.blocks import Layout, blocks, layout
from ingest.chapters import outline
from ingest.closing import closing, opens_closed
from ingest.cover import NOTHING, cover
from ingest.document import Block, Document, Kind, Part, PartKind, Visibility
from ingest.errors import Unreadable
from ingest.extract import Options
from ingest.findings import findings
from ingest.formats import check_size, extracted, format_of
from ingest.identity import adopted_by, edition_of, kind_of, status_of, validity_of
from ingest.lines import Line, without_furniture
from ingest.marking import closed_by_title, is_closed
from ingest.meeting import starts
from ingest.minutes import closed_below, minutes
from ingest.notes import without_notes
from ingest.personal import masked, masked_name, pseudonyms

PLAINLY = Options()
TITLE_LINES = 8
COVER_LINES = 30  # of minutes without items that could be told, in which their date may stand
# "Microsoft Word - notat.docx", "notat.pdf", "Dokument1", "untitled"
MADE_UP = re.compile(
    r"^microsoft|\.\w{3,4}$|^(?:dokument|document|untitled|præsentation) ?\d*$", re.I
)
LONGEST_TITLE = 200  # characters; where longer text begins, the titles are over


def read(path: Path, options: Options = PLAINLY) -> Document:
    """The document in the file at `path`; raises an `IngestError`, each with what to do."""
    return read_bytes(read_file(path), path.name, options)


def read_file(path: Path) -> bytes:
    """The content of the file at `path`.

    Raises `UnknownFileType`, `FileTooLarge` or `Unreadable`.
    """
    format_of(path.name)
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error


def read_bytes(data: bytes, name: str, options: Options = PLAINLY) -> Document:
    """The document in `data`, a file's content; `name` is the file's name.

    Raises an `IngestError`.
    """
    extract = masked(extracted(data, name, options))
    lines = without_notes(without_furniture(list(extract.lines), numbers=not extract.paragraphs))
    how = layout(lines, paragraphs=extract.paragraphs)
    found = closing(lines, starts(lines))
    name = masked_name(name)
    document = Document(
        id=identifier(Path(name).stem),
        title=_given(extract.title) or Path(name).stem,
        kind=Kind.ANDET,
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=extract.text,
        pages=lines[-1].page if lines else None,
        labels=extract.labels,
        links=extract.links,
    )
    made = minutes(document, lines, found, how) if found else _plain(document, lines, how)
    found_in = (*extract.findings, *findings(made), *pseudonyms(made))
    told = sorted(found_in, key=lambda finding: finding.line)
    return replace(made, findings=tuple(told))


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
    titles = [block.text for block in takewhile(_short, made[:TITLE_LINES])]
    opening = [block.text for block in made[: 2 * TITLE_LINES]]
    footers = [line.removed for line in lines if line.removed]
    closed = opens_closed(lines) or any(closed_by_title(t) for t in titles[:3])
    front = Part(PartKind.SECTION, "", blocks=own) if own else None
    kind = kind_of(titles)
    met = cover(lines, COVER_LINES) if kind in (Kind.REFERAT, Kind.DAGSORDEN) else NOTHING
    whole = (*((front,) if front else ()), *parts)
    return replace(
        document,
        title=_plain_title(titles) or document.title,
        kind=kind,
        body=met.body or adopted_by(opening),
        held=met.held,
        status=status_of([*opening, *footers]),
        edition=edition_of(titles),
        validity=validity_of("\n".join(opening)),
        visibility=Visibility.CLOSED if closed else Visibility.OPEN,
        parts=tuple(closed_below(part, closed=True) for part in whole) if closed else whole,
    )


def _short(block: Block) -> bool:
    return len(block.text) < LONGEST_TITLE


def _plain_title(titles: list[str]) -> str | None:
    """The first line that could be a title."""
    likely = (
        t
        for t in titles
        if sum(c.isalpha() for c in t) > 3 and not t.endswith(".") and not is_closed(t)
    )
    return next(likely, None)


def _given(title: str | None) -> str | None:
    """The title among a file's properties, where it is none that a program made up."""
    return None if title is None or MADE_UP.search(title) else title.strip() or None
