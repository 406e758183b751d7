"""The routes that answer and search, for programs."""

from collections.abc import Generator
from contextlib import closing
from functools import partial
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from index import Filters
from service.answer import Answer, Sentence, Sources
from service.ports import Assistant
from service.web import schema
from service.web.failures import ERRORS, broken
from service.web.parts import Parts
from service.web.request import visible_to
from service.web.streaming import EVENT, MEDIA_TYPE, Streamed, event, wants_events

STREAM = """\
The answer. As server-sent events: `sources` (the places found), `text` for each sentence as soon
as it stands, `citations`, and last `done` with the whole answer, which alone counts. `sources`
again says that the answer begins afresh. `error` may come instead of the rest.
"""
ANSWERED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": STREAM,
        "content": {
            MEDIA_TYPE: {
                "schema": EVENT,
                "example": 'event: text\ndata: {"text": "Taksten fastholdes.", "citations": [1], '
                '"label": ""}\n\n',
            }
        },
    }
}


def asking(parts: Parts) -> APIRouter:
    """Ask and search."""
    router = APIRouter(tags=["answers"])
    assistant = parts.assistant

    @router.post(
        "/v1/ask",
        operation_id="ask",
        responses=ANSWERED | ERRORS,
        response_model=schema.AnswerOut,
    )
    def ask(request: Request, asked: schema.AskIn) -> schema.AnswerOut | Response:
        """Answer a question, with the places every statement was copied from."""
        filters = asked.filters(visible_to(request))
        if wants_events(request) if asked.stream is None else asked.stream:
            work = partial(events, assistant, asked, filters)
            return Streamed(request, work, error=event("error", broken(request)))
        before = assistant.followed(asked.earlier, filters)
        answer = assistant.ask(asked.question, filters, before)
        return schema.AnswerOut.model_validate(answer)

    @router.post("/v1/search", operation_id="search", responses=ERRORS)
    def search(request: Request, sought: schema.SearchIn) -> schema.SearchOut:
        """Find the passages nearest to a text, best first."""
        found = assistant.search(sought.text, sought.filters(visible_to(request)), sought.limit)
        return schema.SearchOut(
            query=sought.text,
            count=len(found.passages),
            results=[schema.FoundOut.model_validate(passage) for passage in found.passages],
            generation=found.generation,
        )

    return router


def events(assistant: Assistant, asked: schema.AskIn, filters: Filters) -> Generator[bytes]:
    """The answer to a question as it comes; raises as `ask` before the first."""
    before = assistant.followed(asked.earlier, filters)
    with closing(assistant.stream(asked.question, filters, before)) as said:
        for each in said:
            match each:
                case Sources():
                    yield event("sources", schema.CitationsOut.model_validate(each))
                case Sentence():
                    yield event("text", schema.SentenceOut.model_validate(each))
                case Answer():
                    yield event("citations", schema.CitationsOut.model_validate(each))
                    yield event("done", schema.AnswerOut.model_validate(each))
