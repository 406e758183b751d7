"""What is said to us in Slack: each question is taken once, then acknowledged, then answered."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bots.asker import Asked, Asker, Place
from bots.slack.answering import Answering
from bots.slack.kit import Kit
from bots.slack.turn import Turn, event_of
from bots.slack.wording import asks_us, mentions, plain
from service.access.visitor import Channel

Event = dict[str, Any]
Next = Callable[[], Awaitable[None]]
# What people write; every other subtype is Slack's own, a bot's, or of something written before.
WRITTEN = frozenset({None, "file_share", "thread_broadcast"})
DIRECT = "im"
GONE = ("channel_left", "group_left", "channel_archive", "group_archive")
DELETED = ("channel_deleted", "group_deleted")
TURN = "aftalesvar turn"


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to messages and mentions, and to being taken out of channels."""
    events = Events(kit, Answering(kit))
    for name in ("app_mention", "message"):
        # What is noted in a middleware is noted before bolt acknowledges the event.
        app.event(name, middleware=[events.note])(events.begin)
    for name in (*GONE, *DELETED):
        app.event(name, middleware=[events.leave])(_nothing)
    app.event("member_left_channel", middleware=[events.left])(_nothing)


async def _nothing() -> None:
    """It is done already."""


@dataclass(frozen=True, slots=True)
class Events:
    """Decides what is a question to us; without waiting for Slack or for an answer."""

    kit: Kit
    answering: Answering

    async def note(self, body: Event, context: AsyncBoltContext, next_: Next) -> None:
        """Take the question, or what was taken back, before the event counts as received."""
        event = body["event"]
        if not known(body):
            pass
        elif event.get("subtype") in ("message_deleted", "message_changed"):
            await self._withdrawn(body["team_id"], event)
        elif by_person(event) and (turn := await self._turn(body)) and await self._taken(turn):
            context[TURN] = turn
        await next_()

    async def begin(self, context: AsyncBoltContext) -> None:
        """Answer what was taken."""
        if TURN in context:
            self.answering.begin(context[TURN])

    async def leave(self, body: Event, next_: Next) -> None:
        """We were taken out of a channel, or it is closed."""
        place = Place(Channel.SLACK, body["team_id"], body["event"]["channel"])
        await to_thread(self.kit.parts.memory.leave, place)
        await next_()

    async def left(self, body: Event, next_: Next) -> None:
        """Somebody was taken out of a channel."""
        if self.kit.me.user and body["event"].get("user") == self.kit.me.user:
            await self.leave(body, next_)
        else:
            await next_()

    async def _taken(self, turn: Turn) -> bool:
        return await to_thread(self.kit.parts.memory.take, turn.event, turn.asked, turn.ref)

    async def _turn(self, body: Event) -> Turn | None:
        """The question of a message; `None` where it is none to us."""
        event, team = body["event"], body["team_id"]
        place = place_of(team, event)
        text = event.get("text") or ""
        if not (place.private or await self._to_us(event, place, text)):
            return None
        # Whether it is a guest takes a question to Slack; until then everybody is one.
        asked = Asked(plain(text), Asker(Channel.SLACK, team, event["user"], guest=True), place)
        return Turn(
            event_of(team, event["channel"], event["ts"]),
            asked,
            shared=bool(body.get("is_ext_shared_channel")) or from_elsewhere(event, team),
            unread=not asked.question and bool(event.get("files") or event.get("attachments")),
        )

    async def _to_us(self, event: Event, place: Place, text: str) -> bool:
        if event["type"] == "app_mention" or mentions(text, self.kit.me.user):
            return True
        if not event.get("thread_ts") or not asks_us(text):
            return False
        return bool(await to_thread(self.kit.parts.memory.earlier, place))

    async def _withdrawn(self, team: str, event: Event) -> None:
        """A message was deleted: its words are forgotten, and it is not answered any more."""
        ts = deleted(event)
        if ts:
            memory = self.kit.parts.memory
            # It may have been deleted before its own event is here.
            await to_thread(memory.seen, event_of(team, event["channel"], ts))
            await to_thread(memory.forget, Place(Channel.SLACK, team, event["channel"]), ts)


def known(body: Event) -> bool:
    """Whether it is said in which workspace and conversation something happened, and when."""
    event = body["event"]
    said = (body.get("team_id"), event.get("channel"), event.get("ts"), event.get("text") or "")
    return all(isinstance(each, str) for each in said)


def by_person(event: Event) -> bool:
    """Whether a person wrote it: not we, no other bot, and not Slack."""
    return (
        event.get("subtype") in WRITTEN
        and not event.get("bot_id")
        and not event.get("hidden")
        and event.get("user") not in (None, "", "USLACKBOT")
    )


def place_of(team: str, event: Event) -> Place:
    """Where it is answered: in its thread, or in one that begins with it."""
    channel = event["channel"]
    private = event.get("channel_type") == DIRECT and channel.startswith("D")
    thread = event.get("thread_ts") or event["ts"]
    return Place(Channel.SLACK, team, channel, thread, private)


def from_elsewhere(event: Event, team: str) -> bool:
    """Whether the writer belongs to another workspace than ours."""
    return any(event.get(name) not in (None, team) for name in ("user_team", "source_team", "team"))


def deleted(event: Event) -> str:
    """The id of the message that is no more; empty where it was only changed.

    Of a message with a thread below it Slack keeps a tombstone, and tells of a change.
    """
    if event["subtype"] == "message_deleted":
        return str(event.get("deleted_ts", ""))
    now = event.get("message") or {}
    return str(now.get("ts", "")) if now.get("subtype") == "tombstone" else ""
