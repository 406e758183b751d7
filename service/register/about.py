"""Which agenda items are about a subject: those that say so, not all that name it once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index import Filters, Item, Ref, Snapshot, Subject, Visibility
from ingest.terms import OUTCOMES, RESUME
from service.register.asked import Register

# What naming the subject says at each place; one sentence of an outcome or a resumé alone does not
# reach `ABOUT`. The rest of the case is not read: it names much it is not about.
TITLE, RECOMMENDATION, HEADING, SENTENCE, ABOUT = 3, 2, 2, 1, 2
LOOKED_AT = 200  # passages, best first
# "Styringsaftalegruppen" acts; what it does need not be about the styringsaftale.
ACTOR = re.compile(r"\b\w{4,}(?:gruppe|udvalg|sekretariat|netværk)\w{0,4}\b", re.IGNORECASE)

Marks = Counter[tuple[str, str | None, str | None]]


def about(
    subject: Subject,
    register: Register,
    items: Sequence[Item],
    state: Snapshot,
    allowed: frozenset[Visibility],
) -> list[Item]:
    """The `items` that are about the register's `subject`."""
    marks = _marks(subject, register, state, allowed)
    return [item for item in items if _said(item, subject, marks) >= ABOUT]


def _said(item: Item, subject: Subject, marks: Marks) -> int:
    said = TITLE * subject.named_in(item.title)
    said += RECOMMENDATION * subject.named_in(item.recommendation or "")
    if said >= ABOUT:
        return said
    told = _sentences(subject, item.outcome or "")
    return SENTENCE * told + marks[item.paper.id, item.number, item.title]


def _sentences(subject: Subject, text: str) -> int:
    """How many sentences name it; what a body is called counts only where nothing else is left."""
    if not subject.named_in(text):
        return 0
    return subject.sentences_naming(ACTOR.sub(" ", text)) or min(1, subject.sentences_naming(text))


def _marks(
    subject: Subject, register: Register, state: Snapshot, allowed: frozenset[Visibility]
) -> Marks:
    """What the search finds of it in each item's resumé and in the headings of its outcome."""
    inside = Filters(visibility=allowed, start=register.start, end=register.end)
    found: Marks = Counter()
    for ref, text in _passages(register.subject, replace(inside, section=RESUME), state):
        found[ref.document, ref.punkt, ref.item_title] += SENTENCE * _sentences(subject, text)
    for ref, _ in _passages(register.subject, inside, state):
        if ref.section in OUTCOMES and any(map(subject.named_in, ref.headings)):
            found[ref.document, ref.punkt, ref.item_title] += HEADING
    return found


def _passages(words: str, filters: Filters, state: Snapshot) -> Iterator[tuple[Ref, str]]:
    """The places and texts of the best passages that no annex has."""
    for hit in state.search(words, filters, LOOKED_AT):
        if not hit.passage.ref.annex:
            yield hit.passage.ref, hit.passage.text
