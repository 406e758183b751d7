"""What a reader thinks of one answer, aspect by aspect."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether who asked has what they asked for."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's verdicts on the answer `id`; `None` is what was not marked, or cannot be.

    `answers`: who asked has the whole right answer; of an unanswerable question, that the
    documents do not tell. `nuggets`: each fact of the reference, whether one would learn it, and
    rightly. `citations`: each quote, whether it holds a part of the right answer. `supported`: all
    that is stated stands in the quotes beside it. `status`: what is called decided, recommended,
    draft or in force is so, and the meetings, years and editions named are the right ones.
    """

    id: str
    answers: Verdict | None = None
    nuggets: tuple[bool | None, ...] = ()
    citations: tuple[bool | None, ...] = ()
    supported: bool | None = None
    status: bool | None = None
