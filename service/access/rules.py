"""Who may come in, and how often: what the house decides of it."""

from dataclasses import dataclass

from service.access.login.client import Client
from service.access.oidc import Oidc

QUESTIONS_A_MINUTE = 30


@dataclass(frozen=True, slots=True)
class Rules:
    """The house's rules of access.

    `anonymous` is whether anybody may read what is open; `None` means on this machine alone.
    `questions_a_minute` is how many a visitor may ask, 0 for as many as they like. `oidc` is the
    issuer whose tokens are believed, where there is one. `client` is the page's registration with
    it; without one people log in with keys.
    """

    anonymous: bool | None = None
    questions_a_minute: int = QUESTIONS_A_MINUTE
    oidc: Oidc | None = None
    client: Client | None = None
