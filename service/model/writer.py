"""The language model's way to a cited answer: asked, read sentence by sentence, checked."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from service.model import prompt
from service.model.checks import Checks, checks
from service.model.client import Client
from service.model.errors import Failure, ModelFailed
from service.model.options import ModelSettings
from service.model.port import Source, Written
from service.model.sentences import Claim, Stream

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

log = logging.getLogger(__name__)


class ModelWriter:
    """Writes with any LlamaIndex model; used from many threads, as its breaker is for all."""

    def __init__(
        self, llm: "LLM", settings: ModelSettings, close: Callable[[], None] = lambda: None
    ) -> None:
        self._client = Client(llm, settings)
        self._close = close

    def close(self) -> None:
        """Give the connections back; call it when nothing is written any more."""
        self._close()

    def write(
        self, question: str, sources: Sequence[Source], *, english: bool = False
    ) -> Iterator[Written]:
        """Yield each sentence as soon as it is whole and stands; raises `ModelFailed`.

        English cannot be checked against Danish sources, so the model is not asked for it. Closing
        the iterator ends the request.
        """
        if english:
            raise ModelFailed(Failure.ENGLISH)
        shown = prompt.readable(sources)
        if not shown:
            raise ModelFailed(Failure.NO_SOURCES)
        held = Stream()
        check = checks(question, shown)
        told = (prompt.SYSTEM, prompt.user(question, shown))
        count = 0
        for piece in self._client.pieces(*told):
            for written in _standing(held.feed(piece), check):
                count += 1
                yield written
        for written in _standing(held.rest(), check):
            count += 1
            yield written
        if not count:
            raise ModelFailed(Failure.NO_ANSWER if held.no_answer else Failure.NOTHING_STANDS)


def model_writer(settings: ModelSettings) -> ModelWriter:
    """The writer for the OpenAI-compatible server of `settings`; imports LlamaIndex (2 seconds)."""
    from service.model.openai import http_client, openai_like

    client = http_client(settings)
    return ModelWriter(openai_like(settings, client), settings, client.close)


def _standing(claims: Iterable[Claim], check: Checks) -> Iterator[Written]:
    """The sentences that stand; only why others do not is logged, never what they say."""
    for claim in claims:
        if fault := check.fault(claim):
            log.debug("a sentence of the language model was dropped: %s", fault.value)
        elif written := check.standing(claim):
            yield written
