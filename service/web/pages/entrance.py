"""The page on which people log in, wherever they meet it."""

import re
from urllib.parse import unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from service import texts
from service.access.doors import door
from service.access.visitor import Channel, Scope
from service.web.cookies import SESSION, are_safe, drop
from service.web.pages.showing import show
from service.web.request import JSON_PATHS, visitor_of

FRONT = "/"


def entrance(
    request: Request, status: int = 200, *, to: str = FRONT, refused: str = "", failed: str = ""
) -> Response:
    """The page. `refused` is what is wrong with the key, `failed` what went wrong elsewhere."""
    visitor = visitor_of(request)
    inside = visitor is not None and visitor.channel is Channel.SESSION
    values = {"to": to, "refused": refused, "failed": failed, "inside": inside}
    return show(request, "log_in", status, safe=are_safe(request), **values)


def stopped(request: Request) -> Response:
    """The page in the place of one that needs a log-in; a log-in that has ended is forgotten."""
    response = entrance(request, 401, to=_asked(request), failed=texts.NOT_RECOGNISED)
    response.headers["WWW-Authenticate"] = "Bearer"
    drop(request, response, SESSION)
    return response


def page_of_ours(address: str) -> str:
    """`address` where it is that of a page here which people log in for, else the front page."""
    if not re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", address):
        return FRONT
    path = unquote(urlsplit(address).path)
    way = door("GET", path)
    is_page = way is not None and way.scope is Scope.READ and not path.startswith(JSON_PATHS)
    return address if is_page else FRONT


def _asked(request: Request) -> str:
    """The address that was asked for, where it can be asked for again."""
    if request.method != "GET":
        return FRONT
    query = request.scope["query_string"]
    raw: bytes = request.scope["raw_path"] + (b"?" + query if query else b"")
    return page_of_ours(raw.decode("latin-1"))
