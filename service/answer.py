"""What a person gets back: an answer, its sentences and the places they were copied from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AnswerStatus(StrEnum):
    """How far the documents answer the question."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"


class Mode(StrEnum):
    """How an answer was written."""

    EXTRACTIVE = "extractive"
    LIST = "list"
    SEVERAL = "several questions"
    MODEL = "language model"


class Outcome(StrEnum):
    """What the quoted text is: what a meeting did, what it was asked to do, or something else.

    The first seven are read off the words of the minutes themselves.
    """

    DECIDED = "besluttet"
    PASSED_ON = "anbefalet videre"
    AGREED = "enighed"
    NOTED = "taget til efterretning"
    DISCUSSED = "drøftet"
    POSTPONED = "udsat"
    MINUTED = "referat"
    RECOMMENDED = "indstillet"
    AGENDA_ONLY = "ikke registreret"
    CASE = "sagsfremstilling"
    ANNEX = "bilag"
    RULE = "aftaletekst"
    OTHER = "tekst"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, and what it is there.

    `document` is the file's name, `document_id` names the document in URLs, `page` is the first
    page where it is known, `page_label` the number printed on it where that is another one, and
    `url` the page that opens the document there. `proposed` says that the text has tracked
    insertions.
    """

    document: str
    document_id: str
    title: str
    kind: str
    body: str | None
    meeting_date: date | None
    punkt: str | None
    item_title: str | None
    section: str | None
    page: int | None
    page_label: str | None
    url: str
    outcome: Outcome
    draft: bool
    struck: bool
    proposed: bool
    edition: str | None


@dataclass(frozen=True, slots=True)
class Citation(Place):
    """A quote, verbatim from a stored document, and the place it was copied from.

    `start` and `end` are the quote's range in the document's text. `verified` says that the quote
    was looked up again at that place and stands there character for character.
    """

    n: int
    quote: str
    start: int
    end: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of the answer and the numbers of the citations that bear it.

    What we say of the collection itself ("Kun dagsordenen … er i samlingen") cites nothing.

    `label` says where the statement comes from and what it is, in our words. `text` is verbatim,
    "[…]" where sentences are left out; of a table it is the rows told with their headings.
    """

    text: str
    citations: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found(Place):
    """A passage of a ranking; `why` names the legs of search that found it."""

    text: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages that fit best, best first, and the state of the index they were found in.

    `notes` say in Danish where was searched, where that is not everywhere.
    """

    passages: tuple[Found, ...]
    generation: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The places an answer is being written from; what was said before it counts no more."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, with everything needed to check it.

    `notes` are remarks to the reader in Danish ("Udkast, ikke vedtaget."); `generation` names the
    state of the index the answer was made from, `understood_as` what a follow-up was taken to ask
    in full.

    `belief` is the share of the odds, 0 to 1, that what is told has among all that was read: 0
    where nothing is told, `None` where nothing was weighed (lists, several questions, refusals).
    It ranks answers by how sure they are; it is no probability of being right.
    """

    id: str
    question: str
    status: AnswerStatus
    text: str
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
    passages: tuple[Found, ...]
    mode: Mode
    generation: str
    understood_as: str | None = None
    belief: float | None = None
