"""A local Slack in Socket Mode: the app connects to it, and gets its events over a WebSocket.

Besides, its response URLs can go wrong as the Web API can, under the name "response_url".
"""

import asyncio
import json
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

from aiohttp import WSMsgType, web

from bots.slack.manifest import SCOPES
from tests.bots.slack.sending import FORM, IN_TIME, Got, Sender
from tests.bots.slack.server import Answered, Slack, _serve
from tests.bots.slack.workspace import APP

APP_TOKEN = "xapp-1-prove"
AGAIN = 3  # times that an envelope is sent which nobody acknowledges


class SocketSlack(Slack):
    """Sends over the app's connections as long as it is told of no URL of the app.

    `links` are the open connections, `opened` counts those there ever were, `pongs` the answers to
    our pings, `acks` what was acknowledged, in its order. While it is `shut` nobody gets in;
    `refused` counts those that did not. `scopes` are those the bot was given.
    """

    def __init__(self) -> None:
        super().__init__()
        self.links: list[web.WebSocketResponse] = []
        self.opened = 0
        self.pongs = 0
        self.acks: list[dict[str, Any]] = []
        self.waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.scopes = [scope.name for scope in SCOPES]
        self.shut = False
        self.refused = 0
        self._tickets: set[str] = set()
        self.sender: Sender = SocketSender(self)

    def serves(self, app: str) -> None:
        """From now on over HTTP."""
        self.sender = Sender(app)

    def ask_to_renew(self) -> None:
        """Tell the app to connect anew, and close the connection a moment later, as Slack does."""
        told = {"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "x"}}
        self.run(self.links[-1].send_json(told))

    def cut(self) -> None:
        """Drop every connection without a word."""
        for link in tuple(self.links):
            assert link._req
            assert link._req.transport
            self.loop.call_soon_threadsafe(link._req.transport.abort)

    def ping(self) -> None:
        """As Slack does now and then."""
        self.run(self.links[-1].ping(b"Ping from applink-1"))

    async def calls_us(self, request: web.Request) -> Answered:
        """A connection is asked for with the app's own token; all else as before."""
        if request.match_info["method"] != "apps.connections.open":
            answered = await super().calls_us(request)
            answered.headers["X-OAuth-Scopes"] = ",".join(self.scopes)
            return answered
        if request.headers.get("Authorization") != f"Bearer {APP_TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        ticket = secrets.token_hex(8)
        self._tickets.add(ticket)
        return web.json_response({"ok": True, "url": f"ws{self.url[4:]}/link?ticket={ticket}"})

    async def links_to_us(self, request: web.Request) -> web.StreamResponse:
        """A connection; its ticket serves once."""
        ticket = request.query.get("ticket", "")
        known = ticket in self._tickets
        self._tickets.discard(ticket)
        if self.shut or not known:
            self.refused += 1
            return web.Response(status=503 if known else 408)
        link = web.WebSocketResponse(autoping=False)
        await link.prepare(request)
        hello = {"num_connections": len(self.links) + 1, "connection_info": {"app_id": APP}}
        await link.send_json({"type": "hello", "debug_info": {"host": "applink-1"}, **hello})
        self.links.append(link)
        self.opened += 1
        try:
            await self._listens(link)
        finally:
            self.links.remove(link)
        return link

    async def _listens(self, link: web.WebSocketResponse) -> None:
        async for message in link:
            if message.type == WSMsgType.PING:
                await link.pong(message.data)
            elif message.type == WSMsgType.PONG:
                self.pongs += 1
            elif message.type == WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.acks.append(ack)
                waiting = self.waiting.pop(ack["envelope_id"], None)
                if waiting and not waiting.done():
                    waiting.set_result(ack)

    async def responds(self, request: web.Request) -> Answered:
        """A message to a response URL, unless that is to go wrong."""
        fault = self._fault("response_url")
        if fault:
            return web.Response(status=fault.status, headers=dict(fault.headers))
        return await super().responds(request)

    def application(self) -> web.Application:
        """With a door for connections."""
        app = super().application()
        app.router.add_get("/link", self.links_to_us)
        return app

    async def stop(self) -> None:
        """Close what is open."""
        for link in tuple(self.links):
            await link.close()
        await super().stop()


class SocketSender(Sender):
    """Puts requests into envelopes; the answer is what the acknowledgement carries."""

    def __init__(self, slack: SocketSlack) -> None:
        super().__init__()
        self._slack = slack

    async def once(self, body: bytes, headers: Mapping[str, str]) -> Got:
        """What Slack would have sent over HTTP."""
        if headers["Content-Type"] != FORM:
            return await self.event(json.loads(body))
        fields = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if "payload" in fields:
            return await self._sent("interactive", json.loads(fields["payload"]))
        return await self._sent("slash_commands", {"text": "", **fields})

    async def event(self, payload: Mapping[str, Any]) -> Got:
        """An event."""
        return await self._sent("events_api", payload)

    async def _sent(self, kind: str, payload: Mapping[str, Any]) -> Got:
        """Sent again, over the newest connection, as long as nobody acknowledges it."""
        envelope = secrets.token_hex(8)
        for attempt in range(AGAIN):
            waiting = asyncio.get_running_loop().create_future()
            self._slack.waiting[envelope] = waiting
            told = {"envelope_id": envelope, "type": kind, "payload": payload}
            again = {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
            await self._slack.links[-1].send_json(
                {**told, **again, "accepts_response_payload": kind != "events_api"}
            )
            try:
                ack = await asyncio.wait_for(waiting, IN_TIME)
            except TimeoutError:
                continue
            got = Got(200, json.dumps(ack.get("payload") or {}).encode())
            self.sent.append(got)
            return got
        self.sent.append(Got(0))
        return self.sent[-1]


@contextmanager
def socket_slack() -> Iterator[SocketSlack]:
    """A Slack on loopback, stopped at the end."""
    slack = SocketSlack()
    ready = threading.Event()
    thread = threading.Thread(target=_serve, args=(slack, ready))
    thread.start()
    assert ready.wait(30)
    try:
        yield slack
    finally:
        slack.loop.call_soon_threadsafe(slack.loop.stop)
        thread.join()
