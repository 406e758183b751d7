"""What is in a Slack workspace: its people, conversations and messages."""

import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TEAM = "T0HJEM0001"
APP = "A0AFTALE01"
BOT_USER = "U0BOT00001"
BOT_ID = "B0BOT00001"
Blocks = list[dict[str, Any]]


@dataclass(slots=True)
class User:
    """An account; `fields` are what `users.info` tells besides."""

    id: str
    team: str = TEAM
    fields: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """As `users.info` tells it."""
        plain = {"is_bot": False, "is_restricted": False, "is_ultra_restricted": False}
        return {"id": self.id, "team_id": self.team, "deleted": False, **plain, **self.fields}


@dataclass(slots=True)
class Conversation:
    """A channel, a private channel ("group"), a group message ("mpim") or a direct one ("im")."""

    id: str
    kind: str = "channel"
    members: set[str] = field(default_factory=lambda: {BOT_USER})
    archived: bool = False
    shared: bool = False


@dataclass(slots=True)
class Message:
    """A message as it stands now; `was` is how it stood before each edit.

    `markdown` is what was streamed, `streaming` that more may come. `only_for` is the one user who
    sees an ephemeral message.
    """

    channel: str
    ts: str
    user: str
    thread_ts: str = ""
    text: str = ""
    markdown: str = ""
    blocks: Blocks = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    arguments: dict[str, Any] = field(default_factory=dict)
    streaming: bool = False
    only_for: str = ""
    deleted: bool = False
    was: list[tuple[str, Blocks]] = field(default_factory=list)

    @property
    def ours(self) -> bool:
        """Whether the bot wrote it."""
        return self.user == BOT_USER

    @property
    def shown(self) -> str:
        """All text that a reader sees: what was streamed and the blocks, else the text."""
        inside = "\n".join(texts(self.blocks))
        return "\n".join(filter(None, (self.markdown, inside))) or self.text

    def told(self, metadata: bool = False) -> dict[str, Any]:
        """As the Web API and events tell it."""
        told: dict[str, Any] = {
            "type": "message",
            "ts": self.ts,
            "user": self.user,
            "text": self.text or self.markdown,
            "team": TEAM,
        }
        if self.ours:
            told |= {"bot_id": BOT_ID, "app_id": APP}
        if self.thread_ts:
            told["thread_ts"] = self.thread_ts
        if self.blocks:
            told["blocks"] = self.blocks
        if metadata and self.metadata:
            told["metadata"] = self.metadata
        return told


def texts(value: object) -> Iterator[str]:
    """Every text inside blocks, in their order."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key in ("text", "title", "description") and isinstance(inside, str):
                yield inside
            else:
                yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


class Workspace:
    """All that is in it. Used in the server's thread; tests read it."""

    def __init__(self) -> None:
        self.users = {BOT_USER: User(BOT_USER, fields={"is_bot": True})}
        self.conversations: dict[str, Conversation] = {}
        self.messages: list[Message] = []
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.statuses: list[tuple[str, str, str]] = []
        self.titles: dict[tuple[str, str], str] = {}
        self.prompts: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._numbers = itertools.count(1)
        self._began = int(time.time())

    def number(self) -> int:
        """A number that was not used before."""
        return next(self._numbers)

    def ts(self) -> str:
        """The id of a new message: later ones are greater."""
        return f"{self._began}.{self.number():06d}"

    def user(self, id_: str, team: str = TEAM, **fields: Any) -> User:
        """A new account."""
        self.users[id_] = User(id_, team, fields)
        return self.users[id_]

    def channel(self, id_: str, kind: str = "channel", *, shared: bool = False) -> Conversation:
        """A new conversation that the bot is in."""
        self.conversations[id_] = Conversation(id_, kind, shared=shared)
        return self.conversations[id_]

    def direct(self, user: str) -> Conversation:
        """The direct messages between a user and the bot."""
        id_ = f"D{user[1:]}"
        if id_ not in self.conversations:
            self.conversations[id_] = Conversation(id_, "im", {BOT_USER, user})
        return self.conversations[id_]

    def add(self, message: Message) -> Message:
        """Put a new message there."""
        self.messages.append(message)
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        """The message of that id, ephemeral ones aside."""
        for message in self.messages:
            if (message.channel, message.ts) == (channel, ts) and not message.only_for:
                return None if message.deleted else message
        return None

    def ours(self, channel: str | None = None) -> list[Message]:
        """What the bot wrote and did not delete, in their order; ephemeral ones too."""
        return [
            message
            for message in self.messages
            if message.ours and not message.deleted and channel in (None, message.channel)
        ]

    def thread(self, channel: str, ts: str) -> list[Message]:
        """The messages of a thread that everybody there sees, its first one too."""
        return [
            message
            for message in self.messages
            if message.channel == channel
            and ts in (message.ts, message.thread_ts)
            and not message.deleted
            and not message.only_for
        ]


def decoded(arguments: dict[str, Any], *names: str) -> dict[str, Any]:
    """The arguments with those parsed that forms send as JSON."""
    parsed = dict(arguments)
    for name in names:
        if isinstance(parsed.get(name), str):
            parsed[name] = json.loads(parsed[name])
    return parsed
