"""What somebody thinks of an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """Whether the answer helped."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """What is wrong with it."""

    WRONG = "forkert"
    OUTDATED = "foraeldet"
    INCOMPLETE = "mangelfuldt"
    SOURCE = "kilde"
    UNCLEAR = "uklart"
    OTHER = "andet"


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion of the answer with the id `answer`.

    `question` is there only where who gave the opinion sent it along. The rest says how the answer
    was made, as far as it was told.
    """

    answer: str
    verdict: Verdict
    reason: Reason | None = None
    comment: str = ""
    question: str = ""
    generation: str | None = None
    mode: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An opinion, when it was given (UTC) and how who gave it was recognised."""

    at: datetime
    channel: str
    opinion: Opinion
