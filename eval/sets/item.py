"""A question of a set, and what is known of its answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that answers a question: the file's name and the words there.

    `lines` are the first and last line of the file, counted from 1; `None` where they are not
    given. An `alt` stands in for any other that is not found.
    """

    document: str
    quote: str
    lines: tuple[int, int] | None = None
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and what a right answer says; `docs/evaluation.md` tells the format.

    `nuggets` are the facts that it must have, `must_not` what it must never say. `meeting` and
    `punkt` are where the answer stands; `None` where that is no agenda item. An unanswerable
    question has no references.
    """

    id: str
    question: str
    type: str
    answerable: bool
    answer: str = ""
    nuggets: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    must_not: tuple[str, ...] = ()
    meeting: date | None = None
    punkt: str | None = None
    section: str | None = None
    difficulty: str | None = None
