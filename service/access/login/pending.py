"""A log-in that is under way at the issuer: kept by the browser, which cannot read or change it."""

import json
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass
from hashlib import sha256
from secrets import token_urlsafe

from cryptography.fernet import Fernet, InvalidToken

LIFE = 10 * 60  # seconds that somebody may take to log in at the issuer


@dataclass(frozen=True, slots=True)
class Pending:
    """What binds the answer to the browser that asked, and where it wanted to go.

    `state` comes back in the address, `nonce` in the ID token, and only who has the `verifier`
    redeems the code (PKCE).
    """

    state: str
    nonce: str
    verifier: str
    to: str

    @classmethod
    def begun(cls, to: str) -> "Pending":
        """A new one, that leads to the page `to`."""
        return cls(token_urlsafe(32), token_urlsafe(32), token_urlsafe(48), to)

    @property
    def challenge(self) -> str:
        """What the issuer is told of the verifier (S256)."""
        return urlsafe_b64encode(sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()


class Sealed:
    """Seals what is under way, with a secret that all processes of the service share."""

    def __init__(self, secret: bytes) -> None:
        key = sha256(b"aftalesvar: a log-in under way" + secret).digest()
        self._fernet = Fernet(urlsafe_b64encode(key))

    def seal(self, pending: Pending, now: float) -> str:
        """The cookie of it."""
        return self._fernet.encrypt_at_time(json.dumps(asdict(pending)).encode(), int(now)).decode()

    def opened(self, cookie: str, now: float) -> Pending | None:
        """What was sealed; `None` where it was not sealed here, was changed, or is too old."""
        try:
            return Pending(**json.loads(self._fernet.decrypt_at_time(cookie, LIFE, int(now))))
        except (InvalidToken, ValueError, TypeError):
            return None
