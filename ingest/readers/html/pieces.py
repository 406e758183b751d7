"""What the walk through a page hands on: the lines to be written, and what was left out."""

from dataclasses import dataclass, field

from ingest.document import Concern
from ingest.readers.html.context import Context
from ingest.readers.html.flow import Span
from ingest.readers.html.landmarks import Zone


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is not in the text: how often, and how many characters of it."""

    concern: Concern
    reason: str
    characters: int = 0


@dataclass(slots=True)
class Piece:
    """A line with what stands above it; `joins` as in `Line`."""

    text: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    joins: bool | None = False
    furniture: bool = False
    gap: bool = False
    page: bool = False


Item = Piece | Note


@dataclass(slots=True)
class Cell:
    """A cell as the page's source has it."""

    heading: bool
    columns: int = 1
    rows: int = 1
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A row as the page's source has it; a cell reaches no further than its row's `section`."""

    section: int
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is being read; `layout` says that it only places what is in it."""

    layout: bool
    context: Context
    rows: list[Row] = field(default_factory=list)
    sections: list[str] = field(default_factory=lambda: ["tbody"])
    nested: bool = False

    @property
    def furniture(self) -> bool:
        """Whether it belongs to the page and not to its text."""
        return self.context.zone is Zone.PAGE
