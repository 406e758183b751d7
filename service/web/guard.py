"""Outermost: each request gets a name, is screened, and is answered with headers that protect."""

import asyncio
import logging
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.web.body import TooLarge, again, whole
from service.web.failures import fail
from service.web.faults import places
from service.web.screening import BODY_LIMIT, screened
from service.web.site import UNNAMED, Site

log = logging.getLogger(__name__)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
        "script-src 'self'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers call our own forms' origin null, which is refused.
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SENDS_A_BODY = ("content-length", "transfer-encoding")


class Guard:
    """Outermost: names each request, lets in what is well formed and whole, and hides faults."""

    def __init__(self, app: ASGIApp, site: Site = UNNAMED) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        name = uuid4().hex[:16]
        scope.setdefault("state", {})["request_id"] = name
        if scope["method"] == "HEAD":
            # Answered as GET; uvicorn keeps the scope it made, and leaves the body out.
            scope = {**scope, "method": "GET"}
        sending = Sending(scope["path"], name, send)
        try:
            await self._let_in(scope, receive, sending)
        except ClientDisconnect:
            return
        except Exception as fault:
            log.error("Request %s failed\n%s", name, places(fault))
            if not sending.started:
                await fail(Request(scope), 500)(scope, receive, sending)
            # Else the server sees an answer without an end, and cuts the connection.

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        refused = screened(request, self.site)
        if refused is None and any(name in request.headers for name in SENDS_A_BODY):
            try:
                async with asyncio.timeout(self.site.body_seconds):
                    receive = again(await whole(receive, BODY_LIMIT), receive)
            except TooLarge:
                refused = fail(request, 413)
            except TimeoutError:
                refused = fail(request, 408, {"Connection": "close"})
        await (refused or self.app)(scope, receive, send)


class Sending:
    """The way back: every answer carries the request's name and the headers that protect."""

    def __init__(self, path: str, name: str, send: Send) -> None:
        self.path = path
        self.name = name
        self.send = send
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            static = self.path.startswith("/static/") and message["status"] < 400
            headers = MutableHeaders(scope=message)
            headers.update(SECURITY_HEADERS)
            headers["Cache-Control"] = "no-cache" if static else "no-store"
            headers["X-Request-Id"] = self.name
        await self.send(message)
