"""What a document is once it has been read: a tree of parts, every character with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of document it is, decided from its content."""

    REFERAT = "referat"
    DAGSORDEN = "dagsorden"
    SOCIALAFTALE = "socialaftale"
    STYRINGSAFTALE = "styringsaftale"
    GUIDE = "guide"
    AARSRAPPORT = "aarsrapport"
    NOTAT = "notat"
    KOMMISSORIUM = "kommissorium"
    ANDET = "andet"


class Status(StrEnum):
    """Whether what the document says has been adopted."""

    UDKAST = "udkast"
    VEDTAGET = "vedtaget"
    UKENDT = "ukendt"


class Concern(StrEnum):
    """What a finding is about."""

    STRUCK = "struck"
    PROPOSED = "proposed"
    CLOSED = "closed"
    UNCLEAR = "unclear"
    HIDDEN = "hidden"
    COMMENT = "comment"
    UNREAD = "unread"
    SCANNED = "scanned"
    CPR = "cpr"
    CONTACT = "contact"
    PSEUDONYM = "pseudonym"
    ABSENT = "absent"


class Visibility(StrEnum):
    """Who may see a part: everyone, or only those with a right to closed items."""

    OPEN = "open"
    CLOSED = "closed"


class PartKind(StrEnum):
    """The role a part plays in its document."""

    ITEM = "item"
    SECTION = "section"
    ANNEX = "annex"
    CHAPTER = "chapter"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters at `clean` in a block's text stand at `origin` in the document's text."""

    clean: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row with the heading of its column (empty where the column has none)."""

    heading: str
    text: str


PAGE_TOP = 9  # as many empty lines as the top of a page counts for


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or table row, cleaned for reading.

    `runs` map `text` back to the document's text; cleaning drops characters and turns runs of white
    space into one space, but never invents a letter. For a table row `text` is the row as it
    stands and `cells` carry the headings. `lead` is how many empty lines stand above it, `PAGE_TOP`
    where it begins a page. `inserted` says that some of it is a tracked insertion, so all of it is
    a proposal. `level` is the heading's depth, from 1, where the file's own styles say so; else 0.
    """

    text: str
    runs: tuple[Run, ...]
    page: int | None = None
    struck: bool = False
    inserted: bool = False
    cells: tuple[Cell, ...] = ()
    lead: int = 0
    level: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """First and last-plus-one position in the document's text."""
        last = self.runs[-1]
        return self.runs[0].origin, last.origin + last.length


@dataclass(frozen=True, slots=True)
class About:
    """What an annex is as a document in its own right, as far as it says so."""

    kind: Kind
    status: Status = Status.UKENDT
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the structure: an agenda item, a section of it, an annex, a chapter or a table.

    `heading` is the text as printed and `head` its block, where it stands in the text on its own;
    `label` is the standard heading a section stands for. `listed` names the annexes an item says
    it has; those that are in the text are `annex` parts. `unclear` says that the part is closed
    only because its marking is missing, contradictory or cannot be read.
    """

    kind: PartKind
    heading: str
    head: Block | None = None
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()
    number: str | None = None
    label: str | None = None
    visibility: Visibility = Visibility.OPEN
    case_number: str | None = None
    listed: tuple[str, ...] = ()
    about: About | None = None
    unclear: bool = False

    def walk(self) -> Iterator["Part"]:
        """This part and everything below it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader of the document should know, with its place.

    `line` counts the lines of the document's text; `page` is known where pages are. Personal data
    is told by its kind and place alone, never repeated.
    """

    concern: Concern
    what: str
    where: str
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The range of the document's text that leads to `address`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Validity:
    """The period an agreement covers, both days included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read. `text` is its decoded text, to which all positions refer.

    `documents` are whole meetings printed inside an annex: documents of their own with their own
    date and items. `within` names the outer document's item such a meeting is an annex of.
    `labels` are the pages' printed numbers, first page first, where they are not 1, 2, 3.
    `present` are those who took part, as the minutes name them. `address` is where the file was
    fetched, `also` are the other names under which the same file was found.
    """

    id: str
    title: str
    kind: Kind
    source: str
    sha256: str
    text: str
    body: str | None = None
    held: date | None = None
    status: Status = Status.UKENDT
    edition: str | None = None
    validity: Validity | None = None
    visibility: Visibility = Visibility.OPEN
    pages: int | None = None
    parts: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = ()
    documents: tuple["Document", ...] = ()
    within: str | None = None
    labels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    present: tuple[str, ...] = ()
    address: str | None = None
    also: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[Part, ...]:
        """The agenda items, in order."""
        return tuple(part for part in self.parts if part.kind is PartKind.ITEM)

    def walk(self) -> Iterator[Part]:
        """Every part of this document, without those of the documents inside it."""
        for part in self.parts:
            yield from part.walk()
