"""Where in Teams something is said, and how an event is named so that it can be answered later."""

import json
from dataclasses import dataclass
from typing import Self

from microsoft_teams.api import ActivityBase

from bots.asker import Place
from service.access.visitor import Channel

THREAD = ";messageid="
SEVERAL = "@thread."  # stands in the ids of channels, groups and meetings


@dataclass(frozen=True, slots=True)
class Address:
    """A conversation, with its thread as Teams writes it, and the service it is reached at."""

    service: str
    conversation: str

    @classmethod
    def of(cls, activity: ActivityBase) -> Self:
        """Where the activity is answered: in its thread, where it stands in a channel."""
        here = place(activity, "")
        return cls(activity.service_url or "", conversation(here))


@dataclass(frozen=True, slots=True)
class Event:
    """An activity: where it is, its id, and its sender's id in Teams.

    `origin` is the conversation it was asked in, where the answer goes to another one. Its text
    names the event in the memory: what is taken from there after a restart must say where
    the answer goes.
    """

    address: Address
    activity: str
    sender: str
    origin: str = ""

    @classmethod
    def of(cls, activity: ActivityBase) -> Self:
        return cls(Address.of(activity), activity.id, activity.from_.id)

    @classmethod
    def read(cls, text: str) -> Self:
        """The event of that name; raises `ValueError` where it is none of ours."""
        named = json.loads(text)
        if not (isinstance(named, list) and len(named) == 5 and all(map(_is_text, named))):
            raise ValueError("no event of Teams")
        service, where, activity, sender, origin = named
        return cls(Address(service, where), activity, sender, origin)

    def __str__(self) -> str:
        where = [self.address.service, self.address.conversation]
        return json.dumps([*where, self.activity, self.sender, self.origin], ensure_ascii=False)


def place(activity: ActivityBase, tenant: str) -> Place:
    """Where the activity stands; what is not known to be a chat with one person is not private."""
    named, _, thread = activity.conversation.id.partition(THREAD)
    kind = activity.conversation.conversation_type
    if kind == "channel" and not thread and activity.type == "message":
        thread = activity.reply_to_id or activity.id
    alone = kind == "personal" and not activity.conversation.is_group and SEVERAL not in named
    return Place(Channel.TEAMS, tenant, named, thread, private=alone)


def named(conversation: str, tenant: str) -> Place:
    """The place of a conversation that Teams writes so; it is not a private one."""
    base, _, thread = conversation.partition(THREAD)
    return Place(Channel.TEAMS, tenant, base, thread)


def conversation(place: Place) -> str:
    """The conversation as Teams writes it."""
    return f"{place.conversation}{THREAD}{place.thread}" if place.thread else place.conversation


def _is_text(value: object) -> bool:
    return isinstance(value, str)
