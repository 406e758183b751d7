"""Which language model, and how long it may take."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """An OpenAI-compatible server (`base_url` ends where `/chat/completions` begins) and limits.

    `deadline` is for the whole answer and `first` for its first word, both in seconds from the
    question and with all attempts. `longest` is in characters. After `failures` in a row the model
    is left alone for `pause` seconds. Raises `ValueError` where the address is none.
    """

    base_url: str
    model: str
    key: str | None = field(default=None, repr=False)
    deadline: float = 20.0
    first: float = 8.0
    attempts: int = 3
    longest: int = 6_000
    failures: int = 3
    pause: float = 30.0
    at_once: int = 8

    def __post_init__(self) -> None:
        parts = urlsplit(self.base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(
                "the address of the language model must begin with http:// or https://"
            )
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError(
                "the address of the language model may hold no user, query or fragment"
            )
