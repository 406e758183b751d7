"""Writes the paragraphs and rows of a document line by line, and tells what is not among them."""

from collections.abc import Callable, Iterable, Iterator

from ingest.document import Concern, Finding, Link
from ingest.errors import Dangerous
from ingest.extract import Sheet
from ingest.readers.docx.paragraph import Asides, NoteCall, Paragraph, Sort
from ingest.readers.docx.pieces import BREAKS, CELL_END, PAGE_BREAK, Piece, composed, split, tidy

LARGEST = 20_000_000  # characters; a thousand pages have three million
Notes = Callable[[NoteCall], Iterator[Paragraph]]


class Writer:
    """Writes to `sheet` what the file called `name` holds; `notes` reads the text of a note."""

    def __init__(self, sheet: Sheet, notes: Notes, name: str) -> None:
        self._sheet = sheet
        self._notes = notes
        self._name = name
        self._calls: list[NoteCall] = []
        self._last = Sort.TEXT
        self._line = 1  # the last one with text, where what has no line of its own is told
        self._heading = ""
        self.empty = True
        self.findings: list[Finding] = []
        self.links: list[Link] = []

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        """The paragraphs, each followed by its notes; those of a table stand after it."""
        for paragraph in paragraphs:
            if paragraph.sort is not Sort.ROW:
                self._write_notes()
            self._paragraph(paragraph)
            self._calls += paragraph.asides.notes
            if paragraph.sort is not Sort.ROW:
                self._write_notes()
        self._write_notes()

    def furniture(self, paragraphs: Iterable[Paragraph], where: str, said: set[str]) -> None:
        """What stands at the head or foot of the pages, and is not in `said` yet."""
        for paragraph in paragraphs:
            for pieces, _ in _lines(paragraph):
                text, _ = _composed(paragraph, pieces, 0)
                if text and text not in said:
                    said.add(text)
                    self._line = self._sheet.line(text, furniture=True).number
            self._tell(paragraph.asides, self._line, where)

    def _write_notes(self) -> None:
        calls, self._calls = self._calls, []
        for call in calls:
            for index, paragraph in enumerate(self._notes(call)):
                if not index and call.mark:
                    paragraph.label = f"{call.mark} {paragraph.label}".rstrip()
                    paragraph.label_state = call.state
                    paragraph.sort = Sort.TEXT
                self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.new_page:
            self._sheet.page()
        if paragraph.sort is Sort.TEXT or paragraph.sort is not self._last:
            self._sheet.gap()
        numbers = [self._write_line(paragraph, *line) for line in _lines(paragraph)]
        first = next((number for number in numbers if number), None)
        if first:
            self._last = paragraph.sort
        elif paragraph.sort is not Sort.ROW:
            self._sheet.gap()
        if paragraph.new_page_after:
            self._sheet.page()
        self._tell(paragraph.asides, first or self._line, self._heading)

    def _write_line(self, paragraph: Paragraph, pieces: list[Piece], end: Piece) -> int | None:
        """A line of a paragraph, and its number; `None` where nothing stands in it."""
        text, links = _composed(paragraph, pieces, self._sheet.length)
        number = None
        if text.strip():
            number = self._line = self._sheet.line(text, level=paragraph.level, joins=False).number
            self.links += links
            self.empty = False
            if paragraph.level:
                self._heading = " ".join("".join(piece.text for piece in pieces).split())
        if end is PAGE_BREAK:
            self._sheet.page()
        if self._sheet.length > LARGEST:
            millions = LARGEST // 10**6
            raise Dangerous(f"{self._name}: more than {millions} million characters of text")
        return number

    def _tell(self, asides: Asides, line: int, where: str) -> None:
        """What a reader should know of what is not in the text, and never the text itself."""
        for why, count in asides.hidden.items():
            if count:
                self._find(Concern.HIDDEN, f"hidden text: {count} characters {why}", where, line)
        for what in asides.unread:
            self._find(Concern.UNREAD, what, where, line)
        if asides.comments:
            self._find(Concern.COMMENT, f"comments set aside: {asides.comments}", where, line)

    def _find(self, concern: Concern, what: str, where: str, line: int) -> None:
        self.findings.append(Finding(concern, what, where, line))


def _lines(paragraph: Paragraph) -> Iterator[tuple[list[Piece], Piece]]:
    return split(paragraph.labelled(), BREAKS)


def _composed(paragraph: Paragraph, pieces: list[Piece], start: int) -> tuple[str, list[Link]]:
    """A line's text, in a row with a tab between the cells, and its links from `start` on."""
    if paragraph.sort is not Sort.ROW:
        return composed(tidy(pieces, contents=paragraph.sort is Sort.ENTRY), start)
    cells: list[str] = []
    links: list[Link] = []
    for cell, _ in split(pieces, (CELL_END,)):
        text, inside = composed(tidy(cell), start)
        cells.append(text)
        links += inside
        start += len(text) + 1
    return "\t".join(cells), links
