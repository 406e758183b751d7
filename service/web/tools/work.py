"""What each tool does, for one who asks."""

from dataclasses import dataclass

from pydantic import BaseModel

from index import Filters, Visibility
from service import texts
from service.archive.records import Heading, Window
from service.errors import ServiceError
from service.show import place
from service.web.chat.told import content
from service.web.lists import DecisionsOut, TimelineIn, TimelineOut
from service.web.parts import Parts
from service.web.schema import CitationOut
from service.web.tools.arguments import AskFor, DecisionsFor, Fetch, Search
from service.web.tools.found import Answered, Fetched, Result, Results
from service.web.tools.place import around, name_of, named, told

FOUND = 10
WHOLE = Window(0, 1_000_000)


class NothingThere(ServiceError):
    """A place that is not here, or may not be seen."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a tool gives: values, and the text a language model reads where that is not they."""

    values: BaseModel
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Worker:
    """Does what the tools are asked for, with what `allowed` may be seen; `base` is our address."""

    parts: Parts
    allowed: frozenset[Visibility]
    base: str

    def search(self, asked: Search) -> Given:
        """The places nearest to a text."""
        filters = Filters(visibility=self.allowed)
        found = self.parts.assistant.search(asked.query, filters, FOUND)
        return Given(
            Results(
                results=[
                    Result(id=name_of(each), title=place(each), url=self._address(each.url))
                    for each in found.passages
                ]
            )
        )

    def fetch(self, asked: Fetch) -> Given:
        """The section a place stands in, or the whole of a document."""
        wanted = named(asked.id)
        document = self.parts.archive.detail(wanted.document, self.allowed)
        read = self.parts.archive.text(wanted.document, WHOLE, self.allowed)
        lines = around(read[1], wanted) if read else ()
        if document is None or not lines:
            raise NothingThere(texts.DOCUMENT_MISSING)
        start, end = lines[0].start, lines[-1].end
        known = {
            "document": document.document,
            "kind": document.kind,
            "body": document.body,
            "meeting_date": document.meeting_date,
            "edition": document.edition,
            "status": document.status,
            "place": _headings(document.headings, start) if wanted.start is not None else None,
            "page": lines[0].page,
            "generation": document.generation,
        }
        url = f"/kilder/{wanted.document}?fra={start}&til={end}#citat"
        return Given(
            Fetched(
                id=asked.id,
                title=document.title,
                text=told(lines),
                url=self._address(url if wanted.start is not None else document.url),
                metadata={name: str(fact) for name, fact in known.items() if fact is not None},
            )
        )

    def ask(self, asked: AskFor) -> Given:
        """The answer to a question."""
        assistant, filters = self.parts.assistant, asked.filters(self.allowed)
        before = assistant.followed(asked.earlier, filters)
        answer = assistant.ask(asked.question, filters, before)
        out = Answered.model_validate(answer)
        out.citations = [self._cited(each) for each in out.citations]
        return Given(out, content(answer))

    def decisions(self, asked: DecisionsFor) -> Given:
        """Agenda items with what became of them."""
        found = self.parts.archive.decisions(asked.query(), asked.window, self.allowed)
        return Given(DecisionsOut.of(found, asked.window))

    def timeline(self, asked: TimelineIn) -> Given:
        """What happened to a subject."""
        found = self.parts.archive.timeline(asked.subject, asked.query(), self.allowed)
        return Given(TimelineOut.model_validate(found))

    def _address(self, url: str) -> str:
        return f"{self.base}{url}"

    def _cited(self, cited: CitationOut) -> CitationOut:
        return cited.model_copy(update={"url": self._address(cited.url)})


def _headings(headings: tuple[Heading, ...], at: int) -> str:
    """The headings that a place stands under, from the outermost."""
    over = [each for each in headings if each.start <= at < each.end]
    return " / ".join(" ".join(filter(None, (each.number, each.heading))) for each in over)
