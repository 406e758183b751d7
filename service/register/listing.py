"""What a register holds: its entries, what was looked through for them, and what is missing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from index import Document, Item, Kind, Paper, Passage, Snapshot, Status, Subject, Visibility
from ingest import Concern
from service.answer import Outcome
from service.outcome import SAID, done
from service.register.about import about
from service.register.asked import Register
from service.register.bodies import of_body
from service.register.forms import Listed
from service.register.held import Meeting, meetings_of
from service.register.quoting import quoted

MOST = 30  # entries that are shown; the rest are counted
RECORDED = (Listed.DECISIONS, Listed.TREATED)
# Where nothing is said, nothing was decided or treated.
NOTHING = re.compile(
    r"(?:ingen (?:bemærkninger|kommentarer|punkter|emner)|intet|ikke noget|udgik|-)\W*",
    re.IGNORECASE,
)
Lookup = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: a document, a meeting, an item of it, or an annex it names.

    `document`, `source`, `title`, `kind`, `status` and `edition` are the document's. `outcome` is
    what the meeting did with the item; `Outcome.AGENDA_ONLY` where only its agenda is here, `None`
    where the minutes say nothing. `quoted` is verbatim, with its place. `named` is an annex's name.
    """

    document: str
    source: str
    title: str
    kind: Kind
    body: str | None = None
    held: date | None = None
    status: Status = Status.UKENDT
    edition: str | None = None
    punkt: str | None = None
    item_title: str | None = None
    outcome: Outcome | None = None
    quoted: Passage | None = None
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a register, at most `MOST` of the `total`.

    `times` is at how many meetings the entries are. `proposed` are items of which only the agenda
    is here, where what meetings did is asked for: they count in no total. `searched` meetings or
    documents were looked through, held from `first` to `last`; of the meetings `missing` among them
    there are no minutes here. `unknown` is a body asked for that the collection does not have.
    """

    entries: tuple[Entry, ...] = ()
    total: int = 0
    times: int = 0
    proposed: tuple[Entry, ...] = ()
    searched: int = 0
    first: date | None = None
    last: date | None = None
    missing: tuple[Entry, ...] = ()
    unknown: str | None = None


def entries(register: Register, state: Snapshot, allowed: frozenset[Visibility]) -> Listing:
    """What `register` asks for, of what may be seen."""
    papers = state.papers(allowed)
    called = register.body
    bodies = of_body(called, papers, state, allowed) if called else None
    if bodies is not None and not bodies:
        return Listing(unknown=called)
    inside = [p for p in papers if bodies is None or p.body in bodies]
    if register.listed is Listed.DOCUMENTS:
        return _documents(register, inside)
    meetings = _in_time(register, meetings_of(inside, state.items(allowed)))
    if not meetings:
        return Listing()
    return replace(
        _found(register, meetings, state, allowed),
        searched=len(meetings),
        first=meetings[0].held,
        last=meetings[-1].held,
        missing=tuple(_entry(meeting.papers[0]) for meeting in meetings if not meeting.minutes),
    )


def _found(
    register: Register,
    meetings: Sequence[Meeting],
    state: Snapshot,
    allowed: frozenset[Visibility],
) -> Listing:
    lookup = cache(partial(state.document, allowed=allowed))
    if register.listed is Listed.MEETINGS:
        return _listed([_entry(m.papers[0]) for m in meetings])
    if register.listed is Listed.WITHOUT_MINUTES:
        return _listed([_entry(m.papers[0]) for m in meetings if not m.minutes])
    newest = [item for meeting in reversed(meetings) for item in meeting.items]
    if register.listed is Listed.NAMED:
        return _listed([entry for item in newest for entry in _named(item, lookup)])
    fitting = [item for item in newest if _fits(register, item)]
    subject = None
    if register.subject:
        subject = state.subject(register.subject, allowed, english=register.english)
        fitting = about(subject, register, fitting, state, allowed)
    told = [item for item in fitting if _is_told(item)]
    recorded = register.listed in RECORDED
    shown = told if recorded else fitting
    left = [i for i in fitting if i.paper.kind is not Kind.REFERAT] if recorded else []
    return Listing(
        entries=tuple(_quoting(item, lookup, subject) for item in shown[:MOST]),
        total=len(shown),
        times=len({(item.paper.body, item.paper.held) for item in shown}),
        proposed=tuple(_quoting(item, lookup, subject) for item in left[:MOST]),
    )


def _listed(found: Sequence[Entry]) -> Listing:
    times = len({(entry.body, entry.held) for entry in found})
    return Listing(entries=tuple(found[:MOST]), total=len(found), times=times)


def _documents(register: Register, papers: Iterable[Paper]) -> Listing:
    """Files, and the meetings inside them; undated ones only where no time is asked for."""
    every = [p for p in papers if _within(register, p.held)]
    found = [p for p in every if not register.kinds or p.kind in register.kinds]
    found.sort(key=lambda p: (p.kind, p.held or date.min, p.edition or "", p.title))
    held = [paper.held for paper in every if paper.held]
    return Listing(
        entries=tuple(map(_entry, found[:MOST])),
        total=len(found),
        searched=len(every),
        first=min(held, default=None),
        last=max(held, default=None),
    )


def _within(register: Register, held: date | None) -> bool:
    if held is None:
        return register.start is None and register.end is None
    return (register.start or date.min) <= held <= (register.end or date.max)


def _in_time(register: Register, meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings in the time asked for, oldest first."""
    inside = [meeting for meeting in meetings if _within(register, meeting.held)]
    if not register.latest:
        return inside
    return [m for m in inside if m.minutes][-1:] or inside[-1:]


