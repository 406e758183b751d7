"""What is in the collection and what is missing."""

from collections import Counter

from index import Meeting
from service.archive.documents import drafts
from service.archive.gathered import Gathered
from service.archive.records import Collection, MeetingState


def collection(gathered: Gathered, meetings: tuple[Meeting, ...]) -> Collection:
    """The collection as whoever it was gathered for may know it; `meetings` by body and date."""
    facts, papers = gathered.facts, gathered.papers
    kinds = Counter(paper.kind.value for paper in papers)
    return Collection(
        generation=facts.generation,
        built=facts.built,
        documents=facts.documents,
        passages=facts.passages,
        latest_meeting=facts.latest_meeting,
        kinds={kind: kinds[kind] for kind in sorted(kinds)},
        meetings=tuple(MeetingState(m.body, m.held, m.agenda, m.minutes) for m in meetings),
        drafts=drafts(gathered),
        editions=tuple(sorted(facts.editions)),
        bodies=tuple(sorted({paper.body for paper in papers if paper.body})),
    )
