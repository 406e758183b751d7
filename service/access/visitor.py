"""Who asks, and what they may see."""

from dataclasses import dataclass
from enum import StrEnum

from index import EVERYTHING, OPEN_ONLY, Visibility
from service.access.addresses import holder


class Scope(StrEnum):
    """What a visitor may do; nobody has a scope that was not given."""

    READ = "read"
    CLOSED = "closed"
    METRICS = "metrics"


class Channel(StrEnum):
    """How a visitor was recognised."""

    ANONYMOUS = "anonymous"
    KEY = "key"
    TOKEN = "token"
    SESSION = "session"
    SLACK = "slack"
    TEAMS = "teams"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who was recognised, or anybody where that is allowed.

    `name` tells visitors apart, for limits; it is no person's name. `shown` is what a page greets
    them with, empty where nothing is known.
    """

    name: str
    channel: Channel
    scopes: frozenset[Scope]
    shown: str = ""

    @property
    def visibility(self) -> frozenset[Visibility]:
        """What they may see: the one place where the right to closed items is given."""
        if not {Scope.READ, Scope.CLOSED} & self.scopes:
            return frozenset()
        return EVERYTHING if Scope.CLOSED in self.scopes else OPEN_ONLY


# What everybody may see, for what is told to all.
OPEN = OPEN_ONLY


def anonymous(address: str) -> Visitor:
    """Anybody at a network address, where open access is switched on."""
    return Visitor(f"anonymous {holder(address)}", Channel.ANONYMOUS, frozenset({Scope.READ}))
