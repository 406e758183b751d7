"""Search, as a page: the best places for some words, narrowed by boxes."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from service.errors import QuestionRefused, UnknownFilter
from service.web.pages.fields import conditions
from service.web.pages.results import BEST, STEP, Result, Search, facets, result
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.request import visible_to


def searching(parts: Parts) -> APIRouter:
    """The page that searches."""
    router = APIRouter(include_in_schema=False)

    def page(
        request: Request, sent: Search, wrong: Mapping[str, str], found: Result | None = None
    ) -> Response:
        return show(
            request,
            "soeg",
            422 if wrong else 200,
            sent=sent,
            wrong=wrong,
            result=found,
            facets=found.facets if found else facets(sent, {}),
            step=STEP,
            best=BEST,
        )

    @router.get("/soeg")
    def empty(request: Request) -> Response:
        return page(request, Search(), {})

    @router.post("/soeg")
    def search(request: Request, sent: Annotated[Search, Form()]) -> Response:
        asked = conditions(sent)
        if asked.wrong:
            return page(request, sent, asked.wrong)
        try:
            found = result(parts.assistant, sent, asked, visible_to(request))
        except QuestionRefused as refused:
            return page(request, sent, {"emne": refused.reason})
        except UnknownFilter as unknown:
            return page(request, sent, {"organ": str(unknown)})
        return page(request, sent, {}, found)

    return router
