"""The web application: the API's routes, its limits and its errors, put together with the pages."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index import IndexMissing, SearchIndexError
from service import schema, texts
from service.errors import ServiceError, UnknownFilter
from service.page import error_page, pages
from service.ports import Assistant
from service.visitor import reads_pages, request_id, visible_to

log = logging.getLogger(__name__)

BODY_LIMIT = 64 * 1024
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
        "script-src 'self'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
DESCRIPTION = """\
Search and cited answers over minutes, agendas and agreements of the specialised social services.

Every answer names the places it was copied from. A recommendation is never called a decision, and
where the documents do not answer, status is not_found. Questions, answers and error messages
are in Danish. Unknown fields and unknown filter values are refused with 422, and every error has
the same shape. Every response carries X-Request-Id.
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """An error as programs and people are told about it; `program` is for JSON clients."""

    code: str
    title: str
    page: str
    program: str


FAILURES = {
    400: Failure("unreadable", texts.UNREADABLE_TITLE, texts.UNREADABLE, texts.BODY_UNREADABLE),
    404: Failure("not_found", texts.PAGE_MISSING_TITLE, texts.PAGE_MISSING, texts.NOT_FOUND_JSON),
    405: Failure(
        "method_not_allowed",
        texts.METHOD_REFUSED_TITLE,
        texts.METHOD_REFUSED,
        texts.METHOD_REFUSED_JSON,
    ),
    413: Failure("too_large", texts.TOO_LARGE_TITLE, texts.TOO_LARGE, texts.TOO_LARGE),
    422: Failure("invalid_request", texts.UNREADABLE_TITLE, texts.UNREADABLE, ""),
    500: Failure("internal_error", texts.BROKEN_TITLE, texts.BROKEN, texts.BROKEN),
    503: Failure(
        "index_missing", texts.INDEX_MISSING_TITLE, texts.INDEX_MISSING, texts.INDEX_MISSING
    ),
}
INDEX_UNUSABLE = Failure(
    "index_unusable", texts.INDEX_UNUSABLE_TITLE, texts.INDEX_UNUSABLE, texts.INDEX_UNUSABLE
)
ERRORS: dict[int | str, dict[str, Any]] = {
    413: {"model": schema.ErrorOut, "description": "The body is larger than 64 KiB."},
    422: {"model": schema.ErrorOut, "description": "A field or the question was refused."},
    503: {
        "model": schema.ErrorOut,
        "description": "No documents are indexed yet, or the index is unusable.",
    },
}


class Guard:
    """Outermost: names each request, limits its body, and gives every response its headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        name = uuid4().hex[:16]
        scope.setdefault("state", {})["request_id"] = name
        if scope["method"] == "HEAD":
            # Answered as GET; uvicorn keeps the scope it made, and leaves the body out.
            scope = {**scope, "method": "GET"}
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                static = scope["path"].startswith("/static/") and message["status"] < 400
                headers = MutableHeaders(scope=message)
                headers.update(SECURITY_HEADERS)
                headers["Cache-Control"] = "no-cache" if static else "no-store"
                headers["X-Request-Id"] = name
            await send(message)

        try:
            await self.app(scope, limited(receive, Headers(scope=scope)), send_with_headers)
        except Exception:
            log.exception("Request %s failed", name)
            if started:
                raise
            response = fail(Request(scope), 500)
            await response(scope, receive, send_with_headers)


def limited(receive: Receive, headers: Headers) -> Receive:
    """`receive`, refusing a body over the limit whether its length is announced or not."""
    announced = headers.get("content-length", "")
    size = 0

    async def receive_within_limit() -> Message:
        nonlocal size
        if announced.isdecimal() and int(announced) > BODY_LIMIT:
            raise HTTPException(413)
        message = await receive()
        size += len(message.get("body", b""))
        if size > BODY_LIMIT:
            raise HTTPException(413)
        return message

    return receive_within_limit


def problem(request: Request, status: int, code: str, message: str) -> JSONResponse:
    """An error for programs, in the one shape."""
    error = schema.Problem(code=code, message=message, request_id=request_id(request))
    return JSONResponse(schema.ErrorOut(error=error).model_dump(), status)


def fail(request: Request, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that went wrong."""
    response = tell(request, status, FAILURES.get(status, FAILURES[400]))
    response.headers.update(headers or {})
    return response


def tell(request: Request, status: int, failure: Failure) -> Response:
    """`failure` as a page or as JSON."""
    if reads_pages(request):
        return error_page(request, status, failure.title, failure.page)
    return problem(request, status, failure.code, failure.program)


def complaint(error: Mapping[str, Any]) -> str:
    """What is wrong with one field, in Danish, without repeating what was sent in it."""
    names = [str(step) for step in error["loc"][1:] if isinstance(step, str)]
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        wrong = str(context["error"])
    else:
        wrong = texts.FIELD_PROBLEMS.get(error["type"], texts.FIELD_INVALID).format(**context)
    if names:
        # A name we do not know is the client's own text, and may hold what no reply can carry.
        field = re.sub(r"[^\w.-]", "?", ".".join(names))[:60]
        return texts.FIELD.format(field=field, problem=wrong.replace(" or ", " eller "))
    return wrong if error["type"] == "value_error" else texts.BODY_UNREADABLE


def api(assistant: Assistant) -> APIRouter:
    """The routes for programs."""
    router = APIRouter()

    @router.post("/v1/ask", tags=["answers"], operation_id="ask", responses=ERRORS)
    def ask(request: Request, asked: schema.AskIn) -> schema.AnswerOut:
        """Answer a question, with the places every statement was copied from."""
        answer = assistant.ask(asked.question, asked.filters(visible_to(request)))
        return schema.AnswerOut.model_validate(answer)

    @router.post("/v1/search", tags=["answers"], operation_id="search", responses=ERRORS)
    def search(request: Request, sought: schema.SearchIn) -> schema.SearchOut:
        """Find the passages nearest to a text, best first."""
        found = assistant.search(sought.text, sought.filters(visible_to(request)), sought.limit)
        return schema.SearchOut(
            query=sought.text,
            count=len(found.passages),
            results=[schema.FoundOut.model_validate(passage) for passage in found.passages],
            generation=found.generation,
        )

    @router.get("/health", tags=["operation"], operation_id="health")
    def health() -> schema.AliveOut:
        """Whether the process answers at all."""
        return schema.AliveOut(status="alive")

    @router.get("/ready", tags=["operation"], operation_id="ready", responses={503: ERRORS[503]})
    def ready() -> schema.ReadyOut:
        """Whether an index is loaded, and what it holds."""
        return schema.ReadyOut.model_validate(assistant.overview())

    return router


def handle_errors(app: FastAPI) -> None:
    """Give every error the one shape."""

    @app.exception_handler(HTTPException)
    def refused_request(request: Request, error: HTTPException) -> Response:
        return fail(request, error.status_code, error.headers)

    @app.exception_handler(RequestValidationError)
    def refused_field(request: Request, error: RequestValidationError) -> Response:
        if reads_pages(request):
            return fail(request, 422)
        message = " ".join(complaint(wrong) for wrong in error.errors()[:5])
        return problem(request, 422, FAILURES[422].code, message)

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


def create_app(assistant: Assistant) -> FastAPI:
    """The service for `assistant`."""
    app = FastAPI(
        title=texts.NAME,
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_tags=[
            {"name": "answers", "description": "Ask and search."},
            {"name": "operation", "description": "For those who run the service."},
        ],
    )
    app.add_middleware(Guard)
    handle_errors(app)
    app.include_router(api(assistant))
    app.include_router(pages(assistant))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    return app
