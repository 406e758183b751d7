"""The assistant: understand, search, choose, write, verify and label."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from uuid import uuid4

from index import Asked, Document, Facts, Filters, Hit, Index, Snapshot
from service import texts
from service.answer import Answer, AnswerStatus, Mode, Ranking, Sentence, Sources
from service.citing import citation, ranking
from service.conversation import Cited, Turn, followed, resolved
from service.disagreement import disagreements
from service.english import in_english
from service.errors import QuestionRefused, UnknownFilter
from service.intake import MOST_QUESTIONS, accepted, remarks
from service.joined import joined
from service.met import Ranges, met
from service.model import Writer
from service.narrowing import searched
from service.places import notes_on
from service.ports import Explained, Overview
from service.question import Question, asks_in_english, understood
from service.register import entries, register
from service.register.told import answers, listed
from service.rewriting import rewritten
from service.telling import quoted, standing, text
from service.verify import Lookup, struck_words_cut
from service.work import RANKED, Worked, worked

# Of the belief; measured on 376 answers: below it less than half rest on a right place, above it
# three of four.
UNSURE = 0.4
DIGITS = 4  # of the belief; the tenth depends on what was asked before


class ExtractiveAssistant:
    """Answers with verbatim quotes and says what they are; a language model may tell them."""

    def __init__(self, index: Index, writer: Writer | None = None) -> None:
        self._index = index
        self._writer = writer

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        """Answer `question` from what `filters` allow; `before` is what a follow-up follows.

        Raises `QuestionRefused`, `UnknownFilter` and `IndexMissing`.
        """
        *_, answer = self.stream(question, filters, before)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        """As `ask`: first the places found, each sentence as it stands, last the answer."""
        answer = self._extracted(question, filters, before)
        english = asks_in_english(question)
        if self._writer is None or english:  # English cannot be checked against Danish sources
            answer = in_english(answer) if english else answer
            yield Sources(answer.citations)
            yield from answer.sentences
        else:
            answer = yield from rewritten(answer, self._writer)
        yield answer

    def _extracted(self, question: str, filters: Filters, before: Turn | None) -> Answer:
        intake = accepted(question)
        full = resolved(intake.text, before)
        parts = intake.questions if full.understood_as is None else ()
        if len(parts) > MOST_QUESTIONS:
            raise QuestionRefused(
                texts.TOO_MANY_QUESTIONS.format(count=len(parts), limit=MOST_QUESTIONS)
            )
        asks = full.understood_as or full.text
        with self._index.snapshot() as state:
            known = _known(state, filters)
            asked = [understood(part) for part in (parts if len(parts) > 1 else (asks,))]
            if intake.person:
                answer = replace(_blank(asked[0], (), known), text=texts.ABOUT_PERSON)
            else:
                answers = [_answer(state, each, filters, known) for each in asked]
                answer = joined(intake.text, answers)
        return replace(
            answer,
            understood_as=full.understood_as,
            notes=(*remarks(intake), *answer.notes),
        )

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        """What a follow-up to the questions `earlier`, oldest first, follows.

        Found anew in what the asker may see now, so that nobody need keep a conversation.
        """
        return followed(earlier, lambda one, before: turn(self._extracted(one, filters, before)))

    def search(self, text: str, filters: Filters, limit: int) -> Ranking:
        """The best passages for `text`; raises like `ask`."""
        intake = accepted(text)
        asked = understood(intake.text)
        with self._index.snapshot() as state:
            generation = _known(state, filters).generation
            hits, places = searched(state, asked.text, filters, limit)
            return Ranking(ranking(hits), generation, (*remarks(intake), *places))

    def met(self, text: str, among: Sequence[str], filters: Filters) -> list[Ranges]:
        """Where each of the passages `among` has words of `text`; raises `QuestionRefused`."""
        asked = understood(accepted(text).text)
        with self._index.snapshot() as state:
            return met(state, asked.text, among, filters)

    def explained(self, text: str, filters: Filters) -> Asked:
        """What `text` is searched by, and why; raises like `ask`."""
        with self._index.snapshot() as state:
            _known(state, filters)
            return state.asked(understood(accepted(text).text).text, filters)

    def reasons(self, question: str, filters: Filters) -> Explained:
        """How `question` is answered, step by step; raises like `ask`."""
        asked = understood(accepted(question).text)
        with self._index.snapshot() as state:
            _known(state, filters)
            return Explained(state.asked(asked.text, filters), worked(state, asked, filters))

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


def turn(answer: Answer) -> Turn | None:
    """What a follow-up to `answer` follows; `None` where nothing was found."""
    if not answer.citations:
        return None
    cited = answer.citations[0]
    place = Cited(
        title=cited.title,
        body=cited.body,
        meeting_date=cited.meeting_date,
        item_title=cited.item_title,
        headings=(cited.section,) if cited.section else (),
        edition=cited.edition,
    )
    return Turn(answer.understood_as or answer.question, place)


def _known(state: Snapshot, filters: Filters) -> Facts:
    """The index's facts, once every body and edition asked for is among them."""
    facts = state.facts(filters.visibility)
    for asked, known in ((filters.bodies, facts.bodies), (filters.editions, facts.editions)):
        for value in sorted(asked - known):
            raise UnknownFilter(texts.unknown_value(value, sorted(known)))
    return facts


