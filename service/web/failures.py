"""Errors: one shape for programs, a page for people, and never what was sent."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index import IndexMissing, SearchIndexError
from service import texts
from service.access.errors import AccessError, NotAllowed, TooMany
from service.errors import ServiceError, UnknownFilter
from service.web import schema
from service.web.pages.entrance import stopped
from service.web.pages.showing import error_page
from service.web.request import reads_pages, request_id, speaks_openai

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An error as programs and people are told about it; `program` is for JSON clients."""

    code: str
    title: str
    page: str
    program: str


FAILURES = {
    400: Failure("unreadable", texts.UNREADABLE_TITLE, texts.UNREADABLE, texts.BODY_UNREADABLE),
    401: Failure(
        "not_recognised",
        texts.NOT_RECOGNISED_TITLE,
        texts.NOT_RECOGNISED,
        texts.NOT_RECOGNISED_JSON,
    ),
    403: Failure("not_allowed", texts.NOT_ALLOWED_TITLE, texts.NOT_ALLOWED, texts.NOT_ALLOWED),
    404: Failure("not_found", texts.PAGE_MISSING_TITLE, texts.PAGE_MISSING, texts.NOT_FOUND_JSON),
    405: Failure(
        "method_not_allowed",
        texts.METHOD_REFUSED_TITLE,
        texts.METHOD_REFUSED,
        texts.METHOD_REFUSED_JSON,
    ),
    408: Failure("too_slow", texts.TOO_SLOW_TITLE, texts.TOO_SLOW, texts.TOO_SLOW),
    413: Failure("too_large", texts.TOO_LARGE_TITLE, texts.TOO_LARGE, texts.TOO_LARGE),
    414: Failure("too_long", texts.TOO_LONG_TITLE, texts.TOO_LONG, texts.TOO_LONG),
    421: Failure("other_host", texts.OTHER_HOST_TITLE, texts.OTHER_HOST, texts.OTHER_HOST_JSON),
    422: Failure("invalid_request", texts.UNREADABLE_TITLE, texts.UNREADABLE, ""),
    431: Failure("too_many_headers", texts.UNREADABLE_TITLE, texts.UNREADABLE, texts.MANY_HEADERS),
    500: Failure("internal_error", texts.BROKEN_TITLE, texts.BROKEN, texts.BROKEN),
    503: Failure(
        "index_missing", texts.INDEX_MISSING_TITLE, texts.INDEX_MISSING, texts.INDEX_MISSING
    ),
}
CROSS_SITE = Failure("cross_site", texts.CROSS_SITE_TITLE, texts.CROSS_SITE, texts.CROSS_SITE_JSON)
INDEX_UNUSABLE = Failure(
    "index_unusable", texts.INDEX_UNUSABLE_TITLE, texts.INDEX_UNUSABLE, texts.INDEX_UNUSABLE
)
OPENAI_TYPES = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}
# What the guard refuses on any route, before anything of the request is looked at.
ANYWHERE: dict[int | str, dict[str, Any]] = {
    400: {"model": schema.ErrorOut, "description": "What was sent cannot be read."},
    408: {"model": schema.ErrorOut, "description": "The body came too slowly."},
    414: {"model": schema.ErrorOut, "description": "The address is longer than 8 KiB."},
    421: {"model": schema.ErrorOut, "description": "Sent to a name that is not the service's."},
    431: {"model": schema.ErrorOut, "description": "The headers are too many or too long."},
}
ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": schema.ErrorOut, "description": "The body cannot be read at all."},
    401: {"model": schema.ErrorOut, "description": "No key or token, or one that does not hold."},
    403: {"model": schema.ErrorOut, "description": "The key or token does not allow this."},
    413: {"model": schema.ErrorOut, "description": "The body is larger than 64 KiB."},
    422: {"model": schema.ErrorOut, "description": "A field or the question was refused."},
    429: {"model": schema.ErrorOut, "description": "Too many questions; see Retry-After."},
    503: {
        "model": schema.ErrorOut,
        "description": "No documents are indexed yet, or the index is unusable.",
    },
}


