"""A question that waits for its answer."""

from dataclasses import dataclass, replace

from bots.asker import Asked
from bots.ports import Unfinished


@dataclass(frozen=True, slots=True)
class Turn:
    """`event` is what the memory knows it by, `ref` the question's own message.

    `shared` says that other organisations read along, `unread` that there was a file and no text.
    `message` is ours that was begun before a restart; `again` says that there was one.
    """

    event: str
    asked: Asked
    shared: bool = False
    unread: bool = False
    message: str = ""
    again: bool = False

    @property
    def ref(self) -> str:
        """The id of the message that asks."""
        return self.event.rsplit(" ", 1)[-1]

    def by(self, asked: Asked) -> "Turn":
        """The same with what is known by now of who asks."""
        return replace(self, asked=asked)


def event_of(team: str, channel: str, ts: str) -> str:
    """What a message is known by: of one that mentions us there are two events in a channel."""
    return f"slack message {team} {channel} {ts}"


def turn_of(unfinished: Unfinished) -> Turn:
    """A question that was left when the bot stopped."""
    return Turn(unfinished.event, unfinished.asked, message=unfinished.message, again=True)
