"""What is told of errors: what the asker can do, in Danish, and nothing of the error itself."""

import pytest

from bots.faults import told
from bots.memory import MemoryUnusable
from index import IndexDamaged, IndexMissing
from service import texts
from service.access.errors import TooMany
from service.errors import QuestionRefused


def test_a_refused_question_gets_its_reason() -> None:
    assert told(QuestionRefused("Skriv et spørgsmål.")) == "Skriv et spørgsmål."


@pytest.mark.parametrize(("seconds", "when"), [(1, "om ét sekund."), (42, "om 42 sekunder.")])
def test_too_many_questions_get_the_time_to_wait(seconds: int, when: str) -> None:
    assert told(TooMany(seconds)).endswith(when)


def test_without_an_index_it_is_said_who_can_help() -> None:
    assert told(IndexMissing("no index in /srv/home")) == texts.BOT_INDEX_MISSING


def test_a_damaged_index_is_told_of() -> None:
    assert told(IndexDamaged("/srv/home/index/CURRENT")) == texts.BOT_INDEX_UNUSABLE


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("xoxb-123 Hvad er hemmeligt?"),
        MemoryUnusable("/srv/home/bots/memory.sqlite"),
        TimeoutError(),
        OSError(28, "No space left", "/srv"),
        ExceptionGroup("unhandled", [ValueError("Hvad er hemmeligt?")]),
    ],
)
def test_of_other_errors_nothing_is_told(error: Exception) -> None:
    assert told(error) == texts.BOT_BROKEN
