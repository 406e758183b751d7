"""Outermost: each request gets a name, a limit on its body, and headers that protect its reader."""

import logging
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.web.failures import fail

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
