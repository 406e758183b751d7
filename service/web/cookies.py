"""The cookies of a log-in: what they are called, and when they are safe."""

from starlette.requests import Request
from starlette.responses import Response

from service.access.addresses import is_loopback
from service.web.site import Site, host_name

SESSION = "aftalesvar"  # who is logged in
PENDING = "aftalesvar-log-ind"  # a log-in that is under way at the issuer


def are_safe(request: Request) -> bool:
    """Whether nobody on the way can read a cookie that is set here."""
    return _prefix(request) is not None


def kept(request: Request, name: str) -> str | None:
    """The cookie of that name, where there is one and no more.

    Starlette takes names without what Unicode calls a blank around them, so that another site could
    set one that a browser does not take for ours, and we would.
    """
    prefix = _prefix(request)
    if prefix is None:
        return None
    sent = ";".join(request.headers.getlist("cookie")).split(";")
    pairs = (one.strip(" \t").partition("=") for one in sent)
    found = [value.strip('"') for key, _, value in pairs if key == prefix + name]
    return found[0] if len(found) == 1 else None


def keep(request: Request, response: Response, name: str, value: str, age: int | None) -> None:
    """Have the browser keep a cookie for `age` seconds, or until it is closed.

    It comes with a link from a chat or an e-mail (`lax`); what changes something is sent by our own
    pages alone, which the guard sees to.
    """
    prefix = _prefix(request)
    if prefix is not None:
        response.set_cookie(
            prefix + name, value, age, secure=bool(prefix), httponly=True, samesite="lax"
        )


def drop(request: Request, response: Response, name: str) -> None:
    """Have the browser forget a cookie."""
    keep(request, response, name, "", 0)


def _prefix(request: Request) -> str | None:
    """What stands before a name: `__Host-` over TLS, which no other site can set (RFC 6265bis).

    Nothing on the machine itself, where browsers may refuse it; `None` where cookies are not safe.
    """
    site: Site = request.app.state.site
    if (site.public_url or "").startswith("https://") or request.scope["scheme"] == "https":
        return "__Host-"
    local = (request.scope.get("server") or ("",))[0]
    name = host_name(request.headers.get("host", "")) or ""
    return "" if is_loopback(local) and is_loopback(name) else None
