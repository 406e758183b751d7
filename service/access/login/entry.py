"""The ways to log in that the service offers."""

from dataclasses import dataclass
from typing import Protocol

from service.access.errors import NotRecognised
from service.access.key import parted
from service.access.keys import Keys
from service.access.login.flow import Flow
from service.access.login.sessions import LogIns

ATTEMPTS_A_MINUTE = 30  # at one key, from one address


class Attempts(Protocol):
    """How often somebody may try."""

    def count(self, name: str) -> None:
        """Count an attempt; raises `TooMany`."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """Log-in by key, and at the issuer where the page is registered with one."""

    keys: Keys
    log_ins: LogIns
    attempts: Attempts
    flow: Flow | None = None

    def with_key(self, text: str, address: str) -> str:
        """The cookie of a log-in by the holder of a key; raises `NotRecognised` and `TooMany`."""
        parts = parted(text)
        # Counted by key too: all people behind a proxy have one address, and one of them who types
        # wrong must not keep the others out. What is no key at all needs no more than a look.
        self.attempts.count(f"log-in {address} {parts[0] if parts else ''}")
        if parts is None:
            raise NotRecognised
        self.keys.visitor(text)
        return self.log_ins.begin_with_key(parts[0])
