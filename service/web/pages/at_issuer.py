"""Logging in at the issuer that the house trusts: on the way there, and back."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from service import texts
from service.access.errors import IssuerSilent, NotRecognised
from service.access.login.entry import Entry
from service.access.login.flow import Flow
from service.access.login.pending import LIFE
from service.web.cookies import PENDING, are_safe, drop, keep, kept
from service.web.pages.entrance import FRONT, entrance, page_of_ours
from service.web.pages.log_in import welcome
from service.web.site import Site

BACK = "/log-ind/svar"  # the issuer knows this address beforehand


def at_issuer(entry: Entry, flow: Flow) -> APIRouter:
    """The two steps that the browser takes here."""
    router = APIRouter(include_in_schema=False)

    @router.get("/log-ind/start")
    def start(request: Request, til: str = FRONT) -> Response:
        if not are_safe(request):
            return entrance(request, 403)
        try:
            begun = flow.begin(_back(request), page_of_ours(til))
        except IssuerSilent:
            return entrance(request, 503, failed=texts.ISSUER_SILENT)
        response = RedirectResponse(begun.address, 303)
        keep(request, response, PENDING, begun.cookie, LIFE)
        return response

    @router.get(BACK)
    def finish(request: Request) -> Response:
        response = _finished(request)
        drop(request, response, PENDING)  # one answer to one question
        return response

    def _finished(request: Request) -> Response:
        answer, cookie = dict(request.query_params), kept(request, PENDING) or ""
        try:
            visitor, to = flow.finish(cookie, answer, _back(request))
        except NotRecognised:
            return entrance(request, 401, failed=texts.LOG_IN_FAILED)
        except IssuerSilent:
            return entrance(request, 503, failed=texts.ISSUER_SILENT)
        return welcome(request, entry, entry.log_ins.begin(visitor), page_of_ours(to))

    return router


def _back(request: Request) -> str:
    """Where the issuer is to send people; the guard has seen that the host is ours."""
    site: Site = request.app.state.site
    here = f"{request.scope['scheme']}://{request.headers.get('host')}"
    return (site.public_url or here) + BACK
