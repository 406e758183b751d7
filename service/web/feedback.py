"""The route that takes opinions of answers, for programs."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from service.feedback.opinion import Opinion
from service.web import schema
from service.web.failures import ERRORS
from service.web.noting import noted
from service.web.parts import Parts

REFUSED: dict[int | str, dict[str, Any]] = {
    status: ERRORS[status] for status in (401, 403, 413, 422, 429)
}


def feedback(parts: Parts) -> APIRouter:
    """Whether an answer helped."""
    router = APIRouter(tags=["answers"])

    @router.post("/v1/feedback", operation_id="feedback", status_code=204, responses=REFUSED)
    def give(request: Request, given: schema.FeedbackIn) -> Response:
        """Say whether an answer helped. A second opinion of an answer replaces your first."""
        noted(parts, request, Opinion(**given.model_dump()))
        return Response(status_code=204)

    return router
