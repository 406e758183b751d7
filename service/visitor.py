"""Who asks: what they may see, and whether they read pages or JSON."""

from starlette.requests import Request

from index import OPEN_ONLY, Visibility

JSON_PATHS = ("/v1", "/health", "/ready", "/openapi.json")


def visible_to(request: Request) -> frozenset[Visibility]:
    """What the person behind `request` may see; open text only until there is a log-in.

    The one place where a right to closed items can be given. Nothing a client sends widens it.
    """
    return OPEN_ONLY


def reads_pages(request: Request) -> bool:
    """Whether an error should be a page for a person rather than JSON for a program."""
    if request.url.path.startswith(JSON_PATHS):
        return False
    return "text/html" in request.headers.get("accept", "")


def request_id(request: Request) -> str:
    """What the request is called in the log and in `X-Request-Id`."""
    name: str = request.state.request_id
    return name
