"""What the web API takes and gives, as it is checked and documented."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from index import Filters, Kind, Visibility
from ingest.terms import SECTIONS
from service.answer import AnswerStatus, Mode, Outcome
from service.feedback.opinion import Reason, Verdict
from service.texts import DATE_UNREADABLE, PERIOD_REVERSED, SECTION_UNKNOWN

STANDARD_SECTIONS = ", ".join(dict.fromkeys(SECTIONS.values()))


def written_as_day(value: object) -> object:
    """`value` unchanged where it is written YYYY-MM-DD; pydantic alone takes seconds for dates."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return value
    raise ValueError(DATE_UNREADABLE)


def whole(value: object) -> object:
    """A whole number as one: JSON knows no other numbers, so 1.0 is 1."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(whole)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Question = Annotated[str, Field(min_length=1, max_length=2_000)]
ANSWER_ID = r"^[A-Za-z0-9_-]{1,64}$"
LONGEST_COMMENT = 1_000
Edition = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{4})?$")]
Bound = Annotated[date, BeforeValidator(written_as_day)]


class Within(BaseModel):
    """Bodies and a period. A field that is left out is no condition."""

    model_config = ConfigDict(extra="forbid")

    bodies: list[Name] = Field(
        [],
        max_length=20,
        description="Deciding bodies, as written.",
        examples=[["Styregruppe Social"]],
    )
    start: Bound | None = Field(
        None, alias="from", description="Earliest meeting date, included.", examples=["2024-01-01"]
    )
    end: Bound | None = Field(
        None, alias="to", description="Latest meeting date, included.", examples=["2025-12-31"]
    )

    @model_validator(mode="after")
    def period_in_order(self) -> Self:
        """A period that ends before it begins would find nothing, silently."""
        if self.start and self.end and self.end < self.start:
            raise ValueError(PERIOD_REVERSED)
        return self


class Narrowed(Within):
    """Conditions a passage must meet. A field that is left out is no condition."""

    kinds: list[Kind] = Field([], max_length=20, description="Kinds of document.")
    punkt: str | None = Field(
        None,
        pattern=r"^[0-9]{1,3}(\.[0-9]{1,3})*$",
        description="Number of the agenda item.",
        examples=["6"],
    )
    section: str | None = Field(
        None,
        description=f"Section of an item: {STANDARD_SECTIONS}.",
        examples=["Beslutning"],
        json_schema_extra={"enum": [*dict.fromkeys(SECTIONS.values()), None]},
    )
    editions: list[Edition] = Field(
        [], max_length=20, description="Editions of an agreement.", examples=[["2025-2026"]]
    )

    @field_validator("section")
    @classmethod
    def standard_section(cls, value: str | None) -> str | None:
        """The standard heading, however it is spelled; no heading we know is refused."""
        if value is None:
            return None
        known = SECTIONS.get(value.strip().casefold())
        if known is None:
            raise ValueError(SECTION_UNKNOWN.format(known=STANDARD_SECTIONS))
        return known

    def filters(self, visibility: frozenset[Visibility]) -> Filters:
        """The conditions as the search takes them, within what the person may see."""
        return Filters(
            visibility=visibility,
            kinds=frozenset(self.kinds),
            bodies=frozenset(self.bodies),
            start=self.start,
            end=self.end,
            punkt=self.punkt,
            section=self.section,
            editions=frozenset(self.editions),
        )


class AskIn(Narrowed):
    """A question in plain Danish, and where to look."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "question": "Hvad blev besluttet om takster for 2026?",
                "bodies": ["Styregruppe Social"],
                "from": "2025-01-01",
            }
        }
    )

    question: str = Field(min_length=1, max_length=2_000, description="The question, in Danish.")
    earlier: list[Question] = Field(
        [],
        max_length=5,
        description="The questions before in a conversation, oldest first; a follow-up leans on "
        "them. Nothing is kept between requests.",
        examples=[["Hvad blev besluttet om takster for 2026?"]],
    )
    stream: bool | None = Field(
        None,
        strict=True,
        description="Whether the answer comes as server-sent events; left out, the Accept header "
        "says it.",
    )


