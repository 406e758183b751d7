"""What is in the collection and what is missing, as a page, with its documents."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from service import texts
from service.archive.records import Collection, DocumentsQuery
from service.errors import UnknownFilter
from service.web.pages.facets import Facet, by_count, facet
from service.web.pages.fields import Sent, conditions, without
from service.web.pages.matrix import matrix
from service.web.pages.paging import paged
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.request import visible_to

STEP = 50  # documents on a page


def facets(sent: Sent, here: Collection) -> tuple[Facet, ...]:
    """The boxes of the page; only kinds are counted."""
    return (
        facet("art", by_count(here.kinds), sent.art, texts.KINDS),
        facet("organ", dict.fromkeys(here.bodies, 0), sent.organ),
    )


def collection(parts: Parts) -> APIRouter:
    """The page of what is here."""
    router = APIRouter(include_in_schema=False)
    archive = parts.archive

    @router.get("/samling")
    def here(request: Request, sent: Annotated[Sent, Query()]) -> Response:
        sent, allowed = without(sent, "udfald", "aar", "fra", "til"), visible_to(request)
        asked, whole = conditions(sent), archive.collection(allowed)
        wrong, found, pages = dict(asked.wrong), None, None
        if not wrong:
            wanted = DocumentsQuery(asked.kinds, asked.bodies)
            try:
                found, pages = paged(
                    lambda window: archive.documents(wanted, window, allowed), sent.side, STEP
                )
            except UnknownFilter as unknown:
                wrong["organ"] = str(unknown)
        return show(
            request,
            "samling",
            422 if wrong else 200,
            sent=sent,
            wrong=wrong,
            whole=whole,
            built=datetime.fromisoformat(whole.built),
            matrix=matrix(whole.meetings),
            found=found,
            pages=pages,
            facets=facets(sent, whole),
        )

    return router
