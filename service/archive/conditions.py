"""Conditions of lists: whether they can be met at all, and what meets them."""

from collections.abc import Iterable

from service import texts
from service.answer import Outcome
from service.archive.gathered import Entry, Gathered
from service.archive.records import DecisionsQuery
from service.errors import UnknownFilter
from service.register.held import Meeting

# What can become of an item; the other outcomes are those of quotes elsewhere in a document.
OF_ITEMS = (
    Outcome.DECIDED,
    Outcome.PASSED_ON,
    Outcome.AGREED,
    Outcome.NOTED,
    Outcome.DISCUSSED,
    Outcome.POSTPONED,
    Outcome.MINUTED,
    Outcome.RECOMMENDED,
    Outcome.AGENDA_ONLY,
)
OF_DOCUMENTS = (Outcome.ANNEX, Outcome.RULE, Outcome.OTHER)


def check(query: DecisionsQuery, gathered: Gathered, possible: Iterable[Outcome]) -> None:
    """Raises `UnknownFilter` for a body that no document has and an outcome that nothing can."""
    known(query.bodies, (paper.body for paper in gathered.papers))
    known(query.outcomes, possible)


def known(asked: Iterable[str], values: Iterable[str | None]) -> None:
    """Raises `UnknownFilter` for what is not among `values`."""
    here = {str(value) for value in values if value}
    for value in sorted(map(str, asked)):
        if value not in here:
            raise UnknownFilter(texts.unknown_value(value, sorted(here)))


def of_body(query: DecisionsQuery, body: str | None) -> bool:
    """Whether a body is one of those asked for."""
    return not query.bodies or body in query.bodies


def of_outcome(query: DecisionsQuery, outcome: Outcome) -> bool:
    """Whether an outcome is one of those asked for."""
    return not query.outcomes or outcome in query.outcomes


def fits(query: DecisionsQuery, entry: Entry) -> bool:
    """Whether an item meets all conditions but that of its subject."""
    paper = entry.item.paper
    inside = of_body(query, paper.body) and query.period.holds(paper.held)
    return inside and of_outcome(query, entry.outcome)


def looked_through(query: DecisionsQuery, gathered: Gathered) -> list[Meeting]:
    """The meetings that the body and the period leave, oldest first."""
    return [
        meeting
        for meeting in gathered.meetings
        if of_body(query, meeting.papers[0].body) and query.period.holds(meeting.held)
    ]
