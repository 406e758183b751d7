"""The course of a subject, as a page: a drawing, and the same as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from service.archive.records import DecisionsQuery, Event, Timeline
from service.errors import QuestionRefused, UnknownFilter
from service.web.pages.drawing import Drawing, across, down, drawn, shape
from service.web.pages.fields import Conditions, SentWords, conditions, without
from service.web.pages.showing import show
from service.web.parts import Parts
from service.web.request import visible_to


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year with their numbers in the whole course."""

    name: str
    events: tuple[tuple[int, Event], ...]


def by_year(events: Sequence[Event]) -> tuple[Year, ...]:
    """The events year by year."""
    numbered = list(enumerate(events, 1))
    grouped = groupby(numbered, key=lambda pair: pair[1].when and pair[1].when.year)
    return tuple(Year(str(year), tuple(pairs)) for year, pairs in grouped)


def drawings(course: Timeline) -> tuple[Drawing, ...]:
    """The course across and down; none where nothing has a day."""
    dated = drawn(course.events, course.without_minutes)
    return (across(dated), down(dated)) if course.events else ()


def timeline(parts: Parts) -> APIRouter:
    """The page of a subject's course."""
    router = APIRouter(include_in_schema=False)
    archive = parts.archive

    def page(
        request: Request,
        sent: SentWords,
        wrong: Mapping[str, str],
        course: Timeline | None = None,
    ) -> Response:
        return show(
            request,
            "forloeb",
            422 if wrong else 200,
            sent=sent,
            wrong=wrong,
            course=course,
            years=by_year(course.events) if course else (),
            drawings=drawings(course) if course else (),
            shape=shape,
            bodies=archive.collection(visible_to(request)).bodies,
        )

    @router.get("/forloeb")
    def empty(request: Request) -> Response:
        return page(request, SentWords(), {})

    @router.post("/forloeb")
    def course(request: Request, sent: Annotated[SentWords, Form()]) -> Response:
        sent = without(sent, "art", "udfald", "aar")
        asked = conditions(sent)
        if asked.wrong:
            return page(request, sent, asked.wrong)
        try:
            return page(request, sent, {}, _course(request, sent, asked))
        except QuestionRefused as refused:
            return page(request, sent, {"emne": refused.reason})
        except UnknownFilter as unknown:
            return page(request, sent, {"organ": str(unknown)})

    def _course(request: Request, sent: SentWords, asked: Conditions) -> Timeline:
        query = DecisionsQuery(asked.bodies, asked.period)
        return archive.timeline(sent.emne, query, visible_to(request))

    return router
