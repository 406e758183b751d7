"""Who comes in: every request is recognised, checked against its door, and counted."""

from contextlib import ExitStack

from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.doors import Door, door
from service.access.errors import AccessError, NotAllowed
from service.access.port import Limits, Presented, Recogniser
from service.access.visitor import Visitor
from service.web.failures import refusal

SESSION = "aftalesvar"  # the cookie of a page log-in; with `__Host-` before it over TLS
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class Doorman:
    """Inside the guard: nothing behind him is reached by who may not."""

    def __init__(self, app: ASGIApp, recogniser: Recogniser, limits: Limits) -> None:
        self.app = app
        self.recogniser = recogniser
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        way = door(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if way is None or way.scope is None:
            await self.app(scope, receive, send)  # no such route, or one for anybody
            return
        request = Request(scope)
        with ExitStack() as held:
            try:
                visitor = await self._let_in(request, way)
                if way.counted:
                    held.enter_context(self.limits.question(visitor))
            except AccessError as error:
                await refusal(request, error)(scope, receive, send)
                return
            await self.app(scope, receive, send)

    async def _let_in(self, request: Request, way: Door) -> Visitor:
        """Who asks; raises `NotRecognised` and `NotAllowed`."""
        visitor = await run_in_threadpool(self.recogniser.visitor, presented(request))
        if way.scope not in visitor.scopes:
            raise NotAllowed
        request.state.visitor = visitor
        return visitor


def presented(request: Request) -> Presented:
    """What the request says of who sends it; no other header says anything of that."""
    cookies = request.cookies
    return Presented(
        authorization=request.headers.get("authorization"),
        session=cookies.get(f"__Host-{SESSION}") or cookies.get(SESSION),
        address=request.client.host if request.client else "",
        forwarded=any(name in request.headers for name in FORWARDED),
    )
