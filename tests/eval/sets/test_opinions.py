"""Thumbs-down become candidates, and tell nothing of who gave them."""

from pathlib import Path

import pytest

from eval.errors import BadSet
from eval.sets import read
from eval.sets.opinions import candidates
from eval.sets.writing import write
from service.access.visitor import Channel, Visitor
from service.feedback.opinion import Opinion, Reason, Verdict
from service.feedback.store import Feedback


@pytest.fixture
def feedback(tmp_path: Path) -> Feedback:
    return Feedback(tmp_path)


def give(feedback: Feedback, who: Visitor, n: int, question: str, verdict: Verdict) -> None:
    told = "Karen Ullits ringede kl. 9"
    feedback.keep(who, Opinion(f"a{n}", verdict, Reason.WRONG, told, question))


@pytest.fixture
def visitor() -> Visitor:
    return Visitor("karen@example.com", Channel.KEY, frozenset())


def test_each_question_is_a_candidate_once(feedback: Feedback, visitor: Visitor) -> None:
    give(feedback, visitor, 1, "Hvad er taksten?", Verdict.DOWN)
    give(feedback, visitor, 2, "hvad er taksten", Verdict.DOWN)
    give(feedback, visitor, 3, "Blev guiden godkendt?", Verdict.UP)
    give(feedback, visitor, 4, "", Verdict.DOWN)

    found = candidates(feedback.all())

    assert [row.question.lower().rstrip("?") for row in found] == ["hvad er taksten"]


def test_a_candidate_tells_nothing_of_who_asked_and_when(
    feedback: Feedback, visitor: Visitor
) -> None:
    give(feedback, visitor, 1, "Hvad er aftalt om 010190-1234?", Verdict.DOWN)

    (row,) = candidates(feedback.all())

    said = row.model_dump_json()
    assert row.question == "Hvad er aftalt om […]?"
    assert not [word for word in ("karen", "Ullits", "ringede", "0101", "20") if word in said]


def test_a_candidate_is_no_question_of_a_set_yet(
    feedback: Feedback, visitor: Visitor, tmp_path: Path
) -> None:
    give(feedback, visitor, 1, "Hvad er taksten?", Verdict.DOWN)
    path = tmp_path / "set.jsonl"

    write(path, candidates(feedback.all()))

    with pytest.raises(BadSet, match="1 of 1 are proposals"):
        read(path)
