"""The API described as a page."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from service.web.pages.showing import show


def describing() -> APIRouter:
    """What `/openapi.json` says, for people."""
    router = APIRouter(include_in_schema=False)

    @router.get("/docs")
    def docs(request: Request) -> Response:
        return show(request, "docs", spec=request.app.openapi())

    return router
