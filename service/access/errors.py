"""Why somebody is not let in."""

from service.errors import ServiceError


class AccessError(ServiceError):
    """A request that is refused for who asks, not for what is asked."""


class NotRecognised(AccessError):
    """No key, token or session, where one is needed, or one that does not hold."""


class NotAllowed(AccessError):
    """Somebody who was recognised and may not do this."""


class TooMany(AccessError):
    """More than one visitor may ask for; `seconds` is when to try again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"try again in {seconds} seconds")
        self.seconds = seconds
