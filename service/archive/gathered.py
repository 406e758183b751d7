"""What the lists are made of, read once for each generation and audience."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index import Document, Facts, Item, Kind, Paper, Snapshot, Stemmed, Visibility
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.answer import Outcome
from service.outcome import done
from service.register.held import Meeting, meetings_of
from service.register.listing import says_nothing
from service.verify import Lookup

MEETING_KINDS = (Kind.REFERAT, Kind.DAGSORDEN)
READ = 500  # documents; of each its outcomes alone are kept, some 30 KB
QUOTED = (*OUTCOMES, RECOMMENDATION)
REMEMBERED = 4  # generations and audiences; two of each are in use while one follows another


@dataclass(frozen=True, slots=True)
class Entry:
    """An agenda item and what became of it, read off the whole of what its minutes say."""

    item: Item
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every document, every meeting once, oldest first, and what became of its items.

    `entries` come newest meeting first, those of minutes without a date last; `texts` are all that
    they say, for finding those that are about something.
    """

    facts: Facts
    papers: tuple[Paper, ...]
    meetings: tuple[Meeting, ...]
    entries: tuple[Entry, ...]
    texts: Stemmed
    _read: OrderedDict[str, Document]

    def reading(self, state: Snapshot, allowed: frozenset[Visibility]) -> Lookup:
        """Gives documents as they may be seen, with what lists quote of them."""

        def read(document_id: str) -> Document | None:
            found = self._read.get(document_id)
            if found is None:
                whole = state.document(document_id, allowed)
                if whole is None:
                    return None
                found = self._read[document_id] = _outcomes_alone(whole)
                while len(self._read) > READ:
                    self._read.popitem(last=False)
            return found

        return read


class Gatherer:
    """Gathers, and remembers each audience's own; nothing of one is ever given to another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str, frozenset[Visibility]], Gathered] = OrderedDict()

    def gathered(self, state: Snapshot, allowed: frozenset[Visibility]) -> Gathered:
        """What of the state may be seen."""
        facts = state.facts(allowed)
        key = (facts.generation, facts.built, allowed)
        with self._lock:
            found = self._known.get(key)
        if found is None:
            found = _gathered(state, facts, allowed)
            with self._lock:
                self._known[key] = found
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        return found


def _gathered(state: Snapshot, facts: Facts, allowed: frozenset[Visibility]) -> Gathered:
    every = {paper.id: paper for paper in state.papers(allowed)}
    # A meeting inside a document that may not be seen cannot be opened, so it is not listed.
    papers = tuple(paper for paper in every.values() if paper.file in every)
    items = tuple(item for item in state.items(allowed) if item.paper.file in every)
    meetings = meetings_of(papers, items)
    dated = [item for meeting in reversed(meetings) for item in meeting.items]
    undated = [i for i in items if i.paper.held is None and i.paper.kind in MEETING_KINDS]
    judged = ((item, outcome_of(item)) for item in (*dated, *undated))
    entries = tuple(Entry(item, outcome) for item, outcome in judged if outcome)
    texts = state.stemmed((text for entry in entries for text in _texts(entry.item)), allowed)
    return Gathered(facts, papers, tuple(meetings), entries, texts, OrderedDict())


def _texts(item: Item) -> Iterator[str]:
    yield from filter(None, (item.title, item.recommendation, item.outcome))


def _outcomes_alone(document: Document) -> Document:
    """The document with what lists quote of it: a hundredth of minutes with their annexes."""
    items = tuple(
        replace(item, blocks=(), parts=tuple(part for part in item.parts if part.label in QUOTED))
        for item in document.items
    )
    return replace(document, text="", parts=items, findings=(), documents=(), links=())


def outcome_of(item: Item) -> Outcome | None:
    """What became of it; `None` where its minutes record nothing and nothing was recommended."""
    if item.paper.kind is Kind.DAGSORDEN:
        return Outcome.AGENDA_ONLY
    if item.outcome and not (says_nothing(item.outcome) and not item.recommendation):
        return done(item.outcome)
    return Outcome.RECOMMENDED if item.recommendation else None
