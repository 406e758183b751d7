"""Where other programs of ours ask: questions with the rights of whoever asks them."""

from collections.abc import Generator, Sequence

from index import Filters
from service.access.visitor import Visitor
from service.answer import Answer, Ranking, Sentence, Sources
from service.ports import Assistant


class Desk:
    """Asks an assistant for a visitor; what they may not see is not searched."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def stream(
        self, question: str, earlier: Sequence[str], visitor: Visitor
    ) -> Generator[Sources | Sentence | Answer]:
        """The answer as it comes; `earlier` are the questions before it, oldest first.

        Raises as `Assistant.stream`.
        """
        filters = Filters(visibility=visitor.visibility)
        before = self._assistant.followed(earlier, filters)
        yield from self._assistant.stream(question, filters, before)

    def search(self, text: str, visitor: Visitor, limit: int) -> Ranking:
        """The best passages for `text`; raises as `Assistant.search`."""
        return self._assistant.search(text, Filters(visibility=visitor.visibility), limit)
