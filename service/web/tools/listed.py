"""The tools as they are listed to clients."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from mcp.types import Tool, ToolAnnotations
from pydantic import BaseModel

from service import texts
from service.web.lists import DecisionsOut, TimelineIn, TimelineOut
from service.web.tools.arguments import AskFor, DecisionsFor, Fetch, Search
from service.web.tools.found import Answered, Fetched, Results
from service.web.tools.work import Given, Worker

Asked = TypeVar("Asked", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Offered(Generic[Asked]):
    """A tool: what it takes, what it does, and what it gives.

    `told` is for the language model that chooses among tools, in the language of its other tools.
    """

    name: str
    title: str
    told: str
    takes: type[Asked]
    gives: type[BaseModel]
    work: Callable[[Worker, Asked], Given]

    def asked(self, arguments: dict[str, Any]) -> Callable[[Worker], Given]:
        """What is to be done; raises pydantic's `ValidationError`."""
        taken = self.takes.model_validate(arguments)
        return lambda worker: self.work(worker, taken)

    def listed(self) -> Tool:
        """As clients are told of it."""
        return Tool(
            name=self.name,
            title=self.title,
            description=self.told,
            input_schema=self.takes.model_json_schema(),
            output_schema=self.gives.model_json_schema(mode="serialization"),
            annotations=ToolAnnotations(
                title=self.title,
                read_only_hint=True,
                destructive_hint=False,
                idempotent_hint=True,
                open_world_hint=False,
            ),
        )


SEARCH = """\
Search Danish minutes, agendas and agreements of the specialised social services. Give words or a \
question in Danish. Gives places, best first; read one with fetch."""
FETCH = "Read the section of a document that search found, by its id. The text is verbatim."
ASK = """\
Answer a question in Danish from minutes, agendas and agreements, with the places every statement \
was copied from. Best for a single question. Repeat its status and notes: a recommendation is not \
a decision, a draft is not in force, and not_found means that the documents do not answer."""
DECISIONS = """\
List agenda items with what became of them, newest first, by subject, body, period and outcome. \
Items with only an agenda are among them, and are not decisions."""
TIMELINE = "What each meeting did with a subject, and the documents about it, oldest first."

OFFERED: dict[str, Offered[Any]] = {
    each.name: each
    for each in (
        Offered("search", texts.TOOL_SEARCH, SEARCH, Search, Results, Worker.search),
        Offered("fetch", texts.TOOL_FETCH, FETCH, Fetch, Fetched, Worker.fetch),
        Offered("ask", texts.TOOL_ASK, ASK, AskFor, Answered, Worker.ask),
        Offered(
            "decisions",
            texts.TOOL_DECISIONS,
            DECISIONS,
            DecisionsFor,
            DecisionsOut,
            Worker.decisions,
        ),
        Offered(
            "timeline", texts.TOOL_TIMELINE, TIMELINE, TimelineIn, TimelineOut, Worker.timeline
        ),
    )
}
