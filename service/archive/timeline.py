"""What each meeting did with a subject, and which documents are about it, oldest first."""

from collections.abc import Iterable, Iterator
from datetime import date

from index import Filters, Kind, Passage, Ref, Snapshot, Visibility
from service import texts
from service.answer import Outcome
from service.archive.conditions import (
    OF_DOCUMENTS,
    OF_ITEMS,
    check,
    looked_through,
    of_body,
    of_outcome,
)
from service.archive.gathered import MEETING_KINDS, Entry, Gathered
from service.archive.records import DecisionsQuery, Event, Timeline
from service.archive.wanted import Wanted, about_it, wanted
from service.citing import place
from service.outcome import done, outcome_of
from service.register.quoting import quoted
from service.verify import Lookup

DOCUMENT_KINDS = frozenset(kind.value for kind in Kind if kind not in MEETING_KINDS)
LOOKED_AT = 200  # passages, best first
# These are books of many subjects; a passage of theirs is about what it names often.
BOOKS = (Kind.SOCIALAFTALE, Kind.STYRINGSAFTALE, Kind.GUIDE, Kind.AARSRAPPORT)
OFTEN = 2  # sentences
UNDECIDED = (Outcome.AGENDA_ONLY, Outcome.RECOMMENDED)


def timeline(
    subject: str,
    query: DecisionsQuery,
    state: Snapshot,
    gathered: Gathered,
    allowed: frozenset[Visibility],
) -> Timeline:
    """The course of `subject` within `query`, of what was `gathered` for who may see it."""
    check(query, gathered, (*OF_ITEMS, *OF_DOCUMENTS))
    lookup = gathered.reading(state, allowed)
    sought = wanted(subject, state, gathered, allowed)
    about = about_it(sought, gathered.entries, state, allowed, lookup)
    events = (*_of_meetings(about, sought, lookup), *_of_documents(sought, state, allowed))
    found = [event for event in events if _fits(query, event)]
    treated = {(event.meeting_date, event.body) for event in found}
    meetings = looked_through(query, gathered)
    missing = (meeting for meeting in meetings if not meeting.minutes)
    nothing = texts.NOTHING_ABOUT.format(subject=sought.words)
    return Timeline(
        subject=sought.words,
        events=tuple(sorted((event for event in found if event.when), key=_place)),
        undated=tuple(event for event in found if event.when is None),
        meetings=len(meetings),
        without_minutes=tuple(
            each.held for each in missing if (each.held, each.papers[0].body) in treated
        ),
        generation=gathered.facts.generation,
        notes=sought.notes if found else (*sought.notes, nothing),
    )


def _place(event: Event) -> tuple[date, str, int]:
    """By day; of one day in the order of the document, so that an annex follows its item."""
    assert event.when
    return event.when, event.document_id, event.start


def _of_meetings(entries: Iterable[Entry], sought: Wanted, lookup: Lookup) -> Iterator[Event]:
    """Each item with the sentences that tell most of what became of it.

    Where only its outcome names the subject, other matters may stand in it ("Eventuelt"), so what
    was done is read off the sentences shown.
    """
    for entry in entries:
        document = lookup(entry.item.paper.id)
        quote = document and quoted(document, entry.item.position, sought.names(entry))
        if quote:
            beside = entry.outcome not in UNDECIDED and not sought.put_before(entry)
            outcome = done(quote.passage.text) if beside else entry.outcome
            yield _event(quote.passage, quote.passage.ref.held, outcome=outcome)


def _of_documents(
    sought: Wanted, state: Snapshot, allowed: frozenset[Visibility]
) -> Iterator[Event]:
    """Each agreement, report or annex that is about it, with its best passage.

    An annex has the day of the meeting it was put before, any other edition that of its first year.
    """
    filters = Filters(visibility=allowed, kinds=DOCUMENT_KINDS)
    best: dict[tuple[str, str | None], tuple[int, Passage]] = {}
    for hit in state.search(sought.words, filters, LOOKED_AT):
        ref = hit.passage.ref
        often = min(OFTEN, sought.subject.sentences_naming(hit.passage.text))
        if ref.struck or not (_headed(sought, ref) or (ref.kind in BOOKS and often == OFTEN)):
            continue
        known = best.get((ref.document, ref.annex))
        if known is None or known[0] < often:
            best[ref.document, ref.annex] = often, hit.passage
    for _, passage in best.values():
        ref = passage.ref
        first = date(int(ref.edition[:4]), 1, 1) if ref.edition else None
        yield _event(passage, ref.held or first, outcome=outcome_of(ref, passage.text))


def _headed(sought: Wanted, ref: Ref) -> bool:
    """Whether its title or a heading above it names the subject."""
    return any(map(sought.subject.named_in, (ref.annex or ref.title, *ref.headings)))


def _fits(query: DecisionsQuery, event: Event) -> bool:
    inside = of_body(query, event.body) and query.period.holds(event.when)
    return inside and of_outcome(query, event.outcome)


def _event(passage: Passage, when: date | None, *, outcome: Outcome) -> Event:
    start, end = passage.origin(0, len(passage.text))
    known = {**place(passage, passage.text, start, end), "outcome": outcome}
    return Event(**known, text=passage.text, start=start, end=end, when=when)
