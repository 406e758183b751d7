"""Who asks: by key or token, else by the page's log-in, else anybody where that is allowed."""

import re
from dataclasses import dataclass

from service.access.errors import NotRecognised
from service.access.keys import Keys
from service.access.port import Presented, Sessions
from service.access.tokens import Tokens
from service.access.visitor import Visitor, anonymous

BEARER = re.compile(r"bearer +(?P<given>[!-~]+)", re.IGNORECASE)
KEY = "aft_"
# What says nothing, for clients that will not ask without a key.
NOBODY = "Bearer anonymous"


@dataclass(frozen=True, slots=True)
class Anybody:
    """Whether visitors who say nothing of themselves may read what is open.

    `allowed` is the house's own word. Without one they may where the service listens on `loopback`
    and nothing says that the request comes from elsewhere.
    """

    allowed: bool | None = None
    loopback: bool = False

    def may_come(self, presented: Presented) -> bool:
        """Whether this one may."""
        if self.allowed is not None:
            return self.allowed
        return self.loopback and not presented.forwarded


class FrontDoor:
    """Recognises visitors; what does not hold is refused, and never taken for nothing."""

    def __init__(
        self,
        keys: Keys,
        anybody: Anybody,
        tokens: Tokens | None = None,
        sessions: Sessions | None = None,
    ) -> None:
        """Without `tokens` or `sessions` nobody is recognised by them."""
        self._keys = keys
        self._anybody = anybody
        self._tokens = tokens
        self._sessions = sessions

    def visitor(self, presented: Presented) -> Visitor:
        """Who sends this; raises `NotRecognised`."""
        if presented.authorization not in (None, NOBODY):
            return self._bearer(presented.authorization)
        if presented.session and self._sessions and presented.authorization is None:
            logged_in = self._sessions.visitor(presented.session)
            if logged_in:
                return logged_in
        if self._anybody.may_come(presented):
            return anonymous(presented.address)
        raise NotRecognised

    def _bearer(self, authorization: str) -> Visitor:
        found = BEARER.fullmatch(authorization)
        if not found:
            raise NotRecognised
        if found["given"].startswith(KEY):
            return self._keys.visitor(found["given"])
        if self._tokens is None:
            raise NotRecognised
        return self._tokens.visitor(found["given"])
