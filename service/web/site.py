"""Where the service is found: which host names and which origins are its own."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.access.addresses import is_loopback

BODY_SECONDS = 10.0
# Machines that watch the service know it by names of their own, and these show nobody's text.
OPERATION = ("/health", "/ready", "/metrics")


@dataclass(frozen=True, slots=True)
class Site:
    """The service as those outside meet it.

    `public_url` is its address without a path, such as `https://aftalesvar.example.dk`.
    `body_seconds` is how long it waits for the whole body of a request.
    """

    public_url: str | None = None
    body_seconds: float = BODY_SECONDS

    @property
    def public_host(self) -> str | None:
        """The name in the public address."""
        return urlsplit(self.public_url).hostname if self.public_url else None

    def serves(self, name: str, local: str, path: str) -> bool:
        """Whether a request for the host `name`, that came to the address `local`, is for us.

        A page elsewhere can have its own name lead to this machine; on loopback, where nobody
        needs a key, only names that no such page can have are answered.
        """
        if self.public_host and name == self.public_host:
            return True
        if is_loopback(local):
            return is_loopback(name)
        return self.public_host is None or path in OPERATION

    def owns(self, origin: str, host: str) -> bool:
        """Whether `origin` is a page of ours, where the request was sent to `host`."""
        origin = origin.lower()
        if self.public_url and origin == self.public_url:
            return True
        if self.public_host and host_name(host) == self.public_host:
            return False  # the right name with another scheme or port
        return origin in (f"http://{host.lower()}", f"https://{host.lower()}")


UNNAMED = Site()


def host_name(host: str) -> str | None:
    """The name in a Host header, in small letters; `None` where it is none."""
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::[0-9]{1,5})?", host)
    return found[1].strip("[]").lower() if found else None
