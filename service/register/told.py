"""A list from the catalogue as an answer: how many of how much, then each with its quote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from service import texts
from service.answer import Answer, AnswerStatus, Citation, Mode, Sentence
from service.citing import citation
from service.places import label
from service.register.asked import Register
from service.register.forms import Listed
from service.register.listing import Entry, Listing
from service.selection import Picked
from service.telling import text
from service.units import sections
from service.verify import Lookup
from service.weighing import Weighed


def answers(register: Register, listing: Listing) -> bool:
    """Whether the list answers; a subject or body that nothing is about is better searched for."""
    if listing.unknown or not listing.searched:
        return False
    return not register.subject or bool(listing.entries or listing.proposed)


def listed(blank: Answer, register: Register, listing: Listing, lookup: Lookup) -> Answer:
    """The list as an answer, its quotes looked up again."""
    said = [Sentence(" ".join(summary(register, listing)), ())]
    citations: list[Citation] = []
    for entry in (*listing.entries, *listing.proposed):
        if entry.quoted is None:
            said.append(Sentence(_line(entry), ()))
            continue
        cited = _cited(entry, len(citations) + 1, lookup)
        citations.append(cited)
        heading = label(entry.quoted.ref, cited.outcome)
        said.append(Sentence(entry.quoted.text, (cited.n,), heading))
    return replace(
        blank,
        status=AnswerStatus.ANSWERED,
        mode=Mode.LIST,
        text=text(said),
        sentences=tuple(said),
        citations=tuple(citations),
    )


def summary(register: Register, listing: Listing) -> list[str]:
    """How many there are, what was looked through, and what is missing."""
    number = _many(listing.total, register.listed)
    said = [texts.CLOSED_LIST] if register.closed else []
    if register.subject:
        form = texts.LISTED_TIMES if register.times else texts.LISTED_ABOUT
        times = _many(listing.times, Listed.MEETINGS)
        said.append(form.format(number=number, subject=register.subject, times=times))
    else:
        said.append(f"{number}.")
    of = Listed.DOCUMENTS if register.listed is Listed.DOCUMENTS else Listed.MEETINGS
    said.append(_searched(_many(listing.searched, of), listing.first, listing.last))
    if listing.proposed:
        said.append(texts.PROPOSED_TOO.format(number=_many(len(listing.proposed), Listed.ITEMS)))
    days = [texts.danish_date(entry.held) for entry in listing.missing if entry.held]
    if days and register.listed is not Listed.WITHOUT_MINUTES:
        form = texts.ONLY_AGENDA_ONE if len(days) == 1 else texts.ONLY_AGENDAS
        said.append(form.format(days=texts.listed(days)))
    if listing.total > len(listing.entries):
        said.append(texts.SHOWN_OF.format(shown=len(listing.entries), total=listing.total))
    return said


def _many(number: int, what: Listed) -> str:
    one, several = texts.LISTED[what]
    return f"{number} {one if number == 1 else several}"


def _searched(number: str, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return texts.SEARCHED_UNDATED.format(number=number)
    form = texts.SEARCHED if first != last else texts.SEARCHED_ONE
    return form.format(number=number, first=texts.danish_date(first), last=texts.danish_date(last))


def _line(entry: Entry) -> str:
    """An entry without a quote: an annex's name, a meeting, a document."""
    kind = texts.KINDS.get(entry.kind.value, entry.kind.value)
    held = texts.danish_date(entry.held) if entry.held else None
    place: Sequence[str | None] = (entry.title, entry.body, held, entry.edition, kind, entry.source)
    named = [entry.named] if entry.named else []
    return "– " + ", ".join(dict.fromkeys(each for each in (*named, *place) if each))


def _cited(entry: Entry, n: int, lookup: Lookup) -> Citation:
    assert entry.quoted
    section = sections([entry.quoted])[0]
    whole = Picked(section, tuple(Weighed(unit, 0.0, {}) for unit in section.units), 0.0)
    cited = citation(n, whole, lookup)
    return replace(cited, outcome=entry.outcome) if entry.outcome else cited
