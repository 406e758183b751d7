"""The assistant, with every question measured: how it ended and how long it took, not its words."""

import time
from collections.abc import Generator, Sequence
from contextlib import closing
from contextvars import ContextVar
from typing import Any

from index import Asked, Document, Filters
from service import texts
from service.access.visitor import Visitor
from service.answer import Answer, AnswerStatus, Mode, Ranking, Sentence, Sources
from service.conversation import Turn
from service.errors import QuestionRefused
from service.leaving import AskerLeft
from service.met import Ranges
from service.observing.measures import Measures
from service.ports import Assistant, Explained, Overview

# What is known of the request that is being answered; the doorman adds the visitor.
REQUEST: ContextVar[dict[str, Any]] = ContextVar("request")
NONE = "none"


class Measured:
    """Passes everything on, and counts how questions end."""

    def __init__(self, assistant: Assistant, measures: Measures) -> None:
        self._assistant = assistant
        self._measures = measures

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        """As the assistant's."""
        *_, answer = self.stream(question, filters, before)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        """As the assistant's. A question whose asker has gone away is not counted."""
        began = time.perf_counter()
        try:
            with closing(self._assistant.stream(question, filters, before)) as said:
                for each in said:
                    if isinstance(each, Answer):
                        self._answered(each, time.perf_counter() - began)
                    yield each
        except AskerLeft:
            raise
        except QuestionRefused:
            self._counted(NONE, "refused")
            raise
        except Exception:
            self._counted(NONE, "failed")
            raise

    def _answered(self, answer: Answer, seconds: float) -> None:
        mode = str(answer.mode)
        self._counted(mode, answer.status.value)
        self._measures.answers.labels(mode).observe(seconds)
        if answer.status is AnswerStatus.NOT_FOUND:
            self._measures.no_answer.inc()
        if answer.mode == Mode.MODEL:
            self._measures.llm.labels("written").inc()
        elif texts.WITHOUT_MODEL in answer.notes:
            self._measures.llm.labels("failed").inc()

    def _counted(self, mode: str, outcome: str) -> None:
        visitor: Visitor | None = REQUEST.get({}).get("visitor")
        channel = visitor.channel.value if visitor else NONE
        self._measures.questions.labels(channel, mode, outcome).inc()

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        """As the assistant's."""
        return self._assistant.followed(earlier, filters)

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        """As the assistant's."""
        return self._assistant.search(text, filters, limit)

    def met(self, text: str, among: Sequence[str], filters: Filters) -> list[Ranges]:
        """As the assistant's."""
        return self._assistant.met(text, among, filters)

    def explained(self, text: str, filters: Filters) -> Asked:
        """As the assistant's."""
        return self._assistant.explained(text, filters)

    def reasons(self, question: str, filters: Filters) -> Explained:
        """As the assistant's."""
        return self._assistant.reasons(question, filters)

    def document(self, document_id: str, filters: Filters) -> Document | None:
        """As the assistant's."""
        return self._assistant.document(document_id, filters)

    def overview(self) -> Overview:
        """As the assistant's."""
        return self._assistant.overview()
