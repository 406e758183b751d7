"""The routes that answer and search, for programs."""

from fastapi import APIRouter
from starlette.requests import Request

from service.web import schema
from service.web.failures import ERRORS
from service.web.parts import Parts
from service.web.request import visible_to


def asking(parts: Parts) -> APIRouter:
    """Ask and search."""
    router = APIRouter(tags=["answers"])
    assistant = parts.assistant

    @router.post("/v1/ask", operation_id="ask", responses=ERRORS)
    def ask(request: Request, asked: schema.AskIn) -> schema.AnswerOut:
        """Answer a question, with the places every statement was copied from."""
        filters = asked.filters(visible_to(request))
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
