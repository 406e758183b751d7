"""The collection as lists: what is asked for, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from service.answer import Outcome, Place


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a list that is wanted."""

    offset: int = 0
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; `None` is no bound."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether `day` lies in it; what has no date lies only in all of time."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start or date.min) <= day <= (self.end or date.max)


@dataclass(frozen=True, slots=True)
class DecisionsQuery:
    """Conditions on agenda items; an empty one is no condition.

    `text` is a subject in words: items that are about it.
    """

    bodies: frozenset[str] = frozenset()
    period: Period = Period()
    outcomes: frozenset[Outcome] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision(Place):
    """An agenda item and what became of it.

    `outcome` is what the meeting did, `Outcome.RECOMMENDED` where its minutes say nothing of that,
    `Outcome.AGENDA_ONLY` where only its agenda is here. `decision` is the whole text of the
    minutes' outcome, `recommendation` that of what the meeting was asked to do, each verbatim, and
    `None` where the document has none. Of an outcome with headed points, those alone are given and
    judged that name the subject asked for. `start` and `end` are the range in the document's text
    that `url` opens.
    """

    decision: str | None
    recommendation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """The items that fit, newest meeting first, in the window asked for, and what was looked at.

    `facets` counts what fits by "body", "year" and "outcome", each as if it had no condition of
    its own. `meetings` were looked through, of which `without_minutes` have only an agenda here.
    `notes` are remarks to the reader in Danish.
    """

    decisions: tuple[Decision, ...]
    total: int
    meetings: int
    without_minutes: tuple[date, ...]
    facets: Mapping[str, Mapping[str, int]]
    generation: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event(Place):
    """What one meeting did with a subject, or a document that is about it; `text` is verbatim.

    `when` is the day it is placed at: the meeting's, else the first of the edition's first year.
    """

    text: str
    start: int
    end: int
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened to a subject, oldest first; `undated` is about it and has no date.

    `without_minutes` are meetings at which it may have been treated, with only an agenda here.
    """

    subject: str
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    meetings: int
    without_minutes: tuple[date, ...]
    generation: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentsQuery:
    """Conditions on documents; an empty one is no condition."""

    kinds: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Record:
    """A document of the collection, or a meeting inside the document `outer`."""

    id: str
    outer: str | None
    document: str
    title: str
    kind: str
    body: str | None
    meeting_date: date | None
    edition: str | None
    status: str
    url: str


@dataclass(frozen=True, slots=True)
class Records:
    """The documents that fit, by kind and date, in the window asked for."""

    records: tuple[Record, ...]
    total: int
    generation: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document, its depth from 1, and the range it heads in the document's text."""

    level: int
    kind: str
    number: str | None
    heading: str
    page: int | None
    outcome: Outcome | None
    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Detail(Record):
    """A document with its headings; `file` says whether its original can be fetched."""

    pages: int | None
    valid_from: date | None
    valid_to: date | None
    address: str | None
    headings: tuple[Heading, ...]
    inside: tuple[Record, ...]
    file: bool
    generation: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, list item or table row of a document, in reading order.

    `start` and `end` are its range in the document's text, `heading` what it stands under.
    `struck` text does not apply, `proposed` text has tracked insertions.
    """

    text: str
    start: int
    end: int
    page: int | None
    heading: str | None
    struck: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class Original:
    """The file a document was read from, exactly as it was indexed."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class MeetingState:
    """A meeting, and whether its agenda and its minutes are here."""

    body: str | None
    held: date
    agenda: bool
    minutes: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """What is in the collection and what is missing, of what the asker may see."""

    generation: str
    built: str
    documents: int
    passages: int
    latest_meeting: date | None
    kinds: Mapping[str, int]
    meetings: tuple[MeetingState, ...]
    drafts: tuple[Record, ...]
    editions: tuple[str, ...]
    bodies: tuple[str, ...]
