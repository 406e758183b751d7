"""This service as its page is registered with the issuer."""

from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Client:
    """The page's own registration; without a `secret` it proves itself by PKCE alone."""

    id: str
    secret: str | None = field(default=None, repr=False)

    @property
    def headers(self) -> dict[str, str]:
        """How it says who it is where a code is redeemed (RFC 6749, 2.3.1)."""
        if self.secret is None:
            return {}
        pair = f"{quote(self.id, safe='')}:{quote(self.secret, safe='')}"
        return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
