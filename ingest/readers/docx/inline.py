"""What stands in a paragraph: its runs, with what has become of each and what nobody sees."""

from collections import Counter
from dataclasses import dataclass, field, replace

from ingest.readers.docx.drawings import drawing
from ingest.readers.docx.fields import Fields, web_address
from ingest.readers.docx.formulas import formula
from ingest.readers.docx.look import Look, look_of
from ingest.readers.docx.names import MC, M, R, W, at, chosen, is_placeholder, val
from ingest.readers.docx.numbering import Numbering
from ingest.readers.docx.package import Relation
from ingest.readers.docx.paragraph import Asides, NoteCall, Surface
from ingest.readers.docx.pieces import LINE_BREAK, PAGE_BREAK, SPACE, Piece, State
from ingest.readers.docx.styles import Style, Styles
from ingest.readers.docx.symbols import symbol
from ingest.readers.xml import Element

CHANGED = {
    **{f"{W}del": State.STRUCK, f"{W}moveFrom": State.STRUCK},
    **{f"{W}ins": State.INSERTED, f"{W}moveTo": State.INSERTED},
}
NO_TEXT = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr"))
LETTERS = (f"{W}t", f"{W}delText")
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNSEEN_NOTE = "note to hidden text that is not read"


@dataclass(frozen=True, slots=True)
class Source:
    """The part that is read, as far as its paragraphs depend on more than themselves: `counts`
    numbers the notes, from what each kind starts after."""

    styles: Styles
    numbering: Numbering
    relations: dict[str, Relation] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


class Inline:
    """Reads a paragraph of this style on this surface into `pieces` and `asides`."""

    def __init__(self, source: Source, style: Style, surface: Surface) -> None:
        self._source = source
        self._style = style
        self._surface = surface
        self._fields = Fields()
        self.pieces: list[Piece] = []
        self.asides = Asides()

    def read(self, element: Element, state: State, address: str | None = None) -> None:
        """Everything in `element`, all of which is in `state` and leads to `address`."""
        for child in element.iterchildren("*"):
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, state, address)
            elif tag in NO_TEXT or (tag == f"{W}sdt" and is_placeholder(child)):
                continue
            elif tag == f"{MC}AlternateContent":
                self._alternatives(child, state, address)
            elif tag == f"{M}oMath":
                self._formula(child, state)
            elif tag == f"{W}hyperlink":
                self.read(child, state, self._target(child) or address)
            else:
                self.read(child, CHANGED.get(tag, State.PLAIN).within(state), address)

    def _alternatives(self, element: Element, state: State, address: str | None) -> None:
        shown = chosen(element)
        if shown is not None:
            self.read(shown, state, address)

    def _formula(self, element: Element, state: State) -> None:
        text = formula(element)
        if self._surface.hidden:
            self.asides.hidden[self._surface.hidden] += len(text)
        else:
            self._add(text, state)

    def _target(self, link: Element) -> str | None:
        """Where a link leads on the web; links inside the file or to other files are none."""
        relation = self._source.relations.get(link.get(f"{R}id", ""))
        return web_address(relation.target) if relation and relation.external else None

    def _run(self, run: Element, tracked: State, address: str | None) -> None:
        properties = at(run, "rPr")
        look = self._look(properties)
        why = self._surface.hidden or look.unseen(self._surface.colour)
        raised = val(properties, "vertAlign") == "superscript"
        for child in run.iterchildren("*"):
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child, look, tracked, why)
            elif tag in (f"{W}instrText", f"{W}delInstrText"):
                self._fields.instruct(child.text or "")
            elif why:
                self._conceal(child, why)
            elif not self._fields.hide:
                before = len(self.pieces)
                self._content(child, tracked)
                self._dress(before, look, address, raised=raised)

    def _look(self, properties: Element | None) -> Look:
        run_style = val(properties, "rStyle")
        below = self._source.styles.run(self._style, run_style, self._surface.look)
        return look_of(properties).over(below)

    def _field(self, element: Element, look: Look, tracked: State, why: str | None) -> None:
        text = self._fields.mark(element)
        if text and not why:
            self._add(text, State.STRUCK if look.is_struck else tracked)

    def _dress(self, first: int, look: Look, address: str | None, *, raised: bool) -> None:
        """Give the pieces from `first` on what their run says of them."""
        leads = address or self._fields.address
        if not (look.is_struck or leads or raised):
            return
        for index, piece in enumerate(self.pieces[first:], first):
            if piece not in (LINE_BREAK, PAGE_BREAK):
                state = State.STRUCK if look.is_struck else piece.state
                text = piece.text.translate(RAISED) if raised else piece.text
                self.pieces[index] = Piece(text, state, leads)

    def _content(self, element: Element, tracked: State) -> None:
        tag = element.tag
        if tag in LETTERS:
            self._add((element.text or "").replace("\t", " "), tracked)
        elif tag in SIGNS:
            self._add(SIGNS[tag], tracked)
        elif tag in (f"{W}br", f"{W}cr"):
            self._break(element, tracked)
        elif tag == f"{W}sym":
            code = element.get(f"{W}char", "")
            self._add(symbol(element.get(f"{W}font", ""), code), tracked)
        elif tag in DRAWINGS:
            self._drawing(element, tracked)
        elif tag in NOTES:
            self._note(element, NOTES[tag], tracked)
        elif tag == f"{W}commentReference":
            self.asides.comments += 1
        elif tag == f"{MC}AlternateContent":
            for child in _children(chosen(element)):
                self._content(child, tracked)
        elif tag == f"{W}ruby":
            for base in element.iterchildren(f"{W}rubyBase"):
                self.read(base, tracked)

    def _add(self, text: str, state: State) -> None:
        if text:
            self.pieces.append(Piece(text, state))

    def _break(self, element: Element, tracked: State) -> None:
        if tracked is State.STRUCK:
            self.pieces.append(SPACE)
        else:
            self.pieces.append(PAGE_BREAK if element.get(f"{W}type") == "page" else LINE_BREAK)

    def _drawing(self, element: Element, tracked: State) -> None:
        surface = replace(self._surface, state=tracked)
        found = drawing(element, surface)
        self.asides.boxes += found.boxes
        self.asides.unread += found.unread
        for letters in found.letters:
            self.pieces += [LINE_BREAK, Piece(letters, tracked), LINE_BREAK]

    def _note(self, element: Element, kind: str, tracked: State) -> None:
        mark = ""
        if element.get(f"{W}customMarkFollows") not in ("1", "true", "on"):
            self._source.counts[kind] += 1
            mark = str(self._source.counts[kind]).translate(RAISED)
        self._add(mark, tracked)
        self.asides.notes.append(NoteCall(kind, element.get(f"{W}id", ""), mark, tracked))

    def _conceal(self, element: Element, why: str) -> None:
        """Count what nobody sees, and leave it out."""
        if element.tag in NOTES:
            self.asides.unread.append(UNSEEN_NOTE)
        self.asides.hidden[why] += characters(element)


def characters(element: Element) -> int:
    """How many letters and signs there are in all of `element`."""
    return sum(len("".join((one.text or "").split())) for one in element.iter(*LETTERS))


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element.iterchildren("*"))
