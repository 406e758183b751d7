"""What the assistant needs of a language model: sentences that were checked against sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from service.answer import Outcome


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of evidence. `text` is verbatim; `label` is our Danish word for its place."""

    n: int
    label: str
    text: str
    outcome: Outcome
    draft: bool
    struck: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence in plain text that has passed the checks, and the sources that bear it."""

    text: str
    citations: tuple[int, ...]


class Writer(Protocol):
    """Writes an answer from sources."""

    def write(
        self, question: str, sources: Sequence[Source], *, english: bool = False
    ) -> Iterator[Written]:
        """Yield each sentence as soon as it is whole and stands; raises `ModelFailed`."""
        ...
