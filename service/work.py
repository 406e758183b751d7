"""One question worked on: what was found, what was read of it, and what was picked to tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Filters, Hit, Snapshot
from ingest.terms import OUTCOMES
from service.conditions import Unmet, unmet
from service.narrowing import searched
from service.pool import pool
from service.precedence import in_order
from service.question import Question
from service.selection import Picked, Read, picked
from service.struck import with_struck
from service.times import with_times
from service.units import sections
from service.weighing import weighed

RANKED = 60  # passages of the ranking that are kept with an answer


@dataclass(frozen=True, slots=True)
class Worked:
    """All that an answer is made from.

    `hits` are the ranking, `places` notes on where was searched, `read` the sections chosen from,
    `told` those that are told, `unmet` the conditions that they do not meet. `without_outcome` says
    that the minutes record nothing for the item that is told first.
    """

    question: Question
    hits: Sequence[Hit]
    places: Sequence[str]
    read: Sequence[Read]
    told: Sequence[Picked]
    unmet: Unmet
    without_outcome: bool = False

    @property
    def answers(self) -> bool:
        """Whether what is told is an answer."""
        return bool(self.told) and self.unmet.refusal is None


def worked(state: Snapshot, question: Question, filters: Filters) -> Worked:
    """Search, read, pick, and look at what the question asks for beyond that."""
    hits, places = searched(state, question.text, filters, RANKED)
    if not hits:
        return Worked(question, hits, places, (), (), Unmet())
    wider = with_times(state, question, hits, filters) if question.course else hits
    close = state.closeness(question.text, wider, filters)
    read = [
        (section, weighed(question, section, wider, close))
        for section in sections(pool(state, wider, filters))
    ]
    usable = [each for each in read if each[0].first.ref.struck == question.deleted]
    told = in_order(question, picked(question, usable), usable)
    held = {meeting.held for meeting in state.meetings(filters.visibility)}
    return Worked(
        question,
        hits,
        places,
        read,
        with_struck(question, told, read),
        unmet(question, told, usable, held),
        bool(question.decision and told and _without_outcome(state, told[0], filters)),
    )


def _without_outcome(state: Snapshot, first: Picked, filters: Filters) -> bool:
    """Whether an item has minutes, and no outcome in them."""
    ref = first.section.first.ref
    if not ref.punkt or ref.annex or ref.agenda_only or ref.section in OUTCOMES:
        return False
    own = [
        item
        for item in state.items(filters.visibility)
        if (item.paper.id, item.number) == (ref.document, ref.punkt)
    ]
    return bool(own) and not any(item.outcome for item in own)
