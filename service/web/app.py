"""The web application: its routes behind the guard and the doorman."""

from pathlib import Path

from fastapi import FastAPI, Security
from fastapi.security import HTTPBearer
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route

from service import texts
from service.web.asking import asking
from service.web.chat import chat
from service.web.collection import collection
from service.web.doorman import Doorman
from service.web.failures import ANYWHERE, handle_errors
from service.web.feedback import feedback
from service.web.guard import Guard
from service.web.guarded import check_doors
from service.web.observed import Observed
from service.web.operation import operation
from service.web.pages.routes import pages
from service.web.parts import Parts
from service.web.tools import Tools

DESCRIPTION = """\
Search and cited answers over minutes, agendas and agreements of the specialised social services.

Every answer names the places it was copied from. A recommendation is never called a decision, and
where the documents do not answer, status is not_found. Questions, answers and error messages
are in Danish. Unknown fields and unknown filter values are refused with 422, and every error has
the same shape. Every response carries X-Request-Id.
"""
TAGS = [
    {"name": "answers", "description": "Ask and search."},
    {"name": "collection", "description": "Documents, decisions and timelines."},
    {"name": "openai", "description": "For clients of the OpenAI API."},
    {"name": "operation", "description": "For those who run the service."},
]
# Told to those who read the description; the doorman is who looks.
CREDENTIALS = HTTPBearer(
    auto_error=False,
    scheme_name="key or token",
    description="A key (`aft_…`), or an access token of the house's issuer. Not needed where "
    "anybody may read what is open.",
)
STATIC = Path(__file__).parent / "static"


def create_app(parts: Parts) -> FastAPI:
    """The service made of `parts`; raises `RouteWithoutDoor`."""
    tools = Tools(parts)
    app = FastAPI(
        title=texts.NAME,
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
        responses=ANYWHERE,
        lifespan=tools.running,
        redirect_slashes=False,  # a redirect would name the host that the client claims
    )
    # What every page says, errors too: who runs it, where it is, how one logs in.
    app.state.house, app.state.site, app.state.entry = parts.house, parts.site, parts.entry
    app.add_middleware(Doorman, recogniser=parts.recogniser, limits=parts.limits)
    app.add_middleware(Guard, site=parts.site)
    app.add_middleware(Observed, measures=parts.measures, pseudonyms=parts.pseudonyms)
    handle_errors(app)
    for router in (asking(parts), chat(parts), collection(parts), feedback(parts)):
        app.include_router(router, dependencies=[Security(CREDENTIALS)])
    for router in (operation(parts), pages(parts)):
        app.include_router(router)
    app.router.routes.append(Route("/mcp", tools, methods=["POST"]))
    app.mount("/static", StaticFiles(directory=STATIC))
    check_doors(app)
    return app
