"""Chat completions and models, as clients of the OpenAI API ask for them."""

import time
from functools import partial
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.web.chat.answering import reply
from service.web.chat.asked import MODEL, ChatIn
from service.web.chat.given import ChatOut, Choice, Model, Models, Said
from service.web.chat.streamed import chunks, sent
from service.web.failures import ERRORS, broken
from service.web.parts import Parts
from service.web.request import visible_to
from service.web.schema import OpenAIErrorOut
from service.web.streaming import EVENT, MEDIA_TYPE, Streamed

REFUSED: dict[int | str, dict[str, Any]] = {
    status: {**told, "model": OpenAIErrorOut} for status, told in ERRORS.items()
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer; with `stream` in pieces as server-sent events, a sentence "
        "each. The last before [DONE] carries the citations.",
        "content": {MEDIA_TYPE: {"schema": EVENT, "example": "data: [DONE]\n\n"}},
    }
}


def chat(parts: Parts) -> APIRouter:
    """The one model, and what it answers."""
    router = APIRouter(tags=["openai"])
    assistant = parts.assistant

    @router.post(
        "/v1/chat/completions",
        operation_id="chat",
        responses=STREAM | REFUSED,
        response_model=ChatOut,
    )
    def complete(request: Request, chat: ChatIn) -> ChatOut | Response:
        """Answer the last message of the user, with citations.

        Only what the user says is read: messages of other roles give neither instructions nor
        rights. What was asked before is what a follow-up leans on.
        """
        filters = chat.filters.filters(visible_to(request))
        if chat.stream:
            work = partial(chunks, assistant, chat, filters)
            return Streamed(request, work, error=sent(broken(request)))
        said = reply(assistant, chat, filters)
        return ChatOut(
            id=f"chatcmpl-{uuid4().hex}",
            created=int(time.time()),
            system_fingerprint=said.generation,
            choices=[Choice(message=Said(content=said.content, context=said.context))],
            usage=said.usage,
            citations=said.citations,
            status=said.status,
            answer_id=said.answer_id,
        )

    @router.get(
        "/v1/models", operation_id="models", responses={401: REFUSED[401], 403: REFUSED[403]}
    )
    def models() -> Models:
        """The one model there is."""
        return Models(data=[Model()])

    @router.get(
        "/v1/models/{name}",
        operation_id="model",
        responses={
            **{status: REFUSED[status] for status in (401, 403, 422)},
            400: {"model": OpenAIErrorOut, "description": "The address cannot be read."},
            404: {"model": OpenAIErrorOut, "description": "No such model."},
        },
    )
    def model(
        name: Annotated[str, Path(json_schema_extra={"pattern": "^[a-z0-9.-]+$"})],
    ) -> Model:
        """One model."""
        if name != MODEL:
            raise HTTPException(404)
        return Model()

    return router
