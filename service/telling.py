"""An answer's text: a line of ours where one is needed, then each source's own words."""

import re
from collections.abc import Sequence

from index import Hit, Status
from ingest.terms import OUTCOMES, RECOMMENDATION
from service import texts
from service.answer import Citation, Outcome, Sentence
from service.outcome import AGREEMENTS, done
from service.places import label
from service.question import Question, Wanted
from service.selection import Picked
from service.work import Worked

# Asks for a decision in so many words; "hvad mente" does not.
EXPRESSLY = re.compile(r"\bbeslut|\bvedt[oa]g|\bgodkend|\bdecid|\bapprov|\badopt", re.IGNORECASE)
FIRST = re.compile(r"\b(?:første|1\.) ?behandling", re.IGNORECASE)
SURE = 0.6  # of the belief; another item may hold the decision
CONSIDERED = 10  # hits among which an adopted agreement is looked for


def quoted(picked: Picked, cited: Citation) -> Sentence:
    """What a source says, with its label."""
    return Sentence(words(picked), (cited.n,), label(picked.section.first.ref, cited.outcome))


def text(sentences: Sequence[Sentence]) -> str:
    """The sentences as one text, each with its label and the numbers of its sources."""
    return "\n\n".join(_shown(sentence) for sentence in sentences)


def _shown(sentence: Sentence) -> str:
    numbers = "".join(f" [{n}]" for n in sentence.citations)
    label = f"{sentence.label}\n" if sentence.label else ""
    return f"{label}{sentence.text}{numbers}"


def words(picked: Picked) -> str:
    """The pieces told, word for word, with a mark where some between them are left out."""
    section = picked.section
    if picked.pieces[0].unit.row:
        return "\n".join(dict.fromkeys(piece.unit.told for piece in picked.pieces))
    if len(picked.pieces) == 1:
        return picked.pieces[0].unit.told
    every = list(section.units)
    said = ""
    before = -1
    for piece in picked.pieces:
        at = every.index(piece.unit)
        if before >= 0:
            between = section.text[every[at - 1].end : piece.unit.start]
            said += between if at == before + 1 else f" {texts.DELETED_PART} "
        said += piece.unit.told
        before = at
    return said


def standing(work: Worked) -> list[Sentence]:
    """What must be known before the sources are read: what is not decided, what is only a draft."""
    return [Sentence(line, ()) for line in _standing(work)]


def _standing(work: Worked) -> list[str]:
    question, picked, hits = work.question, work.told, work.hits
    ref = picked[0].section.first.ref
    lines = []
    if ref.agenda_only and ref.held and ref.punkt and not (ref.annex or question.course):
        if question.decision or ref.section == RECOMMENDATION:
            lines.append(texts.AGENDA_ONLY.format(held=texts.danish_date(ref.held)))
    elif question.decision and not question.course and _nothing_decided(work):
        lines.append(texts.NOTHING_DECIDED)
    if question.decision and len(question.days) == 1 and ref.held and ref.held != question.days[0]:
        asked, held = texts.danish_date(question.days[0]), texts.danish_date(ref.held)
        lines.append(texts.OTHER_MEETING.format(asked=asked, held=held))
    if question.standing and ref.held and FIRST.search(ref.item_title or ""):
        lines.append(texts.FIRST_READING.format(held=texts.danish_date(ref.held)))
    return lines + _only_drafts(question, hits)


def _nothing_decided(work: Worked) -> bool:
    """Whether a decision is asked for and the item's outcome has no word of deciding anything."""
    question, picked = work.question, work.told
    ref = picked[0].section.first.ref
    sure = max(one.belief for one in picked) >= SURE
    if ref.annex or not sure or not EXPRESSLY.search(question.text):
        return False
    if ref.section not in OUTCOMES:
        return work.without_outcome
    said = done(picked[0].section.text)
    agreed = said is Outcome.AGREED and Wanted.YES_OR_NO in question.wanted
    return agreed or said in (Outcome.MINUTED, Outcome.DISCUSSED)


def _only_drafts(question: Question, hits: Sequence[Hit]) -> list[str]:
    """Agreements the question asks the standing of, of which only a draft was found."""
    if not question.standing:
        return []
    refs = [hit.passage.ref for hit in hits[:CONSIDERED] if hit.passage.ref.kind in AGREEMENTS]
    adopted = {(ref.kind, ref.edition) for ref in refs if ref.status is Status.VEDTAGET}
    drafts = [ref for ref in refs if ref.status is Status.UDKAST]
    alone = [ref for ref in drafts if (ref.kind, ref.edition) not in adopted]
    return [texts.ONLY_DRAFT.format(title=ref.annex or ref.title) for ref in alone[:1]]
