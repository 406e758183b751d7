"""The pages for people."""

from fastapi import APIRouter

from service.web.pages.asking import asking
from service.web.pages.describing import describing
from service.web.pages.source import source
from service.web.parts import Parts

__all__ = ["pages"]


def pages(parts: Parts) -> APIRouter:
    """All pages."""
    router = APIRouter(include_in_schema=False)
    for some in (asking(parts), source(parts), describing()):
        router.include_router(some)
    return router
