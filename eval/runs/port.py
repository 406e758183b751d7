"""What a run asks: the assistant in this process, in several, or behind the API."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from eval.runs.about import Product


@dataclass(frozen=True, slots=True)
class Came:
    """What came back for the question `id`, after `seconds`.

    `row` are the fields of an answer as `aftalesvar batch` writes them; where there is no answer
    they are missing, and `error` says why.
    """

    id: str
    seconds: float
    row: Mapping[str, Any] | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """A question that is put, and the name that its answer gets."""

    id: str
    question: str


class Answering(Protocol):
    """Answers questions, and gives the texts of the documents that it answers from."""

    def product(self) -> Product:
        """What answers, as it is now."""
        ...

    def ask(self, questions: Sequence[Put]) -> Iterator[Came]:
        """The answers, in the order in which they come; raises `Broken`."""
        ...

    def text(self, document: str) -> str | None:
        """The text of the file of that name; `None` where it is not in the index."""
        ...

    def close(self) -> None:
        """Give back what is held open."""
        ...
