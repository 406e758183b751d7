"""What came back for one question, as far as measures look at it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation. `outcome` is what the quote was said to be, as `service.answer.Outcome`."""

    n: int
    document: str
    quote: str
    meeting_date: date | None = None
    punkt: str | None = None
    outcome: str | None = None
    draft: bool = False
    struck: bool = False
    proposed: bool = False
    edition: str | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the answer, our label above it, and the numbers of its citations."""

    text: str
    citations: tuple[int, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the ranking, best first."""

    document: str
    text: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """The answer to the question `id`.

    `status` is as `service.answer.AnswerStatus`; `error` says why there is no answer at all, in
    English, and is empty otherwise. `seconds` is the time until the whole answer was there;
    `belief` how sure the system was, 0 to 1, `None` where it does not say; `tokens` what a
    language model read and wrote.
    """

    id: str
    status: str
    answer: str
    said: tuple[Said, ...] = ()
    citations: tuple[Cited, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    mode: str = ""
    generation: str = ""
    seconds: float | None = None
    belief: float | None = None
    error: str = ""
    tokens: int | None = None

    @property
    def abstained(self) -> bool:
        """Whether it said that the documents do not answer."""
        return self.status == "not_found"
