"""An opinion of an answer that came in, from a program or from the form."""

from starlette.requests import Request

from service.feedback.opinion import Opinion
from service.web.parts import Parts
from service.web.request import visitor_of


def noted(parts: Parts, request: Request, opinion: Opinion) -> None:
    """Keep and count it."""
    visitor = visitor_of(request)
    assert visitor, "the doorman lets nobody else in"
    parts.feedback.keep(visitor, opinion)
    parts.measures.feedback.labels(opinion.verdict).inc()
