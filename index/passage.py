"""The unit of search: a passage of one section, with its place and the words around it."""

from dataclasses import dataclass
from datetime import date

from ingest import Kind, Run, Status, Visibility


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a passage stands and what that place is.

    `document` is the id of the document or of the meeting inside it, `source` the file's name.
    `section` is the standard heading (Beslutning, Indstilling, …) or the nearest heading, `annex`
    the annex's title, `headings` the headings above the passage, outermost first. `kind`, `status`
    and `edition` are the annex's own where it has them. `page_label` is what is printed on the page
    where that is another number. `proposed` says that the text has tracked insertions.
    """

    document: str
    source: str
    title: str
    kind: Kind
    status: Status
    visibility: Visibility
    body: str | None = None
    held: date | None = None
    punkt: str | None = None
    item_title: str | None = None
    section: str | None = None
    annex: str | None = None
    headings: tuple[str, ...] = ()
    edition: str | None = None
    page: int | None = None
    page_label: str | None = None
    struck: bool = False
    proposed: bool = False
    agenda_only: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row at `start` to `end` of a passage's text, and as it can be understood alone."""

    start: int
    end: int
    told: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that may be quoted, and `context`, which is searched with it but is not its text.

    `runs` map the text to the document's text, `rows` are the table rows in it. Passages of one
    document are numbered in reading order by `id`; `group` is the same for all passages of an item
    or annex.
    """

    id: int
    group: int
    text: str
    context: str
    runs: tuple[Run, ...]
    ref: Ref
    rows: tuple[Row, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the document's text.

        Raises `ValueError` where none of those characters has a place.
        """
        inside = [run for run in self.runs if run.clean < end and run.clean + run.length > start]
        if not inside:
            raise ValueError(f"passage {self.id} has no text at {start}-{end}")
        first, last = inside[0], inside[-1]
        return (
            first.origin + max(0, start - first.clean),
            last.origin + min(last.length, end - last.clean),
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, its score, and which legs found it."""

    passage: Passage
    score: float
    why: tuple[str, ...]
