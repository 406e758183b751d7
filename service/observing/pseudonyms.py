"""Names for visitors in the log that nobody can turn back, and that last for a day."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime

from service.access.visitor import Visitor


class Pseudonyms:
    """Tells the visitors of one day apart. The secret is in memory only, and dies with it."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)

    def of(self, visitor: Visitor, now: datetime | None = None) -> str:
        """The name of today; another one tomorrow."""
        day = (now or datetime.now(UTC)).date().isoformat()
        return hmac.digest(self._secret, f"{day} {visitor.name}".encode(), hashlib.sha256)[:6].hex()
