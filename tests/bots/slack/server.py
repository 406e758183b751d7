"""A local Slack over real HTTP: the Web API, what it keeps, and what it sends to an app.

It stands on loopback in a thread of its own. `Slack` is what tests use: people say, edit, delete
and click, and the app gets the requests that Slack would send it.
"""

import asyncio
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from aiohttp import web

from tests.bots.slack.checked import check
from tests.bots.slack.faults import Fault
from tests.bots.slack.methods import Methods, Refused
from tests.bots.slack.sending import FORM, Got, Sender, form, interaction, signed
from tests.bots.slack.workspace import APP, BOT_USER, TEAM, Message, Workspace

TOKEN = "xoxb-1-prove"
T = TypeVar("T")
Answered = web.Response | web.StreamResponse


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API, and whether it was answered as it should be."""

    method: str
    arguments: dict[str, Any]
    well: bool
    at: float


class Slack:
    """A workspace and its server. `calls` are all calls of the Web API, in their order."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.methods = Methods(self.workspace, check)
        self.sender = Sender()
        self.calls: list[Call] = []
        self.url = ""
        self.loop = asyncio.new_event_loop()
        self._faults: defaultdict[str, list[Fault]] = defaultdict(list)
        self._uses: dict[str, tuple[str, str, int]] = {}
        self._background: set[asyncio.Task[Any]] = set()

    @property
    def api(self) -> str:
        """Where the Web API is."""
        return f"{self.url}/api/"

    def serves(self, app: str) -> None:
        """Events go to that URL from now on."""
        self.sender.url = app

    def will(self, method: str, *faults: Fault) -> None:
        """The next calls of `method` go wrong so; "*" is any method."""
        self._faults[method] += faults

    def well(self) -> None:
        """Nothing goes wrong any more."""
        self._faults.clear()

    def called(self, method: str) -> list[dict[str, Any]]:
        """What `method` was called with, where it had an answer as it should."""
        return [call.arguments for call in self.calls if call.method == method and call.well]

    def until(self, holds: Callable[[], T], seconds: float = 20) -> T:
        """Wait until it holds; fails after `seconds`."""
        deadline = time.monotonic() + seconds
        while not (found := holds()):
            assert time.monotonic() < deadline, self.told()
            time.sleep(0.01)
        return found

    def told(self) -> str:
        """What was called and written, for the message of a test that fails."""
        calls = "\n".join(f"{call.method} {call.well}" for call in self.calls[-30:])
        written = "\n".join(f"{m.channel} {m.ts} {m.shown!r}" for m in self.workspace.ours())
        return f"called:\n{calls}\nwritten:\n{written}"

    def answers(self, number: int = 1, channel: str | None = None) -> list[Message]:
        """The bot's messages, once there are so many and none is streaming any more."""

        def whole() -> list[Message]:
            ours = self.workspace.ours(channel)
            return ours if len(ours) >= number and not any(m.streaming for m in ours) else []

        return self.until(whole)

    def run(self, work: Coroutine[Any, Any, T], seconds: float = 60) -> T:
        """Do something in the server's loop."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(seconds)

    def send(self, body: bytes, headers: Mapping[str, str]) -> Got:
        """A request as it is, once."""
        return self.run(self.sender.once(body, headers))

    def event(self, event: Mapping[str, Any], **envelope: Any) -> Got:
        """Send an event to the app, repeated as Slack does; fields of the envelope can be given."""
        return self.run(self.sender.event(self.envelope(event) | envelope))

    def envelope(self, event: Mapping[str, Any]) -> dict[str, Any]:
        """An event with all that Slack puts around it."""
        place = self.workspace.conversations.get(str(event.get("channel", "")))
        return {
            "token": "verification",
            "team_id": TEAM,
            "context_team_id": TEAM,
            "api_app_id": APP,
            "event": dict(event),
            "type": "event_callback",
            "event_id": f"Ev{self.workspace.number():08d}",
            "event_time": int(time.time()),
            "authorizations": [
                {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "enterprise_id": None}
            ],
            "is_ext_shared_channel": bool(place and place.shared),
        }

    def says(
        self, channel: str, user: str, text: str, /, *, thread: str = "", **fields: Any
    ) -> Message:
        """Somebody writes: the app gets the events it subscribes to, and acknowledges them."""
        message = Message(channel, self.workspace.ts(), user, thread, text)
        self.workspace.add(message)
        for event in self.events_of(message, **fields):
            got = self.event(event)
            assert got.status == 200, got
        return message

    def events_of(self, message: Message, /, **fields: Any) -> list[dict[str, Any]]:
        """The events of a new message: of a mention in a channel there are two."""
        place = self.workspace.conversations[message.channel]
        told = message.told() | {"channel": message.channel, "event_ts": message.ts} | fields
        events = [told | {"channel_type": place.kind}]
        if f"<@{BOT_USER}>" in message.text and place.kind in ("channel", "group"):
            events.insert(0, told | {"type": "app_mention"})
        return events

    def mentions(self, channel: str, user: str, text: str, *, thread: str = "") -> Message:
        """Somebody writes to the bot in a channel."""
        return self.says(channel, user, f"<@{BOT_USER}> {text}", thread=thread)

    def asks(self, user: str, text: str, /, *, thread: str = "", **fields: Any) -> Message:
        """Somebody writes to the bot directly."""
        return self.says(self.workspace.direct(user).id, user, text, thread=thread, **fields)

    def edits(self, message: Message, text: str) -> Got:
        """Somebody changes what they wrote."""
        before = message.told()
        message.text = text
        return self._changed(message, "message_changed", message=message.told(), previous=before)

    def deletes(self, message: Message) -> Got:
        """Somebody takes back what they wrote."""
        message.deleted = True
        return self._changed(
            message, "message_deleted", deleted_ts=message.ts, previous=message.told()
        )

    def _changed(
        self, message: Message, subtype: str, /, *, previous: dict[str, Any], **fields: Any
    ) -> Got:
        place = self.workspace.conversations[message.channel]
        now = self.workspace.ts()
        return self.event(
            {
                "type": "message",
                "subtype": subtype,
                "hidden": True,
                "channel": message.channel,
                "channel_type": place.kind,
                "ts": now,
                "event_ts": now,
                "previous_message": previous,
                **fields,
            }
        )

    def removed(self, channel: str, kind: str = "channel_left") -> Got:
        """The bot is taken out of a channel."""
        self.workspace.conversations[channel].members.discard(BOT_USER)
        return self.event({"type": kind, "channel": channel, "event_ts": self.workspace.ts()})

    def command(self, channel: str, user: str, text: str, command: str = "/aftale") -> Got:
        """Somebody uses a slash command."""
        fields = {
            "token": "verification",
            "team_id": TEAM,
            "team_domain": "hjem",
            "channel_id": channel,
            "channel_name": "kanal",
            "user_id": user,
            "user_name": "navn",
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self.response_url(channel, user),
            "trigger_id": self.methods.trigger(),
        }
        body = form(fields)
        return self.send(body, signed(body, FORM))

    def clicks(self, message: Message, user: str, action: Mapping[str, Any], **fields: Any) -> Got:
        """Somebody uses an element of a message."""
        payload = {
            "type": "block_actions",
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": message.channel,
                "is_ephemeral": bool(message.only_for),
            },
            "message": message.told(),
            "channel": {"id": message.channel, "name": "kanal"},
            "response_url": self.response_url(message.channel, user),
            "actions": [{"action_ts": self.workspace.ts(), "block_id": "b", **action}],
        }
        return self.interacts(user, payload | fields)

    def submits(
        self, view: Mapping[str, Any], user: str, values: Mapping[str, Any], **fields: Any
    ) -> Got:
        """Somebody sends a dialog, with what they filled in."""
        filled = {**view, "state": {"values": values}, "bot_id": "", "app_id": APP}
        return self.interacts(user, {"type": "view_submission", "view": filled, **fields})

    def shortcut(self, message: Message, user: str, callback: str) -> Got:
        """Somebody uses a message shortcut."""
        payload = {
            "type": "message_action",
            "callback_id": callback,
            "message_ts": message.ts,
            "message": message.told(),
            "channel": {"id": message.channel, "name": "kanal"},
            "response_url": self.response_url(message.channel, user),
            "action_ts": self.workspace.ts(),
        }
        return self.interacts(user, payload)

    def interacts(self, user: str, payload: Mapping[str, Any]) -> Got:
        """Send what somebody did with an element, a shortcut or a dialog."""
        known = self.workspace.users[user]
        whole = {
            "user": {"id": user, "username": "navn", "name": "navn", "team_id": known.team},
            "team": {"id": TEAM, "domain": "hjem"},
            "api_app_id": APP,
            "token": "verification",
            "is_enterprise_install": False,
            "enterprise": None,
            "trigger_id": self.methods.trigger(),
            **payload,
        }
        body = interaction(whole)
        return self.send(body, signed(body, FORM))

    def response_url(self, channel: str, user: str) -> str:
        """A new response URL, for five uses."""
        name = str(self.workspace.number())
        self._uses[name] = (channel, user, 5)
        return f"{self.url}/response/{name}"

    def later(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do it in the server's loop beside the rest."""
        task = self.loop.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def calls_us(self, request: web.Request) -> Answered:
        """A call of the Web API."""
        method, arguments = request.match_info["method"], await _arguments(request)
        fault = self._fault(method)
        if fault and fault.wait:
            await asyncio.sleep(fault.wait)
        known = request.headers.get("Authorization") == f"Bearer {TOKEN}"
        result = self._refused(
            "invalid_auth" if "Authorization" in request.headers else "not_authed"
        )
        if known and (fault is None or fault.done):
            result = await self._does(method, arguments)
        well = result["ok"] and (fault is None or (fault.done and not fault.cut))
        self.calls.append(Call(method, arguments, well, time.monotonic()))
        return _told(request, result, fault)

    async def _does(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        try:
            result = self.methods.call(method, arguments)
        except Refused as refused:
            return self._refused(refused.code)
        if method in ("chat.postMessage", "chat.stopStream") and self.sender.url:
            # Slack tells apps of their own messages, too.
            written = self.workspace.find(result["channel"], result["ts"])
            if written:
                for event in self.events_of(written):
                    self.later(self.sender.event(self.envelope(event)))
        return result

    def _refused(self, code: str) -> dict[str, Any]:
        return {"ok": False, "error": code}

    def _fault(self, method: str) -> Fault | None:
        for name in (method, "*"):
            if self._faults[name]:
                return self._faults[name].pop(0)
        return None

    async def responds(self, request: web.Request) -> Answered:
        """A message to a response URL."""
        channel, user, left = self._uses.get(request.match_info["name"], ("", "", 0))
        arguments = json.loads(await request.read())
        self.calls.append(Call("response_url", arguments, left > 0, time.monotonic()))
        if not left:
            return web.Response(status=404, text="used_url")
        self._uses[request.match_info["name"]] = (channel, user, left - 1)
        try:
            self.methods.respond(channel, user, arguments)
        except Refused as refused:
            return web.Response(status=400, text=refused.code)
        return web.Response(text="ok")

    def application(self) -> web.Application:
        """The server's routes."""
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", self.calls_us)
        app.router.add_post("/response/{name}", self.responds)
        return app

    async def stop(self) -> None:
        """End what runs beside."""
        for task in tuple(self._background):
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)


