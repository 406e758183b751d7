"""An answer as the text of a chat message: with its remarks and its sources."""

from collections.abc import Iterator

from service import texts
from service.answer import Answer, AnswerStatus
from service.show import place


def content(answer: Answer) -> str:
    """The whole answer as plain text; numbers in brackets name the sources at its end."""
    return "\n\n".join(_blocks(answer))


def _blocks(answer: Answer) -> Iterator[str]:
    if answer.text:
        yield answer.text
    if answer.understood_as:
        yield texts.UNDERSTOOD_AS.format(question=answer.understood_as)
    if answer.notes:
        yield "\n".join((f"{texts.WORTH_KNOWING}:", *(f"- {note}" for note in answer.notes)))
    if answer.citations and answer.status is not AnswerStatus.NOT_FOUND:
        sources = (f"[{cited.n}] {place(cited)}" for cited in answer.citations)
        yield "\n".join((f"{texts.SOURCES}:", *sources))
