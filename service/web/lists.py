"""The collection's lists as the web API takes and gives them."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from index import Kind
from service import texts
from service.answer import Outcome
from service.archive.conditions import OF_DOCUMENTS, OF_ITEMS
from service.archive.records import Decisions, DecisionsQuery, DocumentsQuery, Period, Window
from service.web.schema import Out, PlaceOut, Within, whole

MOST = 200  # entries at a time
FARTHEST = 1_000_000
OF_EVENTS = (*OF_ITEMS, *OF_DOCUMENTS)


class Format(StrEnum):
    """How a list is given."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def _one_of(outcomes: tuple[Outcome, ...]) -> tuple[AfterValidator, WithJsonSchema]:
    """The values of `outcomes` alone, in the check and in the description."""
    values = [outcome.value for outcome in outcomes]

    def check(value: Outcome) -> Outcome:
        if value not in outcomes:
            raise ValueError(texts.OUTCOME_IMPOSSIBLE.format(known=", ".join(values)))
        return value

    return AfterValidator(check), WithJsonSchema({"type": "string", "enum": values})


def written_as_number(value: object) -> object:
    """`value` as a number where it is written in figures alone; pydantic takes " +1_0.0" too."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,7}", value):
        return int(value)
    raise ValueError(texts.NUMBER_UNREADABLE)


def _written(number: Any) -> BeforeValidator:
    """The check of a number in an address, described as the number is."""
    return BeforeValidator(written_as_number, json_schema_input_type=number)


OfItem = Annotated[Outcome, *_one_of(OF_ITEMS)]
OfEvent = Annotated[Outcome, *_one_of(OF_EVENTS)]
Limit = Annotated[int, Field(ge=1, le=MOST, description="The most entries to return.")]
Offset = Annotated[int, Field(ge=0, le=FARTHEST, description="How many entries to leave out.")]
NOT_IN_URL = "Send it by POST, so that its words stand in no address and no log on the way."


class Paged(BaseModel):
    """Which part of a list is wanted, in a JSON object."""

    limit: Annotated[Limit, BeforeValidator(whole)] = Field(50, strict=True)
    offset: Annotated[Offset, BeforeValidator(whole)] = Field(0, strict=True)

    @property
    def window(self) -> Window:
        """The part as the archive takes it."""
        return Window(self.offset, self.limit)


class PagedParameters(BaseModel):
    """Which part of a list is wanted, in the parameters of an address."""

    limit: Annotated[Limit, _written(Limit)] = 50
    offset: Annotated[Offset, _written(Offset)] = 0

    @property
    def window(self) -> Window:
        """The part as the archive takes it."""
        return Window(self.offset, self.limit)


class _Decisions(Within):
    """Which agenda items are wanted."""

    outcomes: list[OfItem] = Field(
        [],
        max_length=20,
        description="What became of the item. `indstillet`: its minutes record nothing but the "
        "recommendation; `ikke registreret`: only its agenda is in the collection.",
        examples=[["besluttet", "anbefalet videre"]],
    )
    text: str = Field(
        "",
        max_length=2_000,
        description=f"A subject in words: items that are about it. {NOT_IN_URL}",
        examples=["takster"],
    )
    format: Format | None = Field(
        None,
        description="`csv` and `xlsx` give all that fits, up to 10,000 items, whatever `limit` and "
        "`offset` say. Left out, the Accept header decides.",
    )

    def query(self) -> DecisionsQuery:
        """The conditions as the archive takes them."""
        return DecisionsQuery(
            frozenset(self.bodies),
            Period(self.start, self.end),
            frozenset(self.outcomes),
            self.text,
        )


class DecisionsIn(Paged, _Decisions):
    """Which agenda items are wanted."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "takster", "from": "2024-01-01", "limit": 20}}
    )


class DecisionsParameters(PagedParameters, _Decisions):
    """Which agenda items are wanted."""


