"""A question as it is written in a file; the published schema is made of this."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from eval.sets.item import Item, Reference

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Line = Annotated[int, Field(ge=1)]


class State(StrEnum):
    """Whether a person has accepted a question."""

    PROPOSED = "forslag"
    ACCEPTED = "godkendt"
    DROPPED = "kasseret"


class Difficulty(StrEnum):
    """How hard its author thinks it is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Gold(_Strict):
    """A place that answers the question."""

    doc: Text = Field(description="Name of the document's file.")
    quote: Text = Field(description="The words there, verbatim but for white space and hyphens.")
    line_from: Line | None = Field(default=None, description="First line, counted from 1.")
    line_to: Line | None = Field(default=None, description="Last line.")
    alt: bool = Field(
        default=False, description="It says the same as another gold, and stands in for it."
    )

    @model_validator(mode="after")
    def _lines_in_order(self) -> Self:
        if (self.line_from is None) != (self.line_to is None):
            raise ValueError("give both 'line_from' and 'line_to', or neither")
        if self.line_from and self.line_to and self.line_from > self.line_to:
            raise ValueError(f"'line_from' {self.line_from} is after 'line_to' {self.line_to}")
        return self

    def reference(self) -> Reference:
        """The same, as measures read it."""
        lines = (self.line_from, self.line_to) if self.line_from and self.line_to else None
        return Reference(self.doc, self.quote, lines, self.alt)


class Row(_Strict):
    """A question of an evaluation set, and what is known of its answer: one line of the file."""

    id: Text | int = Field(description="Its name; each question has its own.")
    question: Text = Field(description="What is asked.")
    type: Text = Field(description="What kind of question: decision, rule, fact, number, …")
    answerable: bool = Field(description="Whether the documents answer it.")
    answer: str = Field(default="", description="A right answer, for people.")
    nuggets: list[Text] = Field(default=[], description="The facts that an answer must have.")
    gold: list[Gold] = Field(default=[], description="Where it is answered; none if it is not.")
    meeting: date | None = Field(
        default=None, description="Day of the meeting that the answer is from."
    )
    punkt: Text | int | None = Field(default=None, description="Number of the agenda item.")
    section: str | None = Field(default=None, description="Heading that the answer stands under.")
    difficulty: Difficulty | None = Field(
        default=None, description="How hard its author thinks it is."
    )
    must_not: list[Text] = Field(default=[], description="What an answer must never say.")
    status: State = Field(
        default=State.ACCEPTED,
        description="'forslag' until a person accepts it; 'kasseret' is skipped.",
    )

    @model_validator(mode="after")
    def _answered_by_something(self) -> Self:
        if self.answerable and not self.gold:
            raise ValueError("it is answerable but has no 'gold'; say where the answer stands")
        if not self.answerable and (self.gold or self.nuggets):
            raise ValueError("it is not answerable but has 'gold' or 'nuggets'; leave them empty")
        return self

    def item(self) -> Item:
        """The same, as measures read it."""
        return Item(
            id=str(self.id),
            question=self.question,
            type=self.type,
            answerable=self.answerable,
            answer=self.answer,
            nuggets=tuple(self.nuggets),
            references=tuple(gold.reference() for gold in self.gold),
            must_not=tuple(self.must_not),
            meeting=self.meeting,
            punkt=None if self.punkt is None else str(self.punkt),
            section=self.section,
            difficulty=self.difficulty.value if self.difficulty else None,
        )


def schema() -> dict[str, Any]:
    """The JSON schema of a line."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Row.model_json_schema()}
