"""Who asks in a chat, and where."""

from dataclasses import dataclass

from service.access.visitor import Channel


@dataclass(frozen=True, slots=True)
class Asker:
    """An account of a chat platform.

    `platform` is `Channel.SLACK` or `Channel.TEAMS`. `tenant` and `user` are the platform's own
    ids (Slack's team and user, Entra's tenant and object), never a name or an address. `guest`
    says that they come from elsewhere, or that it is not known that they do not.
    """

    platform: Channel
    tenant: str
    user: str
    guest: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation: a channel's thread, a group or a direct message.

    `conversation` and `thread` are the platform's own ids; `thread` is empty where the whole
    conversation is one. `private` says that the asker alone reads what is said there.
    """

    platform: Channel
    tenant: str
    conversation: str
    thread: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, who asks it and where.

    `earlier` are the questions before it, oldest first, where it is asked anew in another place
    than its own ("Del i kanalen"); `None` where those of `place` count.
    """

    question: str
    asker: Asker
    place: Place
    earlier: tuple[str, ...] | None = None
