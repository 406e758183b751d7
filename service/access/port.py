"""What the web needs to know who asks."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from service.access.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Presented:
    """What a request says of who sends it.

    `authorization` is the header, `session` the cookie of a page log-in, `address` the other end
    of the connection; `forwarded` says that a proxy sent it on for somebody else, or that it was
    sent to another name than this machine's own.
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


class Sessions(Protocol):
    """The log-ins of the page. May wait for a disk."""

    def visitor(self, cookie: str) -> Visitor | None:
        """Who is logged in with that cookie; `None` where nobody is, or not any more."""
        ...


class Limits(Protocol):
    """How much one visitor may ask for."""

    def count(self, visitor: Visitor) -> None:
        """Count a question; raises `TooMany`. May wait for a disk, so it is asked in a thread."""
        ...

    def question(self, visitor: Visitor) -> AbstractAsyncContextManager[None]:
        """While a question of theirs is worked on; waits for its turn, and raises `TooMany`."""
        ...