def _fits(register: Register, item: Item) -> bool:
    if register.closed and item.visibility is not Visibility.CLOSED:
        return False
    return register.outcome is None or _has(item.outcome or "", register.outcome)


def _has(told: str, outcome: Outcome) -> bool:
    """Whether `told` says it, read only where a word of it stands there at all."""
    words = next(said for said, what in SAID if what is outcome)
    return bool(words.search(told)) and done(told) is outcome


def _is_told(item: Item) -> bool:
    """Whether minutes say what was done with it."""
    told = item.outcome if item.paper.kind is Kind.REFERAT else None
    return bool(told and not says_nothing(told))


def says_nothing(told: str) -> bool:
    """Whether minutes say of an item that there was nothing to say."""
    return NOTHING.fullmatch(told.strip()) is not None


def _entry(paper: Paper) -> Entry:
    return Entry(
        document=paper.id,
        source=paper.source,
        title=paper.title,
        kind=paper.kind,
        body=paper.body,
        held=paper.held,
        status=paper.status,
        edition=paper.edition,
    )


def _of_item(item: Item) -> Entry:
    told = done(item.outcome) if item.outcome else None
    return replace(
        _entry(item.paper),
        punkt=item.number,
        item_title=item.title,
        outcome=told if item.paper.kind is Kind.REFERAT else Outcome.AGENDA_ONLY,
    )


def _quoting(item: Item, lookup: Lookup, subject: Subject | None) -> Entry:
    """The item with a quote, and as `outcome` what was done at the point the quote is from.

    An item of another title is quoted where it names the subject.
    """
    entry, document = _of_item(item), lookup(item.paper.id)
    names = subject.named_in if subject and not subject.named_in(item.title) else None
    found = quoted(document, item.position, names) if document else None
    if found is None:
        return entry
    told = entry.outcome not in (None, Outcome.AGENDA_ONLY)
    outcome = done(found.whole) if told else entry.outcome
    return replace(entry, quoted=found.passage, outcome=outcome)


def _named(item: Item, lookup: Lookup) -> Iterable[Entry]:
    """The annexes of the item whose text is not here, as the reading of the file found."""
    file = lookup(item.paper.file) if item.listed else None
    absent = {f.where for f in file.findings if f.concern is Concern.ABSENT} if file else set()
    place = f"{item.number} {item.title}".strip() if item.number else item.title
    return [
        replace(_of_item(item), named=name) for name in item.listed if f"{place}: {name}" in absent
    ]
