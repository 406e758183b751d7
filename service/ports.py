"""What the web pages, the web API and the command line need of the assistant."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index import Asked, Document, Filters
from service.answer import Answer, Ranking, Sentence, Sources
from service.conversation import Turn
from service.met import Ranges
from service.work import Worked


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


@dataclass(frozen=True, slots=True)
class Explained:
    """How a question was searched for, and all that its answer was chosen from."""

    asked: Asked
    work: Worked


class Assistant(Protocol):
    """Answers questions from one state of the index. `Filters.visibility` says what may be seen."""

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        """Answer `question`; raises `QuestionRefused` where it is empty, too long or not text.

        `before` is the question before in a conversation, which a follow-up leans on.
        """
        ...

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        """As `ask`: first the places found, each sentence as it stands, last the answer.

        The answer alone counts. Places that come again say that it begins afresh. All that `ask`
        raises is raised before the first of them.
        """
        ...

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        """What a follow-up to the questions `earlier`, oldest first, follows; it is found anew."""
        ...

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        """The best passages for `text`, best first; raises `QuestionRefused` like `ask`."""
        ...

    def met(self, text: str, among: Sequence[str], filters: Filters) -> list[Ranges]:
        """Where each of the passages `among` has words of `text`; raises `QuestionRefused`."""
        ...

    def explained(self, text: str, filters: Filters) -> Asked:
        """What `text` is searched by, and why; raises `QuestionRefused` like `ask`."""
        ...

    def reasons(self, question: str, filters: Filters) -> Explained:
        """How `question` is answered, step by step; raises like `ask`."""
        ...

    def document(self, document_id: str, filters: Filters) -> Document | None:
        """A document as read, without the parts `filters.visibility` does not allow."""
        ...

    def overview(self) -> Overview:
        """What is in the collection; raises `IndexMissing` where nothing is indexed yet."""
        ...
