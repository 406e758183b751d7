"""What disturbed questions lose."""

from contextlib import closing
from pathlib import Path

from eval.questions import SAMPLE, questions
from eval.robust import Loss, losses, rows
from index import Index

SCORES = {"rr@10": [1.0, 0.5]}


def test_a_loss_is_told_on_the_questions_that_changed() -> None:
    heads, lines = rows([Loss("a typo", SCORES, {"rr@10": [0.5, 0.0]})])

    assert heads == ["", "changed", "rr@10", "change"]
    assert lines == [["a typo", "2", "75.0", "-50.0 [-50.0; -50.0]*"]]


def test_a_disturbance_that_changes_nothing_has_no_figures() -> None:
    nothing: dict[str, list[float]] = {"rr@10": []}

    assert rows([Loss("a typo", nothing, nothing)])[1] == [["a typo", "0", "–", "–"]]


def test_the_same_seed_disturbs_the_sample_in_the_same_way(sample_home: Path) -> None:
    asked = questions(SAMPLE / "questions.jsonl")

    with closing(Index(sample_home)) as index:
        found = losses(index, asked, seed=1)
        again = losses(index, asked, seed=1)

    assert found == again
    assert all(loss.before["rr@10"] for loss in found)
