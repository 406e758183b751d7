"""Around everything: each request leaves one line and its measures, nothing of what was asked."""

import logging
import time
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.access.doors import DOORS
from service.access.recogniser import KEY, NOBODY
from service.observing.assistant import REQUEST
from service.observing.measures import Measures
from service.observing.pseudonyms import Pseudonyms

log = logging.getLogger("aftalesvar.request")

OTHER = "other"
GONE = 499  # who asked went away before there was an answer


class Observed:
    """Outside the guard, so that what he refuses is seen too."""

    def __init__(self, app: ASGIApp, measures: Measures, pseudonyms: Pseudonyms) -> None:
        self.app = app
        self.measures = measures
        self.pseudonyms = pseudonyms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, whole = GONE, False

        async def seen(message: Message) -> None:
            nonlocal status, whole
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)
            whole = message["type"] == "http.response.body" and not message.get("more_body", False)

        state = scope.setdefault("state", {})
        REQUEST.set(state)
        began = time.perf_counter()
        with self.measures.in_flight.track_inprogress():
            try:
                await self.app(scope, receive, seen)
            finally:
                self._told(Request(scope), state, status, time.perf_counter() - began, whole)

    def _told(
        self, request: Request, state: dict[str, Any], status: int, seconds: float, whole: bool
    ) -> None:
        route, method = way(request.method, request.scope["path"])
        self.measures.requests.labels(route, method, f"{status // 100}xx").observe(seconds)
        if status == 429:
            self.measures.rate_limited.inc()
        if status in (401, 403):
            self.measures.auth_failures.labels(_kind(request, status)).inc()
        visitor = state.get("visitor")
        fields = {
            "request_id": state.get("request_id"),
            "route": route,
            "method": method,
            "status": status,
            "duration_ms": round(seconds * 1000),
            "channel": visitor.channel.value if visitor else None,
            "visitor": self.pseudonyms.of(visitor) if visitor else None,
            "code": state.get("error_code") if status >= 400 else None,
            "cut": None if whole else True,
        }
        level = logging.ERROR if status >= 500 else logging.INFO
        log.log(level, "request", extra={"fields": fields})


def way(method: str, path: str) -> tuple[str, str]:
    """The route and the method as they are counted: never a path or a word of the client's."""
    asked = "GET" if method == "HEAD" else method
    behind = [door for door in DOORS if door.leads(path)]
    if not behind:
        return OTHER, OTHER
    door = next((door for door in behind if asked in door.methods), None)
    return (door.path, method) if door else (behind[0].path, OTHER)


def _kind(request: Request, status: int) -> str:
    """What was presented by who was not let in."""
    if status == 403:
        return "not_allowed"
    credentials = request.headers.get("authorization", "")
    if credentials and credentials != NOBODY:
        return "key" if KEY in credentials else "token"
    return "session" if request.cookies else "nothing"
