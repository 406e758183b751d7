"""An API key: what it looks like, and what is kept of it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import compare_digest, token_hex

from service.access.errors import BadName
from service.access.visitor import Scope

ID_BYTES, SECRET_BYTES = 5, 20  # 160 bits that nobody can guess
SHAPE = re.compile(r"aft_(?P<id>[0-9a-f]{10})_(?P<secret>[0-9a-f]{40})")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key; its secret is known to its holder alone.

    `digest` is the secret's SHA-256: it is random, so a slow hash would protect it no better.
    """

    id: str
    digest: str
    name: str
    scopes: frozenset[Scope]
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def opened_by(self, secret: str) -> bool:
        """Whether this is its secret; takes as long whatever is wrong with it."""
        return compare_digest(digest(secret), self.digest)

    def holds(self, now: datetime) -> bool:
        """Whether it is neither revoked nor expired."""
        return self.revoked is None and (self.expires is None or now < self.expires)


def new(
    name: str, scopes: Collection[Scope], created: datetime, expires: datetime | None
) -> tuple[Key, str]:
    """A key, and its text for its holder; raises `BadName`."""
    identity, secret = token_hex(ID_BYTES), token_hex(SECRET_BYTES)
    implied = {Scope.READ} if Scope.CLOSED in scopes else set()
    held = frozenset(scopes) | implied
    key = Key(identity, digest(secret), checked(name), held, created, expires)
    return key, f"aft_{identity}_{secret}"


def parted(text: str) -> tuple[str, str] | None:
    """The id and the secret in a key's text; `None` where it is no key."""
    found = SHAPE.fullmatch(text)
    return (found["id"], found["secret"]) if found else None


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def checked(name: str) -> str:
    """A name that can be shown in a line; raises `BadName`, which does not repeat it."""
    shown = name.strip()
    if not shown:
        raise BadName("the name is empty; say what the key is for, such as 'Testsystem'")
    if len(shown) > LONGEST_NAME:
        raise BadName(f"the name has {len(shown)} signs; give one of at most {LONGEST_NAME}")
    if not shown.isprintable() or SHAPE.search(shown):
        raise BadName("the name has signs that cannot be shown, or is a key; use letters")
    return shown
