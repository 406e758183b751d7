"""What a request says: who asks, what they may see, and whether they read pages or JSON."""

from starlette.requests import Request

from index import Visibility
from service.access.visitor import Visitor

JSON_PATHS = ("/v1", "/mcp", "/health", "/ready", "/metrics", "/openapi.json")


def visitor_of(request: Request) -> Visitor | None:
    """Who asks, as the doorman recognised them; `None` on routes that ask nobody who they are."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return visitor


def visible_to(request: Request) -> frozenset[Visibility]:
    """What who asks may see; nothing where nobody was recognised."""
    visitor = visitor_of(request)
    return visitor.visibility if visitor else frozenset()


def speaks_openai(request: Request) -> bool:
    """Whether the client is one of the OpenAI API."""
    return str(request.scope["path"]).startswith(("/v1/chat/", "/v1/models"))


def reads_pages(request: Request) -> bool:
    """Whether an error should be a page for a person rather than JSON for a program."""
    if request.scope["path"].startswith(JSON_PATHS):
        return False
    return "text/html" in request.headers.get("accept", "")


def request_id(request: Request) -> str:
    """What the request is called in the log and in `X-Request-Id`."""
    name: str = request.state.request_id
    return name
