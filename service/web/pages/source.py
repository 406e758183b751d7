"""A document as a page, opened at the passage that was quoted."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from index import Filters
from service import texts
from service.web.pages.reading import asked_range, reading
from service.web.pages.showing import error_page, show
from service.web.parts import Parts
from service.web.request import reads_pages, visible_to


def source(parts: Parts) -> APIRouter:
    """The documents."""
    router = APIRouter(include_in_schema=False)

    @router.get("/kilder/{document_id:path}")
    def document(request: Request, document_id: str, fra: str = "", til: str = "") -> Response:
        allowed = visible_to(request)
        document = parts.assistant.document(document_id, Filters(visibility=allowed))
        detail = parts.archive.detail(document_id, allowed)
        if document is None and not reads_pages(request):
            raise HTTPException(404)
        if document is None:
            return error_page(request, 404, texts.DOCUMENT_MISSING_TITLE, texts.DOCUMENT_MISSING)
        read = reading(document, asked_range(fra, til, len(document.text)))
        return show(request, "source", reading=read, file=detail is not None and detail.file)

    return router
