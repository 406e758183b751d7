"""Agenda items with what became of them, newest meeting first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index import Passage, Snapshot, Visibility
from ingest.terms import OUTCOMES
from service import texts
from service.archive.conditions import OF_ITEMS, check, fits, looked_through
from service.archive.gathered import Entry, Gathered
from service.archive.records import Decision, Decisions, DecisionsQuery, Period, Window
from service.archive.wanted import Wanted, about_it, wanted
from service.citing import place
from service.register.quoting import whole
from service.verify import Lookup

Facets = Mapping[str, Mapping[str, int]]


def decisions(
    query: DecisionsQuery,
    window: Window,
    state: Snapshot,
    gathered: Gathered,
    allowed: frozenset[Visibility],
) -> Decisions:
    """The items that fit, of what was `gathered` for whoever is `allowed` to see it."""
    check(query, gathered, OF_ITEMS)
    lookup = gathered.reading(state, allowed)
    sought = wanted(query.text, state, gathered, allowed) if query.text.strip() else None
    entries: Sequence[Entry] = gathered.entries
    if sought:
        entries = about_it(sought, entries, state, allowed, lookup)
    fitting = [entry for entry in entries if fits(query, entry)]
    shown = fitting[window.offset : window.offset + window.limit]
    meetings = looked_through(query, gathered)
    return Decisions(
        decisions=tuple(decision(entry, sought, lookup) for entry in shown),
        total=len(fitting),
        meetings=len(meetings),
        without_minutes=tuple(m.held for m in meetings if not m.minutes),
        facets=_facets(query, entries),
        generation=gathered.facts.generation,
        notes=_notes(sought, entries, fitting),
    )


def decision(entry: Entry, sought: Wanted | None, lookup: Lookup) -> Decision:
    """The item with the text of what became of it, where that stands in its document."""
    item, document = entry.item, lookup(entry.item.paper.id)
    assert document  # what the catalogue lists it also keeps
    passage = whole(document, item.position, sought.names(entry) if sought else None)
    assert passage
    start, end = passage.origin(0, len(passage.text)) if passage.runs else (0, 0)
    return Decision(
        **{**place(passage, passage.text, start, end), "outcome": entry.outcome},
        decision=_recorded(passage),
        recommendation=item.recommendation,
        start=start,
        end=end,
    )


def _recorded(passage: Passage) -> str | None:
    return passage.text if passage.ref.section in OUTCOMES else None


def _notes(
    sought: Wanted | None, entries: Sequence[Entry], fitting: Sequence[Entry]
) -> tuple[str, ...]:
    """What the reader of the list should know; an empty one is never without a reason."""
    notes = list(sought.notes) if sought else []
    if sought and not entries:
        notes.append(texts.NO_ITEMS_ABOUT.format(subject=sought.words))
    elif not fitting:
        notes.append(texts.NO_ITEMS_FIT)
    return tuple(notes)


def _facets(query: DecisionsQuery, entries: Sequence[Entry]) -> Facets:
    """What fits by body, year and outcome, each as if there were no condition on it."""

    def of(freed: DecisionsQuery) -> Iterable[Entry]:
        return (entry for entry in entries if fits(freed, entry))

    bodies = Counter(e.item.paper.body for e in of(replace(query, bodies=frozenset())))
    years = Counter(e.item.paper.held for e in of(replace(query, period=Period())))
    outcomes = Counter(e.outcome for e in of(replace(query, outcomes=frozenset())))
    by_year = Counter[str]()
    for held, number in years.items():
        by_year.update({str(held.year): number} if held else {})
    return {
        "body": {body: bodies[body] for body in sorted(filter(None, bodies))},
        "year": {year: by_year[year] for year in sorted(by_year, reverse=True)},
        "outcome": {each.value: outcomes[each] for each in OF_ITEMS if outcomes[each]},
    }
