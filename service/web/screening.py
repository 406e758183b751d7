"""What is refused before anything looks at it: bad form, another's name, another site's page."""

import unicodedata
from urllib.parse import unquote_to_bytes

from starlette.requests import Request
from starlette.responses import Response

from service.web.failures import CROSS_SITE, fail, tell
from service.web.site import Site, host_name

BODY_LIMIT = 64 * 1024
TARGET_LIMIT = 8 * 1024
HEADERS_LIMIT = 100
HEADERS_BYTES = 32 * 1024
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
OUR_OWN_PAGES = ("same-origin", "none")  # none: typed, or from a bookmark


def screened(request: Request, site: Site) -> Response | None:
    """The answer to a request that comes no further; `None` where it may."""
    status = _bad_form(request) or _bad_host(request, site)
    if status:
        # Who reads such a request in another way than we do must not send the next one with it.
        return fail(request, status, {"Connection": "close"})
    if not _from_our_pages(request, site):
        return tell(request, 403, CROSS_SITE)
    if _announced(request) > BODY_LIMIT:
        return fail(request, 413)
    return None


def _bad_form(request: Request) -> int | None:
    headers = request.headers.raw
    target = request.scope["raw_path"]
    if len(headers) > HEADERS_LIMIT or sum(len(key) + len(value) for key, value in headers) > (
        HEADERS_BYTES
    ):
        return 431
    if len(target) + len(request.scope["query_string"]) > TARGET_LIMIT:
        return 414
    if not _is_path(target) or _framed_twice(request):
        return 400
    return None


def _is_path(target: bytes) -> bool:
    """Whether a request's target is a path, in UTF-8 and without control characters."""
    try:
        path = unquote_to_bytes(target).decode()
    except UnicodeDecodeError:
        return False
    return path.startswith("/") and not any(unicodedata.category(sign) == "Cc" for sign in path)


def _framed_twice(request: Request) -> bool:
    """Whether a proxy before us may have seen the body end somewhere else than we do."""
    if "transfer-encoding" not in request.headers:
        return False
    return "content-length" in request.headers or request.scope["http_version"] == "1.0"


def _bad_host(request: Request, site: Site) -> int | None:
    name = host_name(request.headers.get("host", ""))
    if name is None:
        return 400
    local = (request.scope.get("server") or ("",))[0]
    return None if site.serves(name, local, request.scope["path"]) else 421


def _from_our_pages(request: Request, site: Site) -> bool:
    """Whether what changes something was sent by a page of ours, or by no page at all."""
    if request.method in SAFE_METHODS:
        return True
    headers = request.headers
    host = headers.get("host", "")
    return all(site.owns(origin, host) for origin in headers.getlist("origin")) and all(
        fetched in OUR_OWN_PAGES for fetched in headers.getlist("sec-fetch-site")
    )


def _announced(request: Request) -> int:
    """How long the body is said to be."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0
