"""`POST /mcp`: the tools over Streamable HTTP, each request for itself."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import to_thread
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
)
from pydantic import ValidationError
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from index import IndexMissing, SearchIndexError
from service import texts
from service.access.errors import NotRecognised, TooMany
from service.errors import ServiceError
from service.web.failures import complaint
from service.web.faults import places
from service.web.parts import Parts
from service.web.request import request_id, visible_to, visitor_of
from service.web.screening import BODY_LIMIT
from service.web.tools.listed import OFFERED
from service.web.tools.work import Given, Worker

log = logging.getLogger(__name__)

Context = ServerRequestContext[Any, Request]
# Hosts and origins are screened before us, for all routes alike.
SCREENED = TransportSecuritySettings(enable_dns_rebinding_protection=False)


class Tools:
    """The tools as an ASGI application; it serves while `running`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def running(self, app: ASGIApp) -> AsyncIterator[None]:
        """While the application runs; it may run again."""
        self._manager = StreamableHTTPSessionManager(
            self._server(),
            json_response=True,
            stateless=True,
            security_settings=SCREENED,
            max_request_body_size=BODY_LIMIT,
        )
        async with self._manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message of a client."""
        assert self._manager, "the application is not running"
        await self._manager.handle_request(scope, receive, send)

    def _server(self) -> Server[Any]:
        return Server(
            "aftalesvar",
            title=texts.NAME,
            instructions=texts.TOOLS,
            version="1",
            on_list_tools=self._listed,
            on_call_tool=self._called,
        )

    async def _listed(
        self, context: Context, params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[each.listed() for each in OFFERED.values()])

    async def _called(self, context: Context, params: CallToolRequestParams) -> CallToolResult:
        """What a tool gives; what went wrong is told in Danish, and never how."""
        request = context.request
        assert request is not None
        try:
            return _result(await self._given(request, params))
        except ServiceError as error:
            return _failed(_said(error))
        except ValidationError as error:
            return _failed(_complaint(error))
        except SearchIndexError as error:
            missing = isinstance(error, IndexMissing)
            return _failed(texts.INDEX_MISSING if missing else texts.INDEX_UNUSABLE)
        except Exception as fault:  # told without what it says
            log.error("Request %s failed\n%s", request_id(request), places(fault))
            return _failed(texts.BROKEN)

    async def _given(self, request: Request, params: CallToolRequestParams) -> Given:
        offered, visitor = OFFERED.get(params.name), visitor_of(request)
        if offered is None:
            raise ServiceError(texts.TOOL_UNKNOWN.format(known=", ".join(OFFERED)))
        if visitor is None:
            raise NotRecognised
        work = offered.asked(params.arguments or {})
        base = self._parts.site.public_url or str(request.base_url).rstrip("/")
        worker = Worker(self._parts, visible_to(request), base)
        await to_thread.run_sync(self._parts.limits.count, visitor)
        async with self._parts.limits.question(visitor):
            return await to_thread.run_sync(work, worker)


def _result(given: Given) -> CallToolResult:
    text = given.values.model_dump_json() if given.text is None else given.text
    return CallToolResult(
        content=[TextContent(text=text)],
        structured_content=given.values.model_dump(mode="json"),
    )


def _failed(why: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=why)], is_error=True)


def _said(error: ServiceError) -> str:
    if isinstance(error, TooMany):
        return texts.TOO_MANY.format(seconds=error.seconds)
    return texts.NOT_RECOGNISED_JSON if isinstance(error, NotRecognised) else str(error)


def _complaint(error: ValidationError) -> str:
    """What is wrong with the arguments, as of any other body."""
    wrong = error.errors(include_url=False, include_input=False)[:5]
    return " ".join(complaint({**each, "loc": ("arguments", *each["loc"])}) for each in wrong)
