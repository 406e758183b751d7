"""What a measure is: a number for one question, or for a whole run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from eval.runs.record import Record
from eval.sets.item import Item


class Documents(Protocol):
    """The documents that the questions are about."""

    def text(self, document: str) -> str | None:
        """The whole text of the file of that name; `None` where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and what came back for it; `documents` is where quotes are looked up."""

    item: Item
    record: Record
    documents: Documents


@dataclass(frozen=True, slots=True)
class Measure:
    """A named number for each question that it applies to, else `None`.

    `name` is the field's notation, `meaning` one sentence for the report, `unit` "share" (0 to 1),
    "characters", "seconds", "points" or "tokens". `better` is +1 where more is better, -1 where
    less is, 0 where neither is.
    """

    name: str
    meaning: str
    unit: str
    better: int
    of: Callable[[Pair], float | None]
