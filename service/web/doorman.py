"""Who comes in: every request is recognised, checked against its door, and counted."""

from contextlib import AsyncExitStack, suppress

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.addresses import is_loopback
from service.access.doors import Door, door, methods
from service.access.errors import AccessError, NotAllowed
from service.access.port import Limits, Presented, Recogniser
from service.access.visitor import Visitor
from service.web.cookies import SESSION, kept
from service.web.failures import fail, refusal
from service.web.request import reads_pages
from service.web.site import host_name

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
RECOGNISED_AT_ONCE = 16  # in threads of their own: answers keep nobody waiting at the door


class Doorman:
    """Inside the guard: nothing behind him is reached by who may not."""

    def __init__(self, app: ASGIApp, recogniser: Recogniser, limits: Limits) -> None:
        self.app = app
        self.recogniser = recogniser
        self.limits = limits
        self.threads = CapacityLimiter(RECOGNISED_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        way = door(scope["method"], scope["path"])
        if way is None or way.scope is None:
            await self._greet(request)
            await (self.app if way else no_door(request))(scope, receive, send)  # for anybody
            return
        async with AsyncExitStack() as held:
            try:
                visitor = await to_thread.run_sync(
                    self._let_in, presented(request), way, limiter=self.threads
                )
                if way.counted:
                    await held.enter_async_context(self.limits.question(visitor))
            except AccessError as error:
                if isinstance(error, NotAllowed):
                    await self._greet(request)  # so that they can log out, and in as another
                await refusal(request, error)(scope, receive, send)
                return
            request.state.visitor = visitor
            await self.app(scope, receive, send)

    async def _greet(self, request: Request) -> None:
        """Who is logged in, for the head of a page that is for anybody; refuses nobody."""
        shown = presented(request)
        if shown.session and reads_pages(request):
            with suppress(AccessError):
                request.state.visitor = await to_thread.run_sync(
                    self.recogniser.visitor, shown, limiter=self.threads
                )

    def _let_in(self, shown: Presented, way: Door) -> Visitor:
        """Who asks; raises `NotRecognised`, `NotAllowed` and `TooMany`."""
        visitor = self.recogniser.visitor(shown)
        if way.scope not in visitor.scopes:
            raise NotAllowed
        if way.counted:
            self.limits.count(visitor)
        return visitor


def no_door(request: Request) -> Response:
    """The answer where the table has no row; what the router would make of the path counts not.

    It takes more for a route than the table does: a line break at the end of the path, or a slash.
    """
    known = methods(request.scope["path"])
    return fail(request, 405, {"Allow": ", ".join(sorted(known))}) if known else fail(request, 404)


def presented(request: Request) -> Presented:
    """What the request says of who sends it; no other header says anything of that."""
    headers = request.headers
    given = headers.getlist("authorization")
    return Presented(
        # Two headers make one that does not hold: a proxy may have believed the other of them.
        authorization=", ".join(given) if given else None,
        session=kept(request, SESSION),
        address=request.client.host if request.client else "",
        forwarded=any(name in headers for name in FORWARDED) or not _is_here(headers.get("host")),
    )


def _is_here(host: str | None) -> bool:
    """Whether a request was sent to this machine by its own name.

    A proxy may say nothing of itself and keep the name it was asked for, and a page from outside
    may have its own name lead here.
    """
    return is_loopback(host_name(host or "") or "")
