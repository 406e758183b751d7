"""The routes for those who run the service."""

from fastapi import APIRouter

from service.web import schema
from service.web.failures import ERRORS
from service.web.parts import Parts


def operation(parts: Parts) -> APIRouter:
    """Whether the service lives and can answer."""
    router = APIRouter(tags=["operation"])

    @router.get("/health", operation_id="health")
    def health() -> schema.AliveOut:
        """Whether the process answers at all."""
        return schema.AliveOut(status="alive")

    @router.get("/ready", operation_id="ready", responses={503: ERRORS[503]})
    def ready() -> schema.ReadyOut:
        """Whether an index is loaded, and what it holds."""
        return schema.ReadyOut.model_validate(parts.assistant.overview())

    return router
