"""The paragraphs and tables of a part in reading order, with their labels and text boxes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.readers.docx.drawings import EMBEDDED
from ingest.readers.docx.inline import CHANGED, NO_TEXT, Inline, Source
from ingest.readers.docx.look import look_of, shade_within
from ingest.readers.docx.names import MC, W, at, chosen, is_placeholder, switch, val
from ingest.readers.docx.numbering import BULLET
from ingest.readers.docx.paragraph import Asides, Paragraph, Sort, Surface
from ingest.readers.docx.pieces import SPACE, State, is_blank, state_of
from ingest.readers.docx.styles import Style, outline_level
from ingest.readers.docx.tables import rows
from ingest.readers.xml import Element

PAPER = Surface()
SAME_PAGE = ("continuous", "nextColumn")
OTHER_FILES = (f"{W}altChunk", f"{W}subDoc")


class Body:
    """Reads a part; `sections` are its sections' properties, which say where pages begin."""

    def __init__(self, source: Source, sections: Iterable[Element] = ()) -> None:
        self._source = source
        self._following = iter(list(sections)[1:])

    def blocks(self, parent: Element, surface: Surface = PAPER) -> Iterator[Paragraph]:
        """Paragraphs and rows, each followed by what stands in its text boxes."""
        for paragraph in _joined(self._each(parent, surface)):
            yield paragraph
            for box in paragraph.asides.boxes:
                yield from self.blocks(box.content, box.surface)

    def _each(self, parent: Element, surface: Surface) -> Iterator[Paragraph]:
        for child in parent.iterchildren("*"):
            tag = child.tag
            if tag == f"{W}p":
                yield self._paragraph(child, surface)
            elif tag == f"{W}tbl":
                yield from rows(child, self._source.styles, self.blocks, surface)
            elif tag in OTHER_FILES:
                yield Paragraph(asides=Asides(unread=[EMBEDDED]))
            elif tag == f"{MC}AlternateContent":
                shown = chosen(child)
                yield from self._each(shown, surface) if shown is not None else ()
            elif tag not in NO_TEXT and not (tag == f"{W}sdt" and is_placeholder(child)):
                state = CHANGED.get(tag, State.PLAIN).within(surface.state)
                yield from self._each(child, replace(surface, state=state))

    def _paragraph(self, element: Element, surface: Surface) -> Paragraph:
        properties = at(element, "pPr")
        style = self._source.styles.paragraph(val(properties, "pStyle"))
        shade = shade_within(properties) or style.shade or surface.colour
        inline = Inline(self._source, style, replace(surface, colour=shade))
        inline.read(element, surface.state)
        pieces, blank = inline.pieces, is_blank(inline.pieces)
        label = self._label(properties, style, blank=blank, hidden=surface.hidden)
        said = outline_level(properties)
        level = style.level if said is None else said
        end = _end_state(properties)
        breaks = switch(at(properties, "pageBreakBefore"))
        return Paragraph(
            pieces=pieces,
            label=label,
            label_state=end.within(surface.state) if blank else state_of(pieces),
            sort=_sort(style, label, level),
            level=level,
            goes_on=end is State.STRUCK and not blank and state_of(pieces) is not State.STRUCK,
            new_page=style.page_before if breaks is None else breaks,
            new_page_after=self._ends_page(properties),
            asides=inline.asides,
        )

    def _label(
        self, properties: Element | None, style: Style, *, blank: bool, hidden: str | None
    ) -> str:
        """The label; an empty paragraph shows its number but no bullet, a hidden one has none."""
        mark = at(properties, "rPr")
        below = self._source.styles.run(style, val(mark, "rStyle"), PAPER.look)
        if hidden or (blank and look_of(mark).over(below).hidden):
            return ""
        label = self._source.numbering.label(properties, style)
        return "" if blank and label == BULLET else label

    def _ends_page(self, properties: Element | None) -> bool:
        """Whether a section ends here and the next one, which says so, begins a page."""
        if at(properties, "sectPr") is None:
            return False
        following = next(self._following, None)
        return following is not None and val(following, "type") not in SAME_PAGE


def sections(root: Element) -> list[Element]:
    """The properties of a document's sections, without what they were before a change."""
    return [one for one in root.iter(f"{W}sectPr") if one.getparent().tag != f"{W}sectPrChange"]


def _sort(style: Style, label: str, level: int) -> Sort:
    if style.contents:
        return Sort.ENTRY
    return Sort.ITEM if label and not level else Sort.TEXT


def _end_state(properties: Element | None) -> State:
    """What has become of the end of a paragraph."""
    mark = at(properties, "rPr")
    changes = (CHANGED.get(child.tag) for child in (() if mark is None else mark))
    return next((state for state in changes if state), State.PLAIN)


def _joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """A paragraph whose end is deleted goes on with the next one; tables stand apart."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        if held and paragraph.sort is Sort.ROW:
            yield held
        elif held:
            paragraph = _one(held, paragraph)
        held = paragraph if paragraph.goes_on else None
        if not held:
            yield paragraph
    if held:
        yield held


def _one(first: Paragraph, second: Paragraph) -> Paragraph:
    first.asides.add(second.asides)
    first.asides.boxes += second.asides.boxes
    return replace(
        first,
        pieces=[*first.pieces, SPACE, *second.pieces],
        goes_on=second.goes_on,
        new_page_after=first.new_page_after or second.new_page_after,
    )
