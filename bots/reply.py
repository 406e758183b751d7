"""An answer as it is told in a chat, before a platform's own form is put around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from bots import english as ours
from bots.english import said
from bots.places import binds, joined, marked, placed, where, worst
from service import english, texts
from service.answer import Answer, AnswerStatus, Citation, Found, Mode, Place, Sentence
from service.web.pages.answered import Answered

NEAREST = 3
EXCERPT = 360  # characters of a passage that is no quote
# What heads the answer to a part of what was asked, in both languages.
PART = re.compile(f"{english.PART.pattern}|Question \\d+: .+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the answer: where it is from in our words, its text, its sources' numbers.

    `status` is what its sources are, as `Source.status`, and `binding` whether all of them bind;
    empty and `False` where we say it ourselves. `standing` is how that is marked: "good" what was
    decided, "careful" what was not, "wrong" what does not hold, else empty. `place` is the label
    without its status. `quoted` says that the text is a document's own words, `heading` that it is
    the question of a part.
    """

    label: str
    text: str
    citations: tuple[int, ...]
    status: str = ""
    binding: bool = False
    standing: str = ""
    place: str = ""
    quoted: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source.

    `where` is body, date, item and page in Danish; `status` what the quote is ("Besluttet",
    "Indstillet, ikke besluttet", "Udkast, ikke vedtaget", "Slettet tekst, gælder ikke" …) and
    `binding` whether that was decided or agreed. `quote` is verbatim; of a place that is only near
    it is the beginning. `url` is a whole address, `None` where the service's own is not known.
    `standing` is as `Statement.standing`, `verified` says that the quote was looked up again and
    stands there.
    """

    n: int
    title: str
    where: str
    status: str
    binding: bool
    quote: str
    url: str | None
    standing: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """All that is told of an answer, as plain text: nothing here is markup of any platform.

    `verdict` and `hint` say how far it answers, `doubt` that we are unsure (else empty), `notes`
    what must be known, `searched` what was looked through, `made` that a machine made it and how
    (Regulation (EU) 2024/1689, article 50), `near` the nearest places where nothing was found.
    `understood_as` is the follow-up in full. `language` is "da" or "en". `found` says that
    something is told from documents, `partly` that it is not all that was asked.
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
    found: bool = True
    partly: bool = False


def reply(
    answer: Answer, searched: str, site: str | None = None, question: str | None = None
) -> Reply:
    """What is told of `answer`.

    `searched` is what `Desk.searched` says, `site` the public address of the web page. `question`
    is as it was asked: of a follow-up, `answer.question` may be in the language of another.
    """
    shown = Answered.of(answer, question or answer.question, ())
    language, found = shown.language, shown.found
    verdict, hint = texts.VERDICTS[answer.status]
    machine = f"{said(texts.BY_MACHINE, language)}."
    return Reply(
        answer_id=answer.id,
        verdict=said(verdict, language),
        hint="" if answer.mode is Mode.LIST else said(hint, language),
        doubt=shown.doubt,
        statements=_statements(answer, language, found),
        notes=tuple(shown.notes),
        sources=tuple(_cited(c, language, site) for c in answer.citations if found),
        near=() if found else nearest(shown.elsewhere[:NEAREST], language, site),
        searched=_searched(searched, language) if searched else "",
        made=said(texts.MODES[answer.mode], language) if found else machine,
        understood_as=answer.understood_as,
        language=language,
        found=found,
        partly=answer.status is AnswerStatus.PARTLY,
    )


def statement(sentence: Sentence, cited: Mapping[int, Citation], language: str) -> Statement:
    """A sentence with what its sources in `cited` are."""
    sources = [cited[n] for n in sentence.citations if n in cited]
    marks = [] if _ours(sentence, language) else [m for each in sources for m in marked(each)]
    return Statement(
        label=sentence.label,
        text=sentence.text,
        citations=tuple(each.n for each in sources),
        status=joined(marks, language),
        binding=bool(marks) and all(map(binds, sources)),
        standing=worst(marks),
        place=placed(sentence.label, sources, language),
        quoted=bool(sentence.label),
        heading=not (sentence.label or sentence.citations) and bool(PART.fullmatch(sentence.text)),
    )


def address(place: Place, site: str | None) -> str | None:
    """The whole address of the page that opens a place; `None` where the service's is not known."""
    return f"{site.rstrip('/')}{place.url}" if site and place.url.startswith("/") else None


def nearest(
    found: Sequence[Found], language: str = "da", site: str | None = None
) -> tuple[Source, ...]:
    """Passages that may be of use, numbered; they are no sources of an answer."""
    return tuple(
        replace(
            _source(n, each, (language, site)), quote=shorten(each.text, EXCERPT, placeholder=" …")
        )
        for n, each in enumerate(found, 1)
    )


def _statements(answer: Answer, language: str, found: bool) -> tuple[Statement, ...]:
    cited = {each.n: each for each in answer.citations} if found else {}
    sentences = answer.sentences or (Sentence(answer.text, ()),)
    return tuple(statement(each, cited, language) for each in sentences if each.text)


def _cited(cited: Citation, language: str, site: str | None) -> Source:
    source = _source(cited.n, cited, (language, site))
    return replace(source, quote=cited.quote, verified=cited.verified)


def _source(n: int, place: Place, told: tuple[str, str | None]) -> Source:
    (language, site), marks = told, marked(place)
    return Source(
        n=n,
        title=place.title,
        where=where(place, language),
        status=joined(marks or [texts.KINDS.get(place.kind, "")], language),
        binding=binds(place),
        quote="",
        url=address(place, site),
        standing=worst(marks),
    )


def _searched(what: str, language: str) -> str:
    return said(texts.SEARCHED_UNDATED, language).format(number=ours.searched(what, language))


def _ours(sentence: Sentence, language: str) -> bool:
    """Whether we say it of the sources ourselves; a language model writes no English."""
    known = language == "en" or any(danish.fullmatch(sentence.text) for danish, _ in english.WHOLE)
    return not sentence.label and known
