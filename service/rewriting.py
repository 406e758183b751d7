"""A language model's answer from the sources of an extractive one, which stays if that fails."""

import logging
from collections.abc import Generator
from dataclasses import replace

from service import texts
from service.answer import Answer, AnswerStatus, Mode, Sentence, Sources
from service.model import ModelFailed, Source, Writer
from service.telling import text

TO_BE_WRITTEN = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY)
log = logging.getLogger(__name__)


def rewritten(answer: Answer, writer: Writer) -> Generator[Sources | Sentence, None, Answer]:
    """Yield each sentence as soon as it stands; return the whole answer, which alone counts.

    What we say of the sources themselves stays in front; lists and several questions at once stay
    as they are. Where the model fails, or no sentence of it
    stands, it is the extractive answer, and a note says so.
    """
    yield Sources(answer.citations)
    if (
        answer.status not in TO_BE_WRITTEN
        or answer.mode is not Mode.EXTRACTIVE
        or not answer.citations
    ):
        yield from answer.sentences
        return answer
    ours = [sentence for sentence in answer.sentences if not sentence.label]
    labels = {n: each.label for each in answer.sentences for n in each.citations}
    sources = [
        Source(c.n, labels.get(c.n, c.title), c.quote, c.outcome, c.draft, c.struck)
        for c in answer.citations
        if c.verified
    ]
    said: list[Sentence] = []
    try:
        for written in writer.write(answer.question, sources):
            if not said:
                yield from ours
            said.append(Sentence(written.text, written.citations))
            yield said[-1]
    except ModelFailed as failed:
        log.warning("answered without the language model: %s", failed.reason)
        if said:
            yield Sources(answer.citations)
        said = []  # half an answer may lack the exception
    if not said:
        yield from answer.sentences
        return replace(answer, notes=(*answer.notes, texts.WITHOUT_MODEL))
    whole = [*ours, *said]
    return replace(answer, sentences=tuple(whole), text=text(whole), mode=Mode.MODEL)
