"""A conversation, one question a line: each answer may lean on the one before it."""

from collections.abc import Iterable, Iterator

from index import Filters
from service.assistant import turn
from service.errors import QuestionRefused
from service.ports import Assistant
from service.show import answer_lines


def conversation(assistant: Assistant, lines: Iterable[str]) -> Iterator[str]:
    """What is said to each line that is not empty; a refused one changes nothing."""
    before = None
    for line in filter(str.strip, lines):
        try:
            answer = assistant.ask(line, Filters(), before)
        except QuestionRefused as refused:
            yield refused.reason
            continue
        yield "\n".join(answer_lines(answer)) + "\n"
        before = turn(answer)