class TimelineIn(Within):
    """Which subject's course is wanted."""

    model_config = ConfigDict(json_schema_extra={"example": {"subject": "takster"}})

    subject: str = Field(
        min_length=1,
        max_length=2_000,
        description=f"The subject, in Danish words. {NOT_IN_URL}",
        examples=["takster"],
    )
    outcomes: list[OfEvent] = Field(
        [], max_length=20, description="What the text is.", examples=[["besluttet"]]
    )

    def query(self) -> DecisionsQuery:
        """The conditions as the archive takes them."""
        period = Period(self.start, self.end)
        return DecisionsQuery(frozenset(self.bodies), period, frozenset(self.outcomes))


class DocumentsParameters(PagedParameters, Within):
    """Which documents are wanted."""

    kinds: list[Kind] = Field([], max_length=20, description="Kinds of document.")

    def query(self) -> DocumentsQuery:
        """The conditions as the archive takes them."""
        kinds = frozenset(kind.value for kind in self.kinds)
        return DocumentsQuery(kinds, frozenset(self.bodies), Period(self.start, self.end))


class LinesParameters(PagedParameters):
    """Which lines of a document are wanted."""

    model_config = ConfigDict(extra="forbid")


class Nothing(BaseModel):
    """No parameters; any that is sent is refused rather than ignored."""

    model_config = ConfigDict(extra="forbid")


class Page(Out):
    """How much there is, and where it goes on."""

    total: int = Field(description="How many fit.", examples=[76])
    next_offset: int | None = Field(
        description="The `offset` of the next part; none where this is the last.", examples=[50]
    )


def next_offset(window: Window, total: int) -> int | None:
    """Where a list goes on after the part in `window`; `None` at its end."""
    after = window.offset + window.limit
    return after if after < total else None


Start = Annotated[int, Field(description="Where it begins in the document's text.", examples=[310])]
End = Annotated[int, Field(description="Where it ends.", examples=[371])]
Generation = Annotated[str, Field(description="State of the index.", examples=["g000007"])]
Notes = Annotated[list[str], Field(description="Remarks to the reader, in Danish.")]
WithoutMinutes = Annotated[
    list[date], Field(description="Meetings of which only the agenda is in the collection.")
]


class DecisionOut(PlaceOut):
    """An agenda item and what became of it."""

    decision: str | None = Field(
        description="What the minutes record, verbatim and whole; of an item with headed points, "
        "where a subject is asked for, the points about it.",
        examples=["Arbejdsgruppen udarbejder et nyt takstskema for 2026."],
    )
    recommendation: str | None = Field(
        description="What the meeting was asked to do, verbatim; never a decision."
    )
    start: Start
    end: End


class DecisionsOut(Page):
    """Agenda items, newest meeting first."""

    decisions: list[DecisionOut] = Field(description="The part asked for.")
    meetings: int = Field(description="How many meetings were looked through.", examples=[12])
    without_minutes: WithoutMinutes
    facets: dict[str, dict[str, int]] = Field(
        description="How many fit by `body`, `year` and `outcome`, each as if there were no "
        "condition on it.",
        examples=[{"year": {"2025": 11}, "outcome": {"besluttet": 6}}],
    )
    generation: Generation
    notes: Notes

    @classmethod
    def of(cls, found: Decisions, window: Window) -> Self:
        """The part in `window` of what was found."""
        return cls(
            decisions=[DecisionOut.model_validate(one) for one in found.decisions],
            total=found.total,
            next_offset=next_offset(window, found.total),
            meetings=found.meetings,
            without_minutes=list(found.without_minutes),
            facets={name: dict(counts) for name, counts in found.facets.items()},
            generation=found.generation,
            notes=list(found.notes),
        )


class EventOut(PlaceOut):
    """What one meeting did with the subject, or a document that is about it."""

    text: str = Field(description="Verbatim.")
    start: Start
    end: End
    when: date | None = Field(
        description="The day of the meeting; of an edition the first day of its first year."
    )


class TimelineOut(Out):
    """The course of a subject, oldest first."""

    subject: str = Field(examples=["takster"])
    events: list[EventOut] = Field(description="Oldest first.")
    undated: list[EventOut] = Field(description="About the subject, without a date.")
    meetings: int = Field(description="How many meetings were looked through.", examples=[12])
    without_minutes: WithoutMinutes
    generation: Generation
    notes: Notes


