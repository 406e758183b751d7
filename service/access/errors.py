"""Why somebody is not let in, and what can go wrong with keys and accounts.

ServiceError
├── RouteWithoutDoor   a route that nobody has said who may use
├── AccessError        a request that is refused for who asks
│   ├── NotRecognised
│   ├── NotAllowed
│   ├── IssuerSilent
│   └── TooMany
├── BadName            a name, of a key or an account, that cannot be shown
├── UnknownKey         an id that no key has
├── KeysUnusable       the file of keys cannot be read or written
├── BadAccount         an id that no account of the platform has
├── UnknownAccount     an account that was given no rights
└── AccountsUnusable   the file of accounts cannot be read or written
"""

from service.errors import ServiceError


class RouteWithoutDoor(ServiceError):
    """A route of the application that nobody has said who may use."""


class AccessError(ServiceError):
    """A request that is refused for who asks, not for what is asked."""


class NotRecognised(AccessError):
    """No key, token or session, where one is needed, or one that does not hold."""


class NotAllowed(AccessError):
    """Somebody who was recognised and may not do this."""


class IssuerSilent(AccessError):
    """The issuer cannot be reached, or offers no log-in."""


class TooMany(AccessError):
    """More than one visitor may ask for; `seconds` is when to try again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"try again in {seconds} seconds")
        self.seconds = seconds


class BadName(ServiceError):
    """A name that is none for a key; the message says why."""


class UnknownKey(ServiceError):
    """An id that no key has."""


class KeysUnusable(ServiceError):
    """The file of keys cannot be read or written; the message names it and says why."""


class BadAccount(ServiceError):
    """An id that no account of the platform has; the message says what one looks like."""


class UnknownAccount(ServiceError):
    """An account that was given no rights."""


class AccountsUnusable(ServiceError):
    """The file of accounts cannot be read or written; the message names it and says why."""
