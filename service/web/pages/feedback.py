"""Opinions of answers, from the form under an answer."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from service.feedback.opinion import Opinion, Reason, Verdict
from service.web.noting import noted
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.schema import ANSWER_ID, LONGEST_COMMENT

VERDICTS = {"op": Verdict.UP, "ned": Verdict.DOWN}


def feedback(parts: Parts) -> APIRouter:
    """The form's target; `spoergsmaal` is kept only where its sender ticked `medsend`."""
    router = APIRouter(include_in_schema=False)

    @router.post("/vurdering")
    def give(
        request: Request,
        svar: Annotated[str, Form(pattern=ANSWER_ID)],
        vurdering: Annotated[Literal["op", "ned"], Form()],
        grund: Annotated[Reason | Literal[""], Form()] = "",
        kommentar: Annotated[str, Form(max_length=LONGEST_COMMENT)] = "",
        spoergsmaal: Annotated[str, Form(max_length=4_000)] = "",
        medsend: Annotated[str, Form(max_length=10)] = "",
    ) -> Response:
        question = spoergsmaal if medsend else ""
        opinion = Opinion(
            svar, VERDICTS[vurdering], grund or None, kommentar.strip(), question.strip()
        )
        noted(parts, request, opinion)
        return show(request, "thanks", kept_question=bool(question))

    return router