async def _arguments(request: web.Request) -> dict[str, Any]:
    """The arguments of a call, from wherever Slack reads them."""
    arguments: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        arguments |= json.loads(await request.read())
    elif request.can_read_body:
        arguments |= {name: str(value) for name, value in (await request.post()).items()}
    return arguments


def _told(request: web.Request, result: dict[str, Any], fault: Fault | None) -> Answered:
    if fault and fault.cut:
        assert request.transport
        request.transport.abort()
        return web.Response()
    if fault and fault.error:
        status, error = fault.status, {"ok": False, "error": fault.error}
        return web.json_response(error, status=status, headers=dict(fault.headers))
    if fault and fault.status != 200:
        return web.Response(status=fault.status, text="<html>", content_type="text/html")
    return web.json_response(result)


@contextmanager
def local_slack() -> Iterator[Slack]:
    """A Slack on loopback, stopped at the end."""
    slack = Slack()
    ready = threading.Event()
    thread = threading.Thread(target=_serve, args=(slack, ready))
    thread.start()
    assert ready.wait(30)
    try:
        yield slack
    finally:
        slack.loop.call_soon_threadsafe(slack.loop.stop)
        thread.join()


def _serve(slack: Slack, ready: threading.Event) -> None:
    loop = slack.loop
    asyncio.set_event_loop(loop)
    runner = web.AppRunner(slack.application(), access_log=None, shutdown_timeout=0.1)
    loop.run_until_complete(runner.setup())
    site = web.TCPSite(runner, "127.0.0.1", 0)
    loop.run_until_complete(site.start())
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    ready.set()
    try:
        loop.run_forever()
    finally:
        loop.run_until_complete(slack.stop())
        loop.run_until_complete(runner.cleanup())
        loop.run_until_complete(loop.shutdown_asyncgens())
        asyncio.set_event_loop(None)
        loop.close()
