"""A course of events needs something of each meeting: each is searched for itself too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index import Filters, Hit, Snapshot
from service.question import Question

MEETINGS = 12  # searched each for itself, those nearest to the question's words first
OF_EACH = 6  # hits


def with_times(
    state: Snapshot, question: Question, hits: Sequence[Hit], filters: Filters
) -> list[Hit]:
    """The hits, and the best of each meeting of the time asked for, best first."""
    years = [int(year) for year in question.years]
    known = {meeting.held for meeting in state.meetings(filters.visibility)}
    first, last = (min(years), max(years)) if len(years) > 1 else (date.min.year, date.max.year)
    begin, end = filters.start or date.min, filters.end or date.max
    asked = [day for day in known if first <= day.year <= last and begin <= day <= end]
    ranks = {hit.passage.ref.held: -place for place, hit in reversed(list(enumerate(hits)))}
    nearest = sorted(asked, key=lambda day: (-ranks.get(day, -len(hits)), day))[:MEETINGS]
    found = {hit.passage.id: hit for hit in hits}
    for day in nearest:
        inside = replace(filters, start=day, end=day)
        for hit in state.search(question.text, inside, OF_EACH):
            found.setdefault(hit.passage.id, hit)
    return sorted(found.values(), key=lambda hit: (-hit.score, hit.passage.id))
