"""The question and its answer, as pages."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from index import Filters
from service.answer import Answer, AnswerStatus, Citation, Found
from service.errors import QuestionRefused
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.request import visible_to

NEXT_PASSAGES = 5


def elsewhere(answer: Answer) -> list[Found]:
    """The best passages that no citation of the answer was copied from."""
    cited = [] if answer.status is AnswerStatus.NOT_FOUND else answer.citations
    fresh = (
        found
        for found in answer.passages
        if not any(c.document_id == found.document_id and _shared(c, found) for c in cited)
    )
    return list(islice(fresh, NEXT_PASSAGES))


def _shared(cited: Citation, found: Found) -> bool:
    """Whether one's text is part of the other's: a quote may be several passages."""
    return cited.quote in found.text or found.text in cited.quote


def asking(parts: Parts) -> APIRouter:
    """The front page, and answers."""
    router = APIRouter(include_in_schema=False)
    assistant = parts.assistant

    def front_page(request: Request, question: str = "", refused: str = "") -> Response:
        return show(
            request,
            "front",
            422 if refused else 200,
            overview=assistant.overview(),
            question=question,
            refused=refused,
        )

    @router.get("/")
    def front(request: Request) -> Response:
        return front_page(request)

    @router.post("/")
    def ask(request: Request, spoergsmaal: Annotated[str, Form()] = "") -> Response:
        try:
            # Browsers send line breaks as two characters; the limit counts them as one.
            answer = assistant.ask(
                spoergsmaal.replace("\r\n", "\n"), Filters(visibility=visible_to(request))
            )
        except QuestionRefused as refused:
            return front_page(request, spoergsmaal, refused.reason)
        return show(request, "answer", answer=answer, elsewhere=elsewhere(answer))

    return router
