"""Decisions as a table: narrowed by boxes and words, read in place, taken along as a file."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from index import sentences
from service import texts
from service.archive.records import Decision, DecisionsQuery
from service.errors import QuestionRefused, UnknownFilter
from service.outcome import tells_outcome
from service.web.downloads import TYPES, decisions_file
from service.web.lists import Format
from service.web.pages.drawing import shape
from service.web.pages.facets import Facet, by_count, by_outcome, by_year, facet
from service.web.pages.fields import Conditions, Sent, SentWords, address, conditions, without
from service.web.pages.paging import paged
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.request import visible_to

STEP = 25  # decisions on a page
TEASER = 200  # characters


def facets(sent: Sent, counts: Mapping[str, Mapping[str, int]]) -> tuple[Facet, ...]:
    """The boxes of the page; what was chosen is among them even where nothing was counted."""
    return (
        facet("udfald", by_outcome(counts["outcome"]), sent.udfald, texts.OUTCOMES),
        facet("organ", by_count(counts["body"]), sent.organ),
        facet("aar", by_year(counts["year"]), sent.aar),
    )


class Asked(SentWords):
    """The form of the page; with a format it asks for the whole list as a file."""

    format: Format = Format.JSON


def teaser(decision: Decision) -> str:
    """What is read before a row is opened: the first sentence that says what the meeting did."""
    text = decision.decision or decision.recommendation or ""
    said = (text[start:end] for start, end in sentences(text)) if decision.decision else ()
    telling = next(filter(tells_outcome, said), text)
    cut = "" if text.startswith(telling) else "… "
    return cut + shorten(telling, TEASER, placeholder=" …")


def query(sent: SentWords, asked: Conditions) -> DecisionsQuery:
    """The conditions as the archive takes them."""
    return DecisionsQuery(asked.bodies, asked.span, asked.outcomes, sent.emne)


def decisions(parts: Parts) -> APIRouter:
    """The page of decisions."""
    router = APIRouter(include_in_schema=False)
    archive = parts.archive

    def refused(request: Request, sent: Asked, wrong: Mapping[str, str]) -> Response:
        chosen = facets(sent, {"body": {}, "year": {}, "outcome": {}})
        return show(request, "beslutninger", 422, sent=sent, wrong=wrong, found=None, facets=chosen)

    def answered(request: Request, sent: Asked) -> Response:
        asked = conditions(sent)
        if asked.wrong:
            return refused(request, sent, asked.wrong)
        if len(asked.years) > 1:  # a list is of one stretch of time
            return refused(request, sent, {"aar": texts.ONE_YEAR})
        try:
            return listed(request, sent, query(sent, asked))
        except QuestionRefused as error:
            return refused(request, sent, {"emne": error.reason})
        except UnknownFilter as error:
            return refused(request, sent, {"organ": str(error)})

    def listed(request: Request, sent: Asked, wanted: DecisionsQuery) -> Response:
        allowed = visible_to(request)
        if sent.format in TYPES:
            return decisions_file(archive, wanted, allowed, sent.format, parts.site.public_url)
        found, pages = paged(
            lambda window: archive.decisions(wanted, window, allowed), sent.side, STEP
        )
        return show(
            request,
            "beslutninger",
            sent=sent,
            wrong={},
            found=found,
            facets=facets(sent, found.facets),
            pages=pages,
            shape=shape,
            teaser=teaser,
        )

    @router.get("/beslutninger")
    def chosen(request: Request, sent: Annotated[Sent, Query()]) -> Response:
        return answered(request, without(Asked(**sent.model_dump()), "art"))

    @router.post("/beslutninger")
    def asked_for(request: Request, sent: Annotated[Asked, Form()]) -> Response:
        if sent.emne or sent.format in TYPES:
            return answered(request, without(sent, "art"))
        # Without words it has an address that can be kept, and that browsers go back to.
        return RedirectResponse(address("/beslutninger", sent), 303)

    return router