def _answer(state: Snapshot, asked: Question, filters: Filters, facts: Facts) -> Answer:
    """The answer to one question: a list from the catalogue, or what passages say."""
    lookup = cache(partial(state.document, allowed=filters.visibility))
    wanted = register(asked.text, datetime.now(UTC).date())
    if wanted and filters == Filters(visibility=filters.visibility):
        listing = entries(wanted, state, filters.visibility)
        if answers(wanted, listing):
            hits, _ = searched(state, asked.text, filters, RANKED)
            return listed(_blank(asked, hits, facts), wanted, listing, lookup)
    work = worked(state, asked, filters)
    blank = _blank(asked, work.hits, facts)
    if work.answers:
        return _written(work, blank, lookup)
    why = work.unmet.refusal or (texts.NOTHING_FOUND if work.hits else texts.NOTHING_AT_ALL)
    return replace(blank, text=why, notes=tuple(work.places), belief=0.0)


def _blank(asked: Question, hits: Sequence[Hit], facts: Facts) -> Answer:
    """An answer that says nothing yet, with the ranking."""
    return Answer(
        id=uuid4().hex,
        question=asked.text,
        status=AnswerStatus.NOT_FOUND,
        text="",
        sentences=(),
        citations=(),
        notes=(),
        passages=ranking(hits),
        mode=Mode.EXTRACTIVE,
        generation=facts.generation,
    )


def _written(work: Worked, blank: Answer, lookup: Lookup) -> Answer:
    """The answer that what was picked makes, its quotes looked up again."""
    clashes = disagreements(work)
    told = list(work.told)
    told += [c.other for c in clashes if c.other and c.other not in told]
    citations = [citation(n, one, lookup) for n, one in enumerate(told, 1)]
    said = [
        *standing(work),
        *(clash.sentence(told) for clash in clashes),
        *(quoted(one, cited) for one, cited in zip(told, citations, strict=True)),
    ]
    belief = min(1.0, sum(one.belief for one in work.told))  # floats add up to a little more
    notes = [texts.UNSURE] if belief < UNSURE else []
    notes += [
        note
        for one, cited in zip(told, citations, strict=True)
        for note in notes_on(one.section.first.ref, cited.outcome, cited.n)
    ]
    notes += [
        texts.CUT_NOTE.format(n=cited.n)
        for one, cited in zip(told, citations, strict=True)
        if struck_words_cut(one.section.place(one.start, one.end)[0], lookup)
    ]
    missing = work.unmet.missing
    notes += [texts.NOT_MENTIONED.format(what=each) for each in missing]
    if not any(cited.struck for cited in citations) and work.hits[0].passage.ref.struck:
        notes.append(texts.STRUCK_SKIPPED)
    return replace(
        blank,
        status=AnswerStatus.PARTLY if missing else AnswerStatus.ANSWERED,
        text=text(said),
        sentences=tuple(said),
        citations=tuple(citations),
        notes=tuple(dict.fromkeys((*work.places, *notes))),
        belief=round(belief, DIGITS),
    )