def problem(
    request: Request, status: int, code: str, message: str, field: str | None = None
) -> JSONResponse:
    """An error for programs, in the one shape; `field` is what it is about."""
    request.state.error_code = code
    return JSONResponse(_shaped(request, status, code, message, field).model_dump(), status)


def broken(request: Request) -> schema.ErrorOut | schema.OpenAIErrorOut:
    """What a program is told where it already has the beginning of an answer."""
    failure = FAILURES[500]
    return _shaped(request, 500, failure.code, failure.program, None)


def _shaped(
    request: Request, status: int, code: str, message: str, field: str | None
) -> schema.ErrorOut | schema.OpenAIErrorOut:
    name = request_id(request)
    if not speaks_openai(request):
        error = schema.Problem(code=code, message=message, request_id=name)
        return schema.ErrorOut(error=error)
    sort = OPENAI_TYPES.get(status, "invalid_request_error" if status < 500 else "server_error")
    read = schema.OpenAIProblem(code=code, message=message, request_id=name, type=sort, param=field)
    return schema.OpenAIErrorOut(error=read)


def fail(request: Request, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that went wrong."""
    response = tell(request, status, FAILURES.get(status, FAILURES[400]))
    response.headers.update(headers or {})
    return response


def tell(request: Request, status: int, failure: Failure) -> Response:
    """`failure` as a page or as JSON."""
    request.state.error_code = failure.code
    if reads_pages(request):
        return error_page(request, status, failure.title, failure.page)
    return problem(request, status, failure.code, failure.program)


def refusal(request: Request, error: AccessError) -> Response:
    """The answer to somebody who is not let in."""
    if isinstance(error, TooMany):
        said = texts.TOO_MANY.format(seconds=error.seconds)
        refused = tell(request, 429, Failure("too_many", texts.TOO_MANY_TITLE, said, said))
        refused.headers["Retry-After"] = str(error.seconds)
        return refused
    if isinstance(error, NotAllowed):
        return fail(request, 403)
    if reads_pages(request) and request.app.state.entry:
        return stopped(request)
    return fail(request, 401, {"WWW-Authenticate": "Bearer"})


def complaint(error: Mapping[str, Any]) -> str:
    """What is wrong with one field, in Danish, without repeating what was sent in it."""
    field = about(error)
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        wrong = str(context["error"])
    else:
        wrong = texts.FIELD_PROBLEMS.get(error["type"], texts.FIELD_INVALID).format(**context)
    if field:
        return texts.FIELD.format(field=field, problem=wrong.replace(" or ", " eller "))
    return wrong if error["type"] == "value_error" else texts.BODY_UNREADABLE


def about(error: Mapping[str, Any]) -> str | None:
    """The field an error is about."""
    names = [str(step) for step in error["loc"][1:] if isinstance(step, str)]
    # A name we do not know is the client's own text, and may hold what no reply can carry.
    return re.sub(r"[^\w.-]", "?", ".".join(names))[:60] or None


def handle_errors(app: FastAPI) -> None:
    """Give every error the one shape."""

    @app.exception_handler(HTTPException)
    def refused_request(request: Request, error: HTTPException) -> Response:
        return fail(request, error.status_code, error.headers)

    @app.exception_handler(RequestValidationError)
    def refused_field(request: Request, error: RequestValidationError) -> Response:
        if reads_pages(request):
            return fail(request, 422)
        wrong = error.errors()[:5]
        message = " ".join(complaint(each) for each in wrong)
        return problem(request, 422, FAILURES[422].code, message, about(wrong[0]))

    @app.exception_handler(AccessError)
    def refused_visitor(request: Request, error: AccessError) -> Response:
        return refusal(request, error)

    @app.exception_handler(ServiceError)
    def refused_question(request: Request, error: ServiceError) -> Response:
        code = "unknown_filter" if isinstance(error, UnknownFilter) else "question_refused"
        return problem(request, 422, code, str(error))

    @app.exception_handler(SearchIndexError)
    def nothing_to_search(request: Request, error: SearchIndexError) -> Response:
        log.error("no index to search: %s", error)
        return tell(
            request, 503, FAILURES[503] if isinstance(error, IndexMissing) else INDEX_UNUSABLE
        )
