"""What the web pages, the web API and the command line need of the assistant."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index import Asked, Document, Filters
from service.answer import Answer, Ranking


@dataclass(frozen=True, slots=True)
class Overview:
    """What is in the collection right now: the index generation and how much it holds.

    `examples` are questions that can be asked of this collection.
    """

    generation: str
    built: str
    documents: int
    passages: int
    latest_meeting: date | None
    examples: tuple[str, ...] = ()


class Assistant(Protocol):
    """Answers questions from one state of the index. `Filters.visibility` says what may be seen."""

    def ask(self, question: str, filters: Filters) -> Answer:
        """Answer `question`; raises `QuestionRefused` where it is empty, too long or not text."""
        ...

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        """The best passages for `text`, best first; raises `QuestionRefused` like `ask`."""
        ...

    def explained(self, text: str, filters: Filters) -> Asked:
        """What `text` is searched by, and why; raises `QuestionRefused` like `ask`."""
        ...

    def document(self, document_id: str, filters: Filters) -> Document | None:
        """A document as read, without the parts `filters.visibility` does not allow."""
        ...

    def overview(self) -> Overview:
        """What is in the collection; raises `IndexMissing` where nothing is indexed yet."""
        ...
