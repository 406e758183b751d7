"""A subject in words, as it was typed, and which agenda items are about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index import Kind, Snapshot, Subject, Visibility, is_english
from ingest.terms import OUTCOMES
from service import texts
from service.archive.gathered import Entry, Gathered
from service.errors import QuestionRefused
from service.intake import accepted, remarks
from service.outcome import done
from service.register import Listed, Register
from service.register.about import about
from service.register.quoting import Names, whole
from service.verify import Lookup


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked about: its words as they may be shown, and what names it."""

    words: str
    subject: Subject
    notes: tuple[str, ...]

    def names(self, entry: Entry) -> Names | None:
        """What tells the points of an item that are about it; `None` where all of it is."""
        return None if self.subject.named_in(entry.item.title) else self.subject.named_in

    def put_before(self, entry: Entry) -> bool:
        """Whether the meeting was asked about it: the title or the recommendation names it."""
        item = entry.item
        return any(map(self.subject.named_in, (item.title, item.recommendation or "")))


def wanted(
    text: str, state: Snapshot, gathered: Gathered, allowed: frozenset[Visibility]
) -> Wanted:
    """The subject that `text` names; raises `QuestionRefused` where it has no words for one."""
    intake = accepted(text)
    if intake.person:
        raise QuestionRefused(texts.ABOUT_PERSON)
    subject = state.subject(intake.text, allowed, english=is_english(intake.text))
    if not subject.words:
        raise QuestionRefused(texts.SUBJECT_WITHOUT_WORDS)
    return Wanted(intake.text, gathered.texts.narrowed(subject), tuple(remarks(intake)))


def about_it(
    sought: Wanted,
    entries: Sequence[Entry],
    state: Snapshot,
    allowed: frozenset[Visibility],
    lookup: Lookup,
) -> list[Entry]:
    """The entries that are about it, each judged at the points that are."""
    asked = Register(Listed.ITEMS, subject=sought.words)
    items = about(sought.subject, asked, [entry.item for entry in entries], state, allowed)
    kept = {(item.paper.id, item.position) for item in items}
    found = [one for one in entries if (one.item.paper.id, one.item.position) in kept]
    return [_at_its_point(one, sought.names(one), lookup) for one in found]


def _at_its_point(entry: Entry, names: Names | None, lookup: Lookup) -> Entry:
    """The entry with what was done at the points that name the subject."""
    if names is None or entry.item.paper.kind is not Kind.REFERAT or not entry.item.outcome:
        return entry
    document = lookup(entry.item.paper.id)
    passage = whole(document, entry.item.position, names) if document else None
    if passage is None or passage.ref.section not in OUTCOMES:
        return entry
    return replace(entry, outcome=done(passage.text))
