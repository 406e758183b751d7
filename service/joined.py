"""Several questions asked at once: their answers as one, each under its question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service import texts
from service.answer import Answer, AnswerStatus, Citation, Mode, Sentence
from service.telling import text

SOURCE = re.compile(r"\b(kilde) (\d+)", re.IGNORECASE)
MARK = re.compile(r" ?\[\d+\]")  # a question may hold what looks like our numbers of sources


def joined(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer to `question`; sources are numbered through."""
    if len(answers) == 1:
        return answers[0]
    said: list[Sentence] = []
    citations: list[Citation] = []
    notes: list[str] = []
    for number, answer in enumerate(answers, 1):
        before = len(citations)
        asked = MARK.sub("", answer.question)
        said.append(Sentence(texts.PART_OF_QUESTION.format(n=number, question=asked), ()))
        said += [
            replace(
                each,
                text=each.text if each.label else _shifted(each.text, before),
                citations=tuple(n + before for n in each.citations),
            )
            for each in answer.sentences or (Sentence(answer.text, ()),)
        ]
        notes += [_shifted(note, before) for note in answer.notes]
        citations += [replace(each, n=each.n + before) for each in answer.citations]
    passages = dict.fromkeys(each for answer in answers for each in answer.passages)
    return replace(
        answers[0],
        question=question,
        mode=Mode.SEVERAL,
        status=_status([answer.status for answer in answers]),
        text=text(said),
        sentences=tuple(said),
        citations=tuple(citations),
        notes=tuple(dict.fromkeys(notes)),
        passages=tuple(passages),
        belief=None,
    )


def _shifted(said: str, by: int) -> str:
    """What we say of a source, with the number it has in the whole answer."""
    return SOURCE.sub(lambda match: f"{match[1]} {int(match[2]) + by}", said)


def _status(each: Sequence[AnswerStatus]) -> AnswerStatus:
    if all(status is AnswerStatus.NOT_FOUND for status in each):
        return AnswerStatus.NOT_FOUND
    whole = all(status is AnswerStatus.ANSWERED for status in each)
    return AnswerStatus.ANSWERED if whole else AnswerStatus.PARTLY
