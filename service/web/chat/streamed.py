"""Replies in pieces, as the OpenAI API streams them."""

import time
from collections.abc import Generator
from contextlib import closing
from uuid import uuid4

from fastapi.sse import format_sse_event
from pydantic import BaseModel

from index import Filters
from service.ports import Assistant
from service.web.chat.answering import spoken
from service.web.chat.asked import ChatIn
from service.web.chat.given import (
    ChoiceDelta,
    Chunk,
    Delta,
    FirstDelta,
    LastChunk,
    LastDelta,
    Reply,
    UsageChunk,
)

DONE = format_sse_event(data_str="[DONE]")


def sent(data: BaseModel) -> bytes:
    """A piece on the wire."""
    return format_sse_event(data_str=data.model_dump_json())


def chunks(assistant: Assistant, chat: ChatIn, filters: Filters) -> Generator[bytes]:
    """The reply to a chat, a chunk a sentence; raises as `Assistant.ask` before the first."""
    name, created = f"chatcmpl-{uuid4().hex}", int(time.time())
    begun = False
    with closing(spoken(assistant, chat, filters)) as said:
        for piece in said:
            if isinstance(piece, Reply):
                yield from _end(piece, name, created, counted=chat.counts_words)
            elif piece or not begun:
                delta = Delta(content=piece) if begun else FirstDelta(content=piece)
                yield sent(Chunk(id=name, created=created, choices=[ChoiceDelta(delta=delta)]))
                begun = True
    yield DONE


def _end(reply: Reply, name: str, created: int, *, counted: bool) -> Generator[bytes]:
    end = ChoiceDelta(delta=LastDelta(context=reply.context), finish_reason="stop")
    last = LastChunk(
        id=name,
        created=created,
        system_fingerprint=reply.generation,
        choices=[end],
        citations=reply.citations,
        status=reply.status,
        answer_id=reply.answer_id,
    )
    yield sent(last)
    if counted:
        yield sent(UsageChunk(**(last.__dict__ | {"choices": []}), usage=reply.usage))
