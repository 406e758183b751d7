"""Pages that tell of the service: what it is, and how programs use it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from service.web.pages.showing import show


def describing() -> APIRouter:
    """What the service is, for people, and what `/openapi.json` says, for those who program."""
    router = APIRouter(include_in_schema=False)

    @router.get("/om")
    def about(request: Request) -> Response:
        return show(request, "about")

    @router.get("/docs")
    def docs(request: Request) -> Response:
        return show(request, "docs", spec=request.app.openapi())

    return router
