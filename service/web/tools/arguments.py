"""What the tools take."""

from pydantic import BaseModel, ConfigDict, Field

from service.archive.records import DecisionsQuery, Period
from service.web.lists import OfItem, Paged, TimelineIn
from service.web.schema import Narrowed, Question, Within

__all__ = ["AskFor", "DecisionsFor", "Fetch", "Search", "TimelineIn"]


class Search(BaseModel):
    """What to look for."""

    model_config = ConfigDict(extra="forbid")

    query: Question = Field(description="What to look for, in Danish words or as a question.")


class Fetch(BaseModel):
    """What to read."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1, max_length=500, description="An `id` that `search` gave.")


class AskFor(Narrowed):
    """A question in plain Danish, and where to look."""

    question: Question = Field(description="The whole question, in Danish.")
    earlier: list[Question] = Field(
        default=[], max_length=5, description="The questions before in the conversation."
    )


class DecisionsFor(Within, Paged):
    """Which agenda items are wanted."""

    text: str = Field(default="", max_length=2_000, description="A subject in Danish words.")
    outcomes: list[OfItem] = Field(
        default=[], max_length=20, description="What became of the item."
    )

    def query(self) -> DecisionsQuery:
        """The conditions as the archive takes them."""
        period = Period(self.start, self.end)
        return DecisionsQuery(frozenset(self.bodies), period, frozenset(self.outcomes), self.text)
