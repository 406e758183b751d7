"""The routes of the pages for people."""

from fastapi import APIRouter

from service.web.pages.asking import asking
from service.web.pages.at_issuer import at_issuer
from service.web.pages.collection import collection
from service.web.pages.decisions import decisions
from service.web.pages.describing import describing
from service.web.pages.feedback import feedback
from service.web.pages.log_in import log_in
from service.web.pages.searching import searching
from service.web.pages.source import source
from service.web.pages.timeline import timeline
from service.web.parts import Parts


def pages(parts: Parts) -> APIRouter:
    """All pages."""
    router = APIRouter(include_in_schema=False)
    every = (
        asking(parts),
        feedback(parts),
        source(parts),
        describing(),
        searching(parts),
        decisions(parts),
        timeline(parts),
        collection(parts),
    )
    for some in every:
        router.include_router(some)
    if parts.entry:
        router.include_router(log_in(parts.entry))
    if parts.entry and parts.entry.flow:
        router.include_router(at_issuer(parts.entry, parts.entry.flow))
    return router
