"""What everybody may know of the collection: what is in it, and what was decided."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bots.places import joined, marked, where
from bots.ports import Item, Shelf
from bots.reply import address
from service import texts
from service.access.visitor import OPEN
from service.answer import Outcome
from service.archive.port import Archive
from service.archive.records import Collection, Decision, DecisionsQuery, MeetingState, Window
from service.conversation.turn import EVERY_AGENDA
from service.errors import QuestionRefused
from service.ports import Assistant

# What became of an item. What was only discussed or said is no decision, and what the meeting was
# asked to do is none yet.
DECISIONS = frozenset(
    {
        Outcome.DECIDED,
        Outcome.PASSED_ON,
        Outcome.AGREED,
        Outcome.NOTED,
        Outcome.POSTPONED,
    }
)
T = TypeVar("T")
THREADS = 2
EVERY, LOOKED_AT, LATEST = 1_000_000, 50, 5


class OpenNewsroom:
    """The open part of the collection; no method takes who asks, as all are told the same."""

    def __init__(self, archive: Archive, assistant: Assistant, site: str | None = None) -> None:
        self._archive = archive
        self._assistant = assistant
        self._site = site
        # Their own: a large collection that is looked through keeps no event waiting for a thread.
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="news")

    async def generation(self) -> str:
        """The state of the index."""
        return (await self._in_thread(self._assistant.overview)).generation

    async def decisions(self, subject: str) -> list[Item]:
        """What was decided about a subject, newest first."""
        if not subject.strip():  # without a subject the archive lists everything
            raise QuestionRefused(texts.SUBJECT_WITHOUT_WORDS)
        return await self._in_thread(lambda: self._decisions(subject))

    async def shelf(self) -> Shelf:
        """What is here."""
        return await self._in_thread(self._shelf)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _decisions(self, subject: str, most: int = EVERY) -> list[Item]:
        query = DecisionsQuery(outcomes=DECISIONS, text=subject)
        found = self._archive.decisions(query, Window(0, most), OPEN).decisions
        items = map(self._item, filter(_final, found))
        # The same minutes may be here twice, as a file of Word and of PDF.
        return list({item.key: item for item in items}.values())

    def _item(self, decision: Decision) -> Item:
        assert decision.decision
        return Item(
            key=_key(decision),
            title=decision.item_title or decision.title,
            where=where(replace(decision, item_title=None), "da"),  # the title tells it already
            status=joined(marked(decision), "da"),
            text=decision.decision,
            url=address(decision, self._site),
        )

    def _shelf(self) -> Shelf:
        here = self._archive.collection(OPEN)
        return Shelf(
            holds=tuple(_holds(here)),
            missing=tuple(_missing(here)),
            latest=tuple(self._latest()),
            examples=self._assistant.overview().examples,
        )

    def _latest(self) -> list[Item]:
        """The newest of matters; that the agenda was approved is none."""
        found = self._decisions("", LOOKED_AT)
        return [item for item in found if not EVERY_AGENDA.fullmatch(item.title)][:LATEST]


def _final(decision: Decision) -> bool:
    """Whether it stands: drafts are told of when they are approved."""
    return bool(decision.decision) and not (decision.draft or decision.struck)


def _key(decision: Decision) -> str:
    """The meeting, the item and what it decided; the file they stand in may get another name."""
    meeting = (decision.body, decision.meeting_date) if decision.meeting_date else None
    named = (
        *map(str, meeting or (decision.document_id,)),
        decision.punkt or decision.item_title or "",
        " ".join((decision.decision or "").split()),
    )
    return hashlib.blake2b("\n".join(named).encode(), digest_size=16).hexdigest()


def _holds(here: Collection) -> list[str]:
    lines = [texts.documents(here.documents).capitalize(), texts.kinds(here.kinds)]
    if here.latest_meeting:
        lines.append(texts.latest_meeting(here.latest_meeting))
    return [*lines, texts.read_in(datetime.fromisoformat(here.built).date())]


def _missing(here: Collection) -> list[str]:
    lacking = [meeting for meeting in here.meetings if not meeting.minutes]
    lines = [texts.without_minutes(_named(lacking))] if lacking else []
    return [*lines, texts.drafts(len(here.drafts))] if here.drafts else lines


def _named(meetings: Sequence[MeetingState]) -> list[str]:
    newest = sorted(meetings, key=lambda meeting: (meeting.held, meeting.body or ""), reverse=True)
    return [
        " ".join(filter(None, (meeting.body, texts.danish_date(meeting.held))))
        for meeting in newest
    ]
