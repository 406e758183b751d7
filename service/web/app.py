"""The web application: its routes behind the guard and the doorman."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from service import texts
from service.web.asking import asking
from service.web.doorman import Doorman
from service.web.failures import handle_errors
from service.web.guard import Guard
from service.web.operation import operation
from service.web.pages import pages
from service.web.parts import Parts

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
STATIC = Path(__file__).parent / "static"


def create_app(parts: Parts) -> FastAPI:
    """The service made of `parts`."""
    app = FastAPI(
        title=texts.NAME,
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
    )
    app.add_middleware(Doorman, recogniser=parts.recogniser, limits=parts.limits)
    app.add_middleware(Guard)
    handle_errors(app)
    for router in (asking(parts), operation(parts), pages(parts)):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
