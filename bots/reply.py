"""An answer as it is told in a chat, before a platform's own form is put around it."""

from dataclasses import dataclass

from service.answer import Answer


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the answer: where it is from in our words, its text, its sources' numbers."""

    label: str
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source.

    `where` is body, date, item and page in Danish; `status` what the quote is ("Besluttet",
    "Indstilling – ikke besluttet", "Udkast", "Slettet tekst – gælder ikke" …) and `binding` whether
    that is in force or decided. `quote` is verbatim. `url` is a whole address, `None` where the
    service's own is not known.
    """

    n: int
    title: str
    where: str
    status: str
    binding: bool
    quote: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """All that is told of an answer, as plain text: nothing here is markup of any platform.

    `verdict` and `hint` say how far it answers, `doubt` that we are unsure (else empty), `notes`
    what must be known, `searched` what was looked through, `made` that a machine made it and how
    (Regulation (EU) 2024/1689, article 50), `near` the nearest places where nothing was found.
    `understood_as` is the follow-up in full. `language` is "da" or "en".
    """

    answer_id: str
    verdict: str
    hint: str
    doubt: str
    statements: tuple[Statement, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    near: tuple[Source, ...]
    searched: str
    made: str
    understood_as: str | None
    language: str


def reply(answer: Answer, searched: str, site: str | None = None) -> Reply:
    """What is told of `answer`; `site` is the public address of the web page."""
    raise NotImplementedError
