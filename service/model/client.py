"""Asks a LlamaIndex model and passes its words on, within the limits, as they come.

The model runs in a thread of its own: any LlamaIndex model can be given, and only so a model that
hangs costs no more than the time it was allowed. A thread that nobody waits for any more ends with
its connection, which is cut (`call`), or with another model at its next word; `at_once` bounds how
many there can be.
"""

import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty
from typing import TYPE_CHECKING, Any

from tenacity import Retrying, retry_if_exception, stop_after_attempt, stop_before_delay

from service.leaving import AskerLeft, Leaving, now
from service.model.attempts import AGAIN, reason, wait
from service.model.breaker import Breaker
from service.model.call import UNDER_WAY, Call
from service.model.errors import Failure, ModelFailed
from service.model.options import ModelSettings

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


class Client:
    """Streams a model's answers; used from many threads."""

    def __init__(
        self,
        llm: "LLM",
        settings: ModelSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._llm = llm
        self._settings = settings
        self._clock = clock
        self._breaker = Breaker(settings.failures, settings.pause, clock)
        self._free = threading.BoundedSemaphore(settings.at_once)

    def pieces(self, system: str, user: str) -> Iterator[str]:
        """The answer's text, piece by piece; raises `ModelFailed` and `AskerLeft`."""
        if not self._breaker.lets_through():
            raise ModelFailed(Failure.PAUSED)
        if not self._free.acquire(blocking=False):
            self._breaker.left()
            raise ModelFailed(Failure.BUSY)
        call, leaving = Call(), now()
        work = threading.Thread(target=self._work, args=(call, system, user), daemon=True)
        work.start()
        try:
            with leaving.waking(call.stop):
                yield from self._received(call, leaving)
        except ModelFailed:
            self._breaker.failed()
            raise
        except (GeneratorExit, AskerLeft):
            self._breaker.left()
            raise
        else:
            self._breaker.succeeded()
        finally:
            call.stop()

    def _received(self, call: Call, leaving: Leaving) -> Iterator[str]:
        began = self._clock()
        limit = min(self._settings.first, self._settings.deadline)
        while True:
            left = began + limit - self._clock()
            try:
                piece = call.come.get(timeout=max(0.0, left)) if left > 0 else None
            except Empty:
                left = 0.0
            if leaving.left:
                raise AskerLeft
            if left <= 0:
                raise ModelFailed(Failure.LATE)
            if piece is None:
                return
            if isinstance(piece, Failure):
                raise ModelFailed(piece)
            limit = self._settings.deadline
            yield piece

    def _work(self, call: Call, system: str, user: str) -> None:
        UNDER_WAY.set(call)  # a thread's context is its own
        try:
            for attempt in Retrying(
                stop=stop_after_attempt(self._settings.attempts)
                | stop_before_delay(self._settings.first),
                wait=wait,
                retry=retry_if_exception(lambda e: not call.begun and reason(e) in AGAIN),
                sleep=call.rest,
                reraise=True,
            ):
                with attempt:
                    call.come.put(self._stream(call, system, user))
        except Exception as error:  # whatever a model raises, it costs nobody the answer
            call.come.put(Failure.CUT_OFF if call.begun else reason(error))
        finally:
            self._free.release()

    def _stream(self, call: Call, system: str, user: str) -> Failure | None:
        """Pass the pieces on; how it ended, `None` where well."""
        if call.stopped.is_set():
            return Failure.LATE
        from llama_index.core.llms import ChatMessage, MessageRole

        length = 0
        ended: bool | None = None
        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=system),
            ChatMessage(role=MessageRole.USER, content=user),
        ]
        for chunk in self._llm.stream_chat(messages):
            if call.stopped.is_set():
                return Failure.LATE
            length += len(chunk.delta or "")
            if length > self._settings.longest:
                return Failure.TOO_LONG
            if chunk.delta:
                call.begun = True
                call.come.put(chunk.delta)
            ended = _ended(chunk.raw, ended)
        if not length:
            return Failure.EMPTY
        return Failure.CUT_OFF if ended is False else None


def _ended(raw: Any, before: bool | None) -> bool | None:
    """Whether an OpenAI-compatible server has said that the answer is whole; `None` of others."""
    choices = getattr(raw, "choices", None)
    if choices is None:
        return before
    said = [choice.finish_reason for choice in choices if choice.finish_reason]
    return said[-1] == "stop" if said else bool(before)
