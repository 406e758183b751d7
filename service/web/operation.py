"""The routes for those who run the service."""

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import Response

from service.web import schema
from service.web.failures import ERRORS
from service.web.parts import Parts


class Measurements(Response):
    """The text format of Prometheus."""

    media_type = CONTENT_TYPE_LATEST


def operation(parts: Parts) -> APIRouter:
    """Whether the service lives and can answer."""
    router = APIRouter(tags=["operation"])

    @router.get("/health", operation_id="health")
    async def health() -> schema.AliveOut:  # needs no thread, so no work keeps it waiting
        """Whether the process answers at all."""
        return schema.AliveOut(status="alive")

    @router.get("/ready", operation_id="ready", responses={503: ERRORS[503]})
    def ready() -> schema.ReadyOut:
        """Whether questions can be answered; what the collection holds is in `/v1/status`."""
        parts.assistant.overview()
        return schema.ReadyOut(status="ready")

    @router.get("/metrics", include_in_schema=False)
    def metrics() -> Measurements:
        """What is counted and measured, as Prometheus reads it."""
        return Measurements(parts.measures.exposed(parts.assistant.overview))

    return router
