"""The assistant: search, choose, write, verify and label, without a language model."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any
from uuid import uuid4

from index import (
    Asked,
    Document,
    Facts,
    Filters,
    Hit,
    Index,
    Passage,
    Snapshot,
    Status,
    Stretch,
    stretches,
)
from service import texts
from service.answer import Answer, AnswerStatus, Citation, Found, Ranking, Sentence
from service.errors import UnknownFilter
from service.evidence import CONSIDERED, Chosen, Evidence, chosen, repeats_headings
from service.gist import gist
from service.narrowing import searched
from service.outcome import AGREEMENTS, outcome_of
from service.places import label, notes_on, url_of
from service.ports import Overview
from service.question import Question, understood
from service.verify import Lookup, struck_words_cut, verified

RANKED = 60  # passages of the ranking that are kept with an answer
MODE = "extractive"


class ExtractiveAssistant:
    """Answers with verbatim quotes and says what they are."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def ask(self, question: str, filters: Filters) -> Answer:
        """Answer `question` from what `filters` allow.

        Raises `QuestionRefused`, `UnknownFilter` and `IndexMissing`.
        """
        asked = understood(question)
        with self._index.snapshot() as state:
            generation = _known(state, filters).generation
            hits, places = searched(state, asked.text, filters, RANKED)
            picked = chosen(asked, hits)
            if not picked.sufficient:
                return _not_found(asked, hits, generation, places)
            lookup = cache(partial(state.document, allowed=filters.visibility))
            answer = _written(asked, picked, hits, generation, lookup)
            return replace(answer, notes=(*places, *answer.notes))

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        """The best passages for `text`; raises like `ask`."""
        asked = understood(text)
        with self._index.snapshot() as state:
            generation = _known(state, filters).generation
            hits, places = searched(state, asked.text, filters, limit)
            return Ranking(_ranking(hits), generation, tuple(places))

    def explained(self, text: str, filters: Filters) -> Asked:
        """What `text` is searched by, and why; raises like `ask`."""
        with self._index.snapshot() as state:
            return state.asked(understood(text).text, filters)

    def document(self, document_id: str, filters: Filters) -> Document | None:
        """A document as far as `filters.visibility` allows."""
        return self._index.document(document_id, filters.visibility)

    def overview(self) -> Overview:
        """What everybody may know of the collection; raises `IndexMissing`."""
        facts = self._index.facts()
        return Overview(
            generation=facts.generation,
            built=facts.built,
            documents=facts.documents,
            passages=facts.passages,
            latest_meeting=facts.latest_meeting,
            examples=tuple(texts.ABOUT_ITEM.format(title=title) for title in facts.recent_items),
        )


def _known(state: Snapshot, filters: Filters) -> Facts:
    """The index's facts, once every body and edition asked for is among them."""
    facts = state.facts(filters.visibility)
    for asked, known in ((filters.bodies, facts.bodies), (filters.editions, facts.editions)):
        for value in sorted(asked - known):
            raise UnknownFilter(texts.unknown_value(value, sorted(known)))
    return facts


def _written(
    asked: Question, picked: Chosen, hits: Sequence[Hit], generation: str, lookup: Lookup
) -> Answer:
    citations = [_citation(n, e, lookup) for n, e in enumerate(picked.evidence, 1)]
    sentences = [
        Sentence(gist(asked, e, picked.rarity), (c.n,), label(e.first.ref, c.outcome))
        for e, c in zip(picked.evidence, citations, strict=True)
    ]
    notes = [
        note
        for e, c in zip(picked.evidence, citations, strict=True)
        for note in notes_on(e.first.ref, c.outcome, c.n, decision=asked.decision)
    ]
    notes += [
        texts.CUT_NOTE.format(n=c.n)
        for e, c in zip(picked.evidence, citations, strict=True)
        if struck_words_cut(e.passages, lookup)
    ]
    notes += [texts.NOT_MENTIONED.format(what=year) for year in picked.unmet]
    notes += _only_drafts(asked, hits)
    if not asked.deleted and hits[0].passage.ref.struck:
        notes.append(texts.STRUCK_SKIPPED)
    return Answer(
        id=uuid4().hex,
        question=asked.text,
        status=AnswerStatus.PARTLY if picked.unmet else AnswerStatus.ANSWERED,
        text="\n\n".join(f"{s.label}\n{s.text} [{s.citations[0]}]" for s in sentences),
        sentences=tuple(sentences),
        citations=tuple(citations),
        notes=tuple(dict.fromkeys(notes)),
        passages=_ranking(hits),
        mode=MODE,
        generation=generation,
    )


def _only_drafts(asked: Question, hits: Sequence[Hit]) -> list[str]:
    """Agreements the question asks the standing of, of which only a draft was found."""
    if not asked.standing:
        return []
    refs = [hit.passage.ref for hit in hits[:CONSIDERED] if hit.passage.ref.kind in AGREEMENTS]
    adopted = {(ref.kind, ref.edition) for ref in refs if ref.status is Status.VEDTAGET}
    drafts = [ref for ref in refs if ref.status is Status.UDKAST]
    alone = [ref for ref in drafts if (ref.kind, ref.edition) not in adopted]
    return [texts.ONLY_DRAFT.format(title=ref.annex or ref.title) for ref in alone[:1]]


def _not_found(
    asked: Question, hits: Sequence[Hit], generation: str, places: Sequence[str]
) -> Answer:
    return Answer(
        id=uuid4().hex,
        question=asked.text,
        status=AnswerStatus.NOT_FOUND,
        text=texts.NOTHING_FOUND if hits else texts.NOTHING_AT_ALL,
        sentences=(),
        citations=(),
        notes=tuple(places),
        passages=_ranking(hits),
        mode=MODE,
        generation=generation,
    )


def _citation(n: int, evidence: Evidence, lookup: Lookup) -> Citation:
    first, last = evidence.passages[0], evidence.passages[-1]
    # A piece of a table repeats its headings from further up; the quote opens at its rows.
    begin = first.rows[0].start if repeats_headings(first) else 0
    start = first.origin(begin, len(first.text))[0]
    end = last.origin(0, len(last.text))[1]
    return Citation(
        **_place(first, evidence.text, start, end),
        n=n,
        quote=evidence.text,
        start=start,
        end=end,
        verified=verified(evidence.passages, lookup),
    )


def _ranking(hits: Sequence[Hit]) -> tuple[Found, ...]:
    """The hits as they are shown: neighbours that were both found in one piece."""
    return tuple(_found(stretch) for stretch in stretches(hits))


def _found(stretch: Stretch) -> Found:
    first, last = stretch.passages[0], stretch.passages[-1]
    start = first.origin(0, len(first.text))[0]
    end = last.origin(0, len(last.text))[1]
    return Found(
        **_place(first, stretch.text, start, end),
        text=stretch.text,
        score=stretch.score,
        why=stretch.why,
    )


def _place(passage: Passage, text: str, start: int, end: int) -> dict[str, Any]:
    """The fields of `Place` for a `text` that begins in `passage`."""
    ref = passage.ref
    return {
        "document": ref.source,
        "document_id": ref.document,
        "title": ref.annex or ref.title,
        "kind": ref.kind.value,
        "body": ref.body,
        "meeting_date": ref.held,
        "punkt": ref.punkt,
        "item_title": ref.item_title,
        "section": ref.section,
        "page": ref.page,
        "page_label": ref.page_label,
        "url": url_of(passage, start, end),
        "outcome": outcome_of(ref, text),
        "draft": ref.status is Status.UDKAST,
        "struck": ref.struck,
        "proposed": ref.proposed,
        "edition": ref.edition,
    }
