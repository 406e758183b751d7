"""A Word document's parts: its body, its notes, and the head and foot of its pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ingest.errors import Damaged
from ingest.extract import literal
from ingest.readers.docx.body import PAPER, Body, sections
from ingest.readers.docx.inline import Source
from ingest.readers.docx.names import R, W, at, is_on
from ingest.readers.docx.numbering import Numbering
from ingest.readers.docx.package import AGAIN, Package
from ingest.readers.docx.paragraph import NoteCall, Paragraph
from ingest.readers.docx.styles import Styles
from ingest.readers.xml import Element

MARGINS = {"headerReference": "sidehoved", "footerReference": "sidefod"}
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


class WordDocument:
    """What a package holds for a reader; raises `Damaged` or `Dangerous`."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        body = at(package.xml(package.main), "body")
        if body is None:
            raise Damaged(f"{name}: there is no document in its main part; {AGAIN}")
        self._body = body
        self._styles = Styles(self._part("styles"))
        self._numbers = self._part("numbering")
        self._notes = {kind: self._notes_of(kind, tag) for kind, tag in NOTES.items()}
        self._sections = sections(body)

    def body(self) -> Iterator[Paragraph]:
        """The paragraphs and rows of the document itself."""
        # Endnotes count on from the footnotes, as both have figures here.
        footnotes = sum(1 for _ in self._body.iter(f"{W}footnoteReference"))
        source = self._source(self._package.main, Counter(endnotes=footnotes))
        return Body(source, self._sections).blocks(self._body)

    def note(self, call: NoteCall) -> Iterator[Paragraph]:
        """The text of a note, where it is called for the first time."""
        note = self._notes[call.kind].pop(call.id, None)
        if note is None:
            return iter(())
        path = self._package.related(self._package.main, call.kind) or ""
        return Body(self._source(path)).blocks(note, replace(PAPER, state=call.state))

    def margins(self) -> Iterator[tuple[str, Iterator[Paragraph]]]:
        """What stands at the head and foot of the pages, and which of the two it is."""
        settings, seen = self._part("settings"), set[str]()
        relations = self._package.relations(self._package.main)
        for tag, where in MARGINS.items():
            for section in self._sections:
                for reference in section.iterchildren(W + tag):
                    relation = relations.get(reference.get(f"{R}id", ""))
                    if not relation or relation.external or relation.target in seen:
                        continue
                    if _is_shown(reference.get(f"{W}type", ""), section, settings):
                        seen.add(relation.target)
                        yield where, self._margin(relation.target)

    def title(self) -> str | None:
        """What the file's own properties call it."""
        path = self._package.related("", "core-properties")
        found = self._package.xml(path).findtext("{*}title") if path else None
        return literal(found or "").strip() or None

    def _margin(self, path: str) -> Iterator[Paragraph]:
        return Body(self._source(path)).blocks(self._package.xml(path))

    def _source(self, path: str, counts: Counter[str] | None = None) -> Source:
        """The part at `path`, with lists of its own."""
        numbering = Numbering(self._numbers, self._styles)
        relations = self._package.relations(path)
        return Source(self._styles, numbering, relations, counts or Counter())

    def _part(self, kind: str) -> Element | None:
        path = self._package.related(self._package.main, kind)
        return self._package.xml(path) if path else None

    def _notes_of(self, kind: str, tag: str) -> dict[str, Element]:
        part = self._part(kind)
        notes = () if part is None else part.iterchildren(W + tag)
        return {note.get(f"{W}id", ""): note for note in notes}


def _is_shown(kind: str, section: Element, settings: Element | None) -> bool:
    """Whether pages have this head: first and even pages may, and the file keeps it if not."""
    if kind == "first":
        return is_on(section, "titlePg")
    return kind != "even" or is_on(settings, "evenAndOddHeaders")