class SearchIn(Narrowed):
    """Words or a question to find passages for, and where to look."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "objektiv finansiering", "limit": 5}}
    )

    text: str = Field(min_length=1, max_length=2_000, description="What to look for, in Danish.")
    limit: Whole = Field(10, ge=1, le=50, strict=True, description="The most passages to return.")


class Out(BaseModel):
    """Made from one of our own values, field by field."""

    model_config = ConfigDict(from_attributes=True)


class SentenceOut(Out):
    """One statement of the answer and the numbers of the citations that bear it."""

    text: str = Field(examples=["Arbejdsgruppen udarbejder et nyt takstskema for 2026."])
    citations: list[int] = Field(
        description="`n` of each; none where it says what the collection has.", examples=[[1]]
    )
    label: str = Field(
        description="Where it comes from and what it is, in our words.",
        examples=["Styregruppe Social 22. maj 2025, punkt 6, Takster – besluttet:"],
    )


class PlaceOut(Out):
    """Where a text stands, and what it is there."""

    document: str = Field(description="File name.", examples=["referat-2025-03-12.txt"])
    document_id: str = Field(
        description="Names the document in URLs.", examples=["referat-2025-03-12"]
    )
    title: str = Field(examples=["Referat Styregruppe Social"])
    kind: str = Field(description="Kind of document.", examples=["referat"])
    body: str | None = Field(description="The deciding body.", examples=["Styregruppe Social"])
    meeting_date: date | None = Field(description="The date of the meeting (ISO 8601).")
    punkt: str | None = Field(description="The number of the agenda item.", examples=["6"])
    item_title: str | None = Field(examples=["Nyt takstskema"])
    section: str | None = Field(description="The item's section.", examples=["Beslutning"])
    page: int | None = Field(description="First page, where it is known.", examples=[4])
    page_label: str | None = Field(
        description="The number printed on the page, where it is another one.", examples=["iv"]
    )
    url: str = Field(description="The source with the text marked.")
    outcome: Outcome = Field(description="What the text is: decided, recommended, a rule …")
    draft: bool = Field(description="From a draft that was not adopted.")
    struck: bool = Field(description="The text was struck out and does not apply.")
    proposed: bool = Field(
        description="The text has tracked insertions: it is a proposal, not in force."
    )
    edition: str | None = Field(description="Edition of the agreement.", examples=["2025-2026"])


class CitationOut(PlaceOut):
    """A quote, verbatim from a document, and the place it was copied from."""

    n: int = Field(description="The number used in `sentences`.", examples=[1])
    quote: str = Field(examples=["Arbejdsgruppen udarbejder et nyt takstskema for 2026."])
    start: int = Field(description="Where the quote begins in the document's text.", examples=[310])
    end: int = Field(description="Where the quote ends.", examples=[371])
    verified: bool = Field(description="Looked up again and found character for character.")


class FoundOut(PlaceOut):
    """A passage of the ranking, best first."""

    text: str = Field(description="The passage, verbatim.")
    score: float = Field(description="Higher is better; comparable within one result only.")


class AnswerOut(Out):
    """The answer to a question, with everything needed to check it."""

    id: str = Field(examples=["01J9Z6"])
    question: str = Field(examples=["Hvad blev besluttet om takster for 2026?"])
    status: AnswerStatus = Field(description="How far the documents answer the question.")
    text: str = Field(description="The whole answer, in Danish.")
    sentences: list[SentenceOut] = Field(description="The answer, statement by statement.")
    citations: list[CitationOut] = Field(description="The places the answer was copied from.")
    notes: list[str] = Field(
        description="Remarks to the reader, in Danish.", examples=[["Udkast, ikke vedtaget."]]
    )
    passages: list[FoundOut] = Field(description="The ranking the answer was chosen from.")
    mode: str = Field(description="How the answer was written.", examples=["extractive"])
    generation: str = Field(description="State of the index.", examples=["20250601-0700"])
    understood_as: str | None = Field(
        None, description="What a follow-up question was taken to ask in full, in Danish."
    )
    belief: float | None = Field(
        None,
        ge=0,
        le=1,
        description="How sure it is, for ranking answers: the share of the odds that what is told "
        "has among all that was read; 0 where nothing is told, null where nothing was weighed.",
    )


class CitationsOut(Out):
    """The places of an answer, as an event of a stream."""

    citations: list[CitationOut] = Field(description="As in the answer.")


class SearchOut(BaseModel):
    """The best passages for a text."""

    query: str = Field(examples=["objektiv finansiering"])
    count: int = Field(description="How many passages follow.", examples=[5])
    results: list[FoundOut] = Field(description="Best first.")
    generation: str = Field(description="State of the index.", examples=["20250601-0700"])


class FeedbackIn(BaseModel):
    """Whether an answer helped. Who gives it is not kept, and the question only if it is sent."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "answer": "0c9b2f5e6d7a4b1c8e3f5a6b7c8d9e0f",
                "verdict": "down",
                "reason": "foraeldet",
                "comment": "Der er kommet en ny udgave af aftalen.",
            }
        },
    )

    answer: str = Field(pattern=ANSWER_ID, description="`id` of the answer.")
    verdict: Verdict = Field(description="Whether it helped.")
    reason: Reason | None = Field(None, description="What is wrong with it.")
    comment: str = Field(
        "", max_length=LONGEST_COMMENT, description="In own words; CPR numbers are masked."
    )
    question: str = Field(
        "", max_length=2_000, description="The question, where who asked it agrees."
    )
    generation: str | None = Field(
        None, pattern=r"^[\w.-]{1,60}$", description="`generation` of the answer."
    )
    mode: Mode | None = Field(None, description="`mode` of the answer.")
    status: AnswerStatus | None = Field(None, description="`status` of the answer.")


class AliveOut(BaseModel):
    """The process answers."""

    status: str = Field(examples=["alive"])


class ReadyOut(BaseModel):
    """Questions can be answered."""

    status: str = Field(examples=["ready"])


class Problem(BaseModel):
    """What went wrong."""

    code: str = Field(description="For programs.", examples=["invalid_request"])
    message: str = Field(
        description="For people, in Danish: what was wrong and what to do.",
        examples=["Feltet limit skal være mindst 1."],
    )
    request_id: str = Field(description="As in `X-Request-Id`.", examples=["5f0c7d1e9b6a4c0f"])


class ErrorOut(BaseModel):
    """The one shape of every error."""

    error: Problem = Field(description="What went wrong.")


class OpenAIProblem(Problem):
    """What went wrong, with what clients of the OpenAI API read besides."""

    type: str = Field(description="Sort of error.", examples=["invalid_request_error"])
    param: str | None = Field(None, description="The field it is about.", examples=["messages"])


class OpenAIErrorOut(BaseModel):
    """The one shape of every error, with what clients of the OpenAI API read besides."""

    error: OpenAIProblem = Field(description="What went wrong.")
