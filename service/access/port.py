"""What the web needs to know who asks."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from service.access.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Presented:
    """What a request says of who sends it.

    `authorization` is the header, `session` the cookie of a page log-in, `address` the other end
    of the connection; `forwarded` says that a proxy sent it on for somebody else.
    """

    authorization: str | None = None
    session: str | None = None
    address: str = ""
    forwarded: bool = False


class Recogniser(Protocol):
    """Tells who asks. May wait for a disk or a network, so it is asked in a thread."""

    def visitor(self, presented: Presented) -> Visitor:
        """Who sends this; raises `NotRecognised`, and never gives less for a bad key than none."""
        ...


class Limits(Protocol):
    """How much one visitor may ask for."""

    def question(self, visitor: Visitor) -> AbstractContextManager[None]:
        """While a question of theirs is worked on; entering raises `TooMany`."""
        ...
