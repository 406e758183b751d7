"""A paragraph or a row of a table as read, before it is written."""

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import takewhile

from ingest.readers.docx.look import NOTHING, WHITE, Look
from ingest.readers.docx.pieces import BREAKS, Piece, State
from ingest.readers.xml import Element


class Sort(Enum):
    """What a paragraph is; neighbours of one sort stand without an empty line, text apart."""

    TEXT = "text"
    ITEM = "item"
    ENTRY = "entry in a table of contents"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Surface:
    """What text stands on: the colour behind it (`None` where nobody knows), the look it has from
    its table, what has become of all of it, and why all of it is hidden, if so."""

    colour: str | None = WHITE
    look: Look = NOTHING
    state: State = State.PLAIN
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: its content, and what that stands on."""

    content: Element
    surface: Surface


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A place in the text that has a note; `mark` is empty where the author set a mark."""

    kind: str
    id: str
    mark: str
    state: State


@dataclass(slots=True)
class Asides:
    """What belongs to a paragraph and is not in its text: why how many characters are hidden, how
    many comments there are, the notes, the text boxes, and what in it is not read."""

    hidden: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    notes: list[NoteCall] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def add(self, other: "Asides") -> None:
        """Take in those of another paragraph, but for its text boxes."""
        self.hidden += other.hidden
        self.comments += other.comments
        self.notes += other.notes
        self.unread += other.unread


@dataclass(slots=True)
class Paragraph:
    """`level` is a heading's depth; `goes_on` says that its end is deleted, so that the next one
    goes on with it; `new_page` and `new_page_after` that a page begins before or after it."""

    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    label_state: State = State.PLAIN
    sort: Sort = Sort.TEXT
    level: int = 0
    goes_on: bool = False
    new_page: bool = False
    new_page_after: bool = False
    asides: Asides = field(default_factory=Asides)

    def labelled(self) -> list[Piece]:
        """The pieces with the label before the first that can be read."""
        if not self.label:
            return self.pieces
        blanks = list(takewhile(lambda piece: not piece.text.strip(), self.pieces))
        rest = self.pieces[len(blanks) :]
        if rest:
            rest = [replace(rest[0], text=rest[0].text.lstrip()), *rest[1:]]
        breaks = [piece for piece in blanks if piece in BREAKS] if rest else []
        return [*breaks, Piece(f"{self.label} ", self.label_state), *rest]
