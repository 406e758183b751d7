"""Logging in and out on the page."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from service import texts
from service.access.errors import NotRecognised, TooMany
from service.access.login.entry import Entry
from service.web.cookies import SESSION, are_safe, drop, keep, kept
from service.web.pages.entrance import FRONT, entrance, page_of_ours


def log_in(entry: Entry) -> APIRouter:
    """The page of the log-in, the log-in with a key, and the log-out."""
    router = APIRouter(include_in_schema=False)

    @router.get("/log-ind")
    def page(request: Request, til: str = FRONT) -> Response:
        return entrance(request, to=page_of_ours(til))

    @router.post("/log-ind")
    def with_key(
        request: Request,
        noegle: Annotated[str, Form()] = "",
        til: Annotated[str, Form()] = FRONT,
    ) -> Response:
        to = page_of_ours(til)
        if not are_safe(request):
            return entrance(request, 403, to=to)
        try:
            cookie = entry.with_key(noegle.strip(), request.client.host if request.client else "")
        except TooMany as many:
            said = texts.TOO_MANY_ATTEMPTS.format(seconds=many.seconds)
            response = entrance(request, 429, to=to, refused=said)
            response.headers["Retry-After"] = str(many.seconds)
            return response
        except NotRecognised:
            return entrance(request, 401, to=to, refused=texts.WRONG_KEY)
        return welcome(request, entry, cookie, to)

    @router.post("/log-ud")
    def log_out(request: Request) -> Response:
        _leave(request, entry)
        response = RedirectResponse("/log-ind", 303)
        drop(request, response, SESSION)
        return response

    return router


def welcome(request: Request, entry: Entry, cookie: str, to: str) -> Response:
    """On to the page `to`, with a cookie that nobody had before the log-in."""
    _leave(request, entry)
    response = RedirectResponse(to, 303)
    keep(request, response, SESSION, cookie, None)
    return response


def _leave(request: Request, entry: Entry) -> None:
    before = kept(request, SESSION)
    if before:
        entry.log_ins.end(before)
