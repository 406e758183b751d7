"""The lines of a page, its links and what was left out of it, as an `Extract`."""

from dataclasses import dataclass, field

from ingest.document import Concern, Finding, Link
from ingest.extract import Extract, Sheet
from ingest.readers.html.pieces import Item, Note, Piece

WORDS = {
    Concern.HIDDEN: "hidden text ({})",
    Concern.COMMENT: "comments left out ({})",
    Concern.UNREAD: "not read: {}",
}


@dataclass(slots=True)
class Tally:
    """What was left out for one reason, and where it was first."""

    where: str
    line: int
    places: int = 0
    characters: int = 0


@dataclass(slots=True)
class Writer:
    """Writes the items of a page to a sheet."""

    sheet: Sheet = field(default_factory=lambda: Sheet(paged=False))
    links: list[Link] = field(default_factory=list)
    tallies: dict[tuple[Concern, str], Tally] = field(default_factory=dict)
    _waiting: list[Note] = field(default_factory=list)
    _heading: str = ""
    _last: int = 1

    def write(self, items: list[Item], title: str | None) -> Extract:
        """The page's `Extract`."""
        for item in items:
            if isinstance(item, Note):
                self._waiting.append(item)
            else:
                self._line(item)
        self._place_notes(self._last)
        return self.sheet.extract(
            paragraphs=True, findings=self._findings(), links=tuple(self.links), title=title
        )

    def _line(self, piece: Piece) -> None:
        if piece.page:
            self.sheet.page()
        if piece.gap:
            self.sheet.gap()
        line = self.sheet.line(
            piece.text, level=piece.level, joins=piece.joins, furniture=piece.furniture
        )
        self._last = line.number
        self._place_notes(line.number)
        self._heading = piece.text if piece.level and not piece.furniture else self._heading
        for span in piece.spans if not piece.furniture else ():
            self.links.append(Link(line.start + span.start, line.start + span.end, span.href))

    def _place_notes(self, line: int) -> None:
        """What was left out stood before the line that is written next."""
        for note in self._waiting:
            key = (note.concern, note.reason)
            tally = self.tallies.setdefault(key, Tally(self._heading, line))
            tally.places += 1
            tally.characters += note.characters
        self._waiting.clear()

    def _findings(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(concern, _told(concern, reason, tally), tally.where, tally.line)
            for (concern, reason), tally in self.tallies.items()
        )


def _told(concern: Concern, reason: str, tally: Tally) -> str:
    what = WORDS[concern].format(reason)
    places = "1 place" if tally.places == 1 else f"{tally.places} places"
    return f"{what}: {places}" + (f", {tally.characters} characters" if tally.characters else "")