class RecordOut(Out):
    """A document, or a meeting printed inside another."""

    id: str = Field(examples=["referat-2025-03-12"])
    outer: str | None = Field(description="The document that a meeting is printed in.")
    document: str = Field(description="File name.", examples=["referat-2025-03-12.txt"])
    title: str = Field(
        description="As the document says it.", examples=["Referat Styregruppe Social"]
    )
    kind: Kind = Field(description="Kind of document.", examples=["referat"])
    body: str | None = Field(description="The deciding body.", examples=["Styregruppe Social"])
    meeting_date: date | None = Field(description="The date of the meeting (ISO 8601).")
    edition: str | None = Field(description="Edition of an agreement.", examples=["2025-2026"])
    status: str = Field(description="vedtaget, udkast or ukendt.", examples=["udkast"])
    url: str = Field(description="The document as a page.")


class DocumentsOut(Page):
    """Documents by kind and date."""

    documents: list[RecordOut] = Field(description="The part asked for.")
    generation: Generation


class HeadingOut(Out):
    """A heading of a document."""

    level: int = Field(description="Its depth, from 1.", examples=[1])
    kind: str = Field(description="item, section, annex, chapter or table.", examples=["item"])
    number: str | None = Field(description="Its number, as printed.", examples=["6"])
    heading: str = Field(examples=["Nyt takstskema"])
    page: int | None = Field(description="Where it stands, where pages are known.")
    outcome: Outcome | None = Field(description="What stands under it, where that is known.")
    start: Start
    end: Annotated[int, Field(description="Where what it heads ends.")]
    url: str = Field(description="The document opened at the heading.")


class DocumentOut(RecordOut):
    """A document with its headings."""

    pages: int | None = Field(description="How many, where pages are known.")
    valid_from: date | None = Field(description="The first day an agreement holds.")
    valid_to: date | None = Field(description="The last day an agreement holds.")
    address: str | None = Field(description="Where the file was fetched from a site.")
    headings: list[HeadingOut] = Field(description="In reading order.")
    inside: list[RecordOut] = Field(description="Whole meetings printed in its annexes.")
    file: bool = Field(description="Whether its original file can be fetched.")
    generation: Generation


class LineOut(Out):
    """A paragraph, list item, heading or table row."""

    text: str = Field(description="Cleaned for reading: line breaks and hyphens are mended.")
    start: Start
    end: End
    page: int | None = Field(description="Its first page, where pages are known.")
    heading: str | None = Field(description="The heading it stands under.")
    struck: bool = Field(description="Struck out: it does not apply.")
    proposed: bool = Field(description="Has tracked insertions: it is a proposal.")


class TextOut(Page):
    """A document's lines, in reading order."""

    document_id: str = Field(examples=["referat-2025-03-12"])
    lines: list[LineOut] = Field(description="The part asked for.")


class MeetingOut(Out):
    """A meeting, and what is in the collection of it."""

    body: str | None = Field(description="The body that met.", examples=["Styregruppe Social"])
    held: date = Field(description="The day.")
    agenda: bool = Field(description="Whether its agenda is in the collection.")
    minutes: bool = Field(description="Whether its minutes are in the collection.")


class StatusOut(Out):
    """What is in the collection and what is missing."""

    generation: Generation
    built: str = Field(description="When it was built.", examples=["2025-06-01T07:00:00Z"])
    documents: int = Field(examples=[240])
    passages: int = Field(examples=[9_800])
    latest_meeting: date | None = Field(description="Date of the latest meeting.")
    kinds: dict[str, int] = Field(description="How many documents of each kind.")
    meetings: list[MeetingOut] = Field(description="By body and date.")
    drafts: list[RecordOut] = Field(description="Documents that say they are drafts.")
    editions: list[str] = Field(description="Editions of agreements.", examples=[["2025-2026"]])
    bodies: list[str] = Field(description="Bodies that documents name.")
